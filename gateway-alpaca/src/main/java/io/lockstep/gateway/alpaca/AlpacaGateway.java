package io.lockstep.gateway.alpaca;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingCalendar;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.alpaca.account.AccountParts;
import io.lockstep.gateway.alpaca.account.AccountRules;
import io.lockstep.gateway.alpaca.account.AccountSession;
import io.lockstep.gateway.alpaca.feed.FeedConnection;
import io.lockstep.gateway.alpaca.feed.FeedParts;
import io.lockstep.gateway.alpaca.feed.FeedStates;
import io.lockstep.gateway.alpaca.reference.Asset;
import io.lockstep.gateway.alpaca.reference.AssetInstruments;
import io.lockstep.gateway.alpaca.rest.RestBounds;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.session.TradingStreamSession.AuthForm;
import io.lockstep.gateway.alpaca.status.GatedPublisher;
import io.lockstep.gateway.alpaca.status.VenueStatus;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.reconnect.ConnectBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * One Alpaca account in a session, and where its settings say so the market data: stocks, crypto and news on a connection each.
 *
 * <pre>{@code
 * AlpacaGateway gateway = new AlpacaGateway(settings, accountId, key, requests, transport, SystemEpochNanoClock.INSTANCE);
 * List<Instrument> instruments = gateway.loadInstruments();   // blocks
 * gateway.start(publisher, past);                             // READY comes as an event
 * gateway.send(command);                                      // engine thread
 * }</pre>
 *
 * <p>Everything happens on the transport's network threads; there is none of its own.
 */
public final class AlpacaGateway implements VenueGateway {
    private static final long CLOSE_MS = 1_000;
    private static final int ATTEMPTS_PER_MINUTE = 30;

    private final AlpacaSettings settings;
    private final int accountId;
    private final ApiKey key;
    private final List<InstrumentRequest> wanted;
    private final Transport transport;
    private final EpochNanoClock clock;
    private final TradingCalendar calendar = new NyseCalendar();
    private final ConnectBudget budget = new ConnectBudget(ATTEMPTS_PER_MINUTE, TimeUnit.MINUTES.toNanos(1));
    private final RestClient trading;
    private final RestClient data;
    private volatile List<FeedConnection> feeds = List.of();
    private volatile @Nullable AccountSession account;
    private volatile @Nullable GatedPublisher gate;
    private boolean closed;
    private @Nullable Map<Instrument, Asset> loaded;

    /**
     * A gateway that opens warm REST connections and nothing else yet.
     *
     * @param accountId the account's id in events
     * @param key the account's key
     * @param wanted the instruments of this venue
     * @param transport makes the connections; stays the caller's
     * @param clock UTC, the clock of the venue where that is simulated
     */
    public AlpacaGateway(
            AlpacaSettings settings,
            int accountId,
            ApiKey key,
            List<InstrumentRequest> wanted,
            Transport transport,
            EpochNanoClock clock) {
        this.settings = settings;
        this.accountId = accountId;
        this.key = key;
        this.wanted = List.copyOf(wanted);
        this.transport = transport;
        this.clock = clock;
        AlpacaSettings.Requests requests = settings.requests();
        long timeoutNs = requests.timeout().toNanos();
        this.trading = rest(
                settings.endpoints().tradingRest(),
                new RestBounds(requests.perMinute(), requests.reserve(), timeoutNs));
        this.data = rest(settings.endpoints().dataRest(), new RestBounds(requests.dataPerMinute(), 0, timeoutNs));
    }

    @Override
    public List<Instrument> loadInstruments() {
        AlpacaSettings.Orders orders = settings.orders();
        AssetInstruments maker =
                new AssetInstruments(orders.fractional(), orders.cryptoMakerFee(), orders.cryptoTakerFee());
        AssetLoader loader =
                new AssetLoader(trading, data, maker, settings.streams().feed());
        Map<Instrument, Asset> instruments = loader.load(wanted);
        loaded = instruments;
        return List.copyOf(instruments.keySet());
    }

    @Override
    public void start(EventPublisher publisher, Past past) {
        Map<Instrument, Asset> known = loaded;
        if (known == null || gate != null) {
            throw new IllegalStateException("load the instruments first, start once: loaded=" + (known != null));
        }
        GatedPublisher open = new GatedPublisher(publisher);
        gate = open;
        List<Instrument> instruments = List.copyOf(known.keySet());
        VenueStatus status = new VenueStatus(open, clock);
        AccountSession session = account(known, instruments, open, status, past.runId());
        List<FeedConnection> connections = feeds(instruments, open, status);
        account = session;
        feeds = connections;
        session.start();
        connections.forEach(FeedConnection::start);
    }

    @Override
    public void send(OrderCommandDecoder command) {
        AccountSession session = account;
        if (session == null) {
            throw new IllegalStateException("not started: accountId=" + accountId);
        }
        session.send(command);
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counts = new TreeMap<>();
        AccountSession session = account;
        if (session != null) {
            session.counters().addTo(counts, "account.");
        }
        feeds.forEach(feed -> feed.counters().addTo(counts, feed.name() + "."));
        trading.counters().addTo(counts, "rest.");
        data.counters().addTo(counts, "data.");
        return counts;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        feeds.forEach(FeedConnection::stop);
        AccountSession session = account;
        if (session != null) {
            session.stop();
        }
        trading.close();
        data.close();
        GatedPublisher open = gate;
        if (open != null) {
            open.shut();
            awaitNetworkThreads(session);
        }
    }

    /** What a network thread claimed before the gate was shut is published before this returns. */
    private void awaitNetworkThreads(@Nullable AccountSession session) {
        List<Executor> threads = new ArrayList<>();
        feeds.forEach(feed -> threads.add(feed::execute));
        if (session != null) {
            threads.add(session::execute);
        }
        CountDownLatch passed = new CountDownLatch(threads.size());
        threads.forEach(thread -> thread.execute(passed::countDown));
        try {
            boolean unused = passed.await(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AccountSession account(
            Map<Instrument, Asset> known,
            List<Instrument> instruments,
            EventPublisher publisher,
            VenueStatus status,
            long runId) {
        boolean header = settings.streams().keyForm() == KeyForm.HEADER;
        AccountParts parts = new AccountParts(
                accountId,
                key,
                header ? AuthForm.LEGACY : AuthForm.CURRENT,
                Endpoint.parse(settings.endpoints().tradingStream()),
                runId,
                publisher,
                status,
                trading,
                calendar,
                clock);
        Symbols symbols = new Symbols(instruments);
        @Nullable Asset[] assets = new Asset[symbols.slots()];
        known.forEach((instrument, asset) -> assets[instrument.id()] = asset);
        return new AccountSession(parts, rules(), symbols, assets, transport, budget);
    }

    private AccountRules rules() {
        AlpacaSettings.Reconciliation every = settings.reconciliation();
        return new AccountRules(
                settings.orders().sendOrders(),
                settings.orders().extendedHours(),
                every.orders().toNanos(),
                every.fills().toNanos(),
                every.positions().toNanos(),
                every.cash().toNanos(),
                every.clock().toNanos(),
                every.catchUp().toNanos());
    }

    private List<FeedConnection> feeds(List<Instrument> instruments, EventPublisher publisher, VenueStatus status) {
        AlpacaSettings.Streams streams = settings.streams();
        FeedParts parts = new FeedParts(
                key,
                streams.keyForm() == KeyForm.HEADER,
                streams.encoding() == StreamEncoding.MSGPACK,
                publisher,
                status,
                new FeedStates(status),
                data,
                clock);
        return FeedPlans.of(settings, instruments, calendar).stream()
                .map(plan -> new FeedConnection(plan, parts, transport, budget))
                .toList();
    }

    private RestClient rest(String address, RestBounds bounds) {
        return new RestClient(transport, Endpoint.parse(address), key, bounds, clock);
    }
}
