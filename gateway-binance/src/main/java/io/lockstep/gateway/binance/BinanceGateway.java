package io.lockstep.gateway.binance;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.binance.marketdata.session.MarketDataFeed;
import io.lockstep.gateway.binance.orderentry.signing.Signers;
import io.lockstep.gateway.binance.reference.BinanceReference;
import io.lockstep.gateway.binance.reference.PrivateAccess;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.WeightBudget;
import io.lockstep.gateway.binance.session.AccountSession;
import io.lockstep.gateway.binance.session.SessionSetup;
import io.lockstep.gateway.binance.session.context.RateBudget;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.reconnect.ConnectBudget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * One account on Binance Spot or USDⓈ-M futures, and the product's market data where it carries that.
 *
 * <pre>{@code
 * BinanceGateway.Account account = new BinanceGateway.Account(Product.SPOT, 0, key, requests, true);
 * BinanceGateway gateway = new BinanceGateway(account, settings, transport, clock);
 * List<Instrument> instruments = gateway.loadInstruments();
 * gateway.start(publisher, past);
 * }</pre>
 */
public final class BinanceGateway implements VenueGateway {
    // below the 300 attempts in five minutes that the venue allows an address
    private static final int CONNECTS = 150;
    private static final long CONNECT_WINDOW_NS = TimeUnit.MINUTES.toNanos(5);
    private static final int SPOT_WEIGHT = 6_000;
    private static final int USDM_WEIGHT = 2_400;

    private final Account account;
    private final BinanceSettings settings;
    private final Transport transport;
    private final EpochNanoClock clock;
    private final TransportClock networkClock;
    private final ConnectBudget connects = new ConnectBudget(CONNECTS, CONNECT_WINDOW_NS);
    private final WeightBudget weights;
    private final BinanceReference reference;
    private List<Instrument> instruments = List.of();
    private volatile @Nullable AccountSession session;
    private volatile @Nullable MarketDataFeed feed;

    /**
     * Whose gateway it is.
     *
     * @param product which venue
     * @param accountId the account in this run
     * @param key of the account
     * @param requests instruments of this product that the session wants
     * @param carriesMarketData whether this gateway carries the product's market data and its changes of rules and status; one of a product's
     *     accounts does
     */
    public record Account(
            Product product, int accountId, ApiKey key, List<InstrumentRequest> requests, boolean carriesMarketData) {
        /** Copies the requests. */
        public Account {
            requests = List.copyOf(requests);
        }
    }

    /**
     * Makes a gateway that has asked nothing yet.
     *
     * @param transport makes the connections; shared with others, not closed here
     * @param clock our time, UTC
     */
    public BinanceGateway(Account account, BinanceSettings settings, Transport transport, EpochNanoClock clock) {
        this.account = account;
        this.settings = settings;
        this.transport = transport;
        this.clock = clock;
        this.networkClock = new TransportClock(System::nanoTime, clock::nanoTime);
        int limit = account.product() == Product.SPOT ? SPOT_WEIGHT : USDM_WEIGHT;
        this.weights = new WeightBudget(Math.min(settings.marketData().weightPerMinute(), limit), limit);
        this.reference = new BinanceReference(
                account.product(),
                settings.reference(),
                new PrivateAccess(account.key().id(), Signers.ofText(account.key())),
                new BinanceReference.Context(transport, networkClock, settings.restEndpoint(), weights));
    }

    @Override
    public List<Instrument> loadInstruments() {
        instruments = reference.load(account.requests());
        return instruments;
    }

    @Override
    public void start(EventPublisher publisher, Past past) {
        // the first quote may lead to a command already
        AccountSession begun = new AccountSession(setup(publisher, past));
        session = begun;
        begun.start();
        if (account.carriesMarketData()) {
            reference.start(publisher);
            MarketDataFeed data = openFeed(publisher);
            feed = data;
            data.start();
        }
    }

    @Override
    public void send(OrderCommandDecoder command) {
        AccountSession begun = session;
        if (begun == null) {
            throw new IllegalStateException("gateway is not started: product=" + account.product());
        }
        begun.send(command);
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>(reference.counters());
        MarketDataFeed data = feed;
        if (data != null) {
            counters.putAll(data.counters());
        }
        AccountSession begun = session;
        if (begun != null) {
            begun.addCounters(counters, account.product().name().toLowerCase(Locale.ROOT) + ".account.");
        }
        return counters;
    }

    @Override
    public void close() {
        AccountSession begun = session;
        if (begun != null) {
            begun.close();
        }
        MarketDataFeed data = feed;
        if (data != null) {
            data.close();
        }
        reference.close();
    }

    private MarketDataFeed openFeed(EventPublisher publisher) {
        ApiKey streamKey = Signers.isEd25519(account.key()) ? account.key() : null;
        return MarketDataFeed.open(
                account.product(),
                settings.marketData(),
                account.requests(),
                publisher,
                new MarketDataFeed.Context(transport, networkClock, weights, connects, streamKey));
    }

    private SessionSetup setup(EventPublisher publisher, Past past) {
        boolean stated = !reference.rateLimits().isEmpty();
        return new SessionSetup(
                account.product(),
                account.accountId(),
                past,
                instruments,
                publisher,
                account.key(),
                stated ? reference.rateLimits() : RateBudget.documented(account.product()),
                new SessionSetup.Network(
                        transport,
                        connects,
                        settings.restEndpoint(),
                        settings.wsApiEndpoint(),
                        settings.userStreamsEndpoint()),
                clock,
                settings.requests(),
                settings.catchUp(),
                settings.futures(),
                settings.sendOrders());
    }
}
