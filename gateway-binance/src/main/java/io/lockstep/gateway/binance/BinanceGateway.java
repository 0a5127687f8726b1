package io.lockstep.gateway.binance;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.session.AccountSession;
import io.lockstep.gateway.binance.session.RateBudget;
import io.lockstep.gateway.binance.session.SessionSetup;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.reconnect.ConnectBudget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * One account on Binance Spot or USDⓈ-M futures.
 *
 * <pre>{@code
 * BinanceGateway gateway = new BinanceGateway(new BinanceGateway.Account(Product.SPOT, 0, key, requests, true), settings, transport, clock);
 * List<Instrument> instruments = gateway.loadInstruments();
 * gateway.start(publisher, runId);
 * }</pre>
 */
public final class BinanceGateway implements VenueGateway {
    // below the 300 attempts in five minutes that the venue allows an address
    private static final int CONNECTS = 150;
    private static final long CONNECT_WINDOW_NS = TimeUnit.MINUTES.toNanos(5);

    private final Account account;
    private final BinanceSettings settings;
    private final Transport transport;
    private final EpochNanoClock clock;
    private final ConnectBudget connects = new ConnectBudget(CONNECTS, CONNECT_WINDOW_NS);
    private final InstrumentLoader loader;
    private List<Instrument> instruments = List.of();
    private @Nullable AccountSession session;

    /**
     * Whose gateway it is.
     *
     * @param product which venue
     * @param accountId the account in this run
     * @param key of the account
     * @param requests instruments of this product that the session wants
     * @param carriesMarketData whether this gateway carries the product's market data; one of a product's accounts does
     */
    public record Account(
            Product product,
            int accountId,
            ApiKey key,
            List<InstrumentRequest> requests,
            boolean carriesMarketData) {
        /** Copies the requests. */
        public Account {
            requests = List.copyOf(requests);
        }
    }

    /**
     * Makes a gateway that has opened no connection yet.
     *
     * @param transport makes the connections; shared with others, not closed here
     * @param clock our time, UTC
     */
    public BinanceGateway(Account account, BinanceSettings settings, Transport transport, EpochNanoClock clock) {
        this.account = account;
        this.settings = settings;
        this.transport = transport;
        this.clock = clock;
        this.loader = new InstrumentLoader(account.product(), transport, settings.restEndpoint());
    }

    @Override
    public List<Instrument> loadInstruments() {
        instruments = loader.load(account.requests());
        return instruments;
    }

    @Override
    public void start(EventPublisher publisher, long runId) {
        SessionSetup setup = new SessionSetup(
                account.product(),
                account.accountId(),
                runId,
                instruments,
                publisher,
                account.key(),
                loader.rateLimits().isEmpty() ? RateBudget.documented(account.product()) : loader.rateLimits(),
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
        AccountSession begun = new AccountSession(setup);
        session = begun;
        begun.start();
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
        Map<String, Long> counters = new TreeMap<>();
        AccountSession begun = session;
        if (begun != null) {
            String product = account.product().name().toLowerCase(Locale.ROOT);
            begun.addCounters(counters, "binance." + product + '.' + account.accountId() + '.');
        }
        return counters;
    }

    @Override
    public void close() {
        AccountSession begun = session;
        if (begun != null) {
            begun.close();
        }
    }
}
