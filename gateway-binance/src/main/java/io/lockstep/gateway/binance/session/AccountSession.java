package io.lockstep.gateway.binance.session;

import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.gateway.binance.execution.StatusPublisher;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.gateway.binance.session.context.Gate;
import io.lockstep.gateway.binance.session.context.GatedListener;
import io.lockstep.gateway.binance.session.context.RateBudget;
import io.lockstep.gateway.binance.session.context.Readiness;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounters;
import io.lockstep.gateway.binance.session.context.VenueClock;
import io.lockstep.gateway.binance.session.context.Wishes;
import io.lockstep.gateway.binance.session.rest.FuturesSettings;
import io.lockstep.gateway.binance.session.rest.FuturesSetup;
import io.lockstep.gateway.binance.session.rest.Housekeeping;
import io.lockstep.gateway.binance.session.rest.ListenKey;
import io.lockstep.gateway.binance.session.rest.RestClient;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.ConnectionPolicy;
import io.lockstep.transport.reconnect.ManagedConnection;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account on one product, from its first request until it is closed: commands go in by {@link #send}, everything else comes out as
 * events. See the package for who runs where.
 */
public final class AccountSession implements OrderGateway, AutoCloseable {
    private static final int OPEN_REQUESTS = 1_024;
    private static final long HOUSEKEEPING_MS = 50;
    private static final long OVERDUE_MS = 100;
    // the venue cuts every connection at 24 hours
    private static final long PLANNED_LIFE_NS = TimeUnit.HOURS.toNanos(23);

    private final SessionContext context;
    private final Gate gate = new Gate();
    private final Readiness readiness;
    private final RequestLedger ledger = new RequestLedger(OPEN_REQUESTS);
    private final HttpClient http;
    private final TransportCounters httpCounters = new TransportCounters();
    private final ManagedConnection wsApi;
    private final @Nullable ManagedConnection userStream;
    private final RestOrders restOrders;
    private final CommandSender sender;
    private final Housekeeping housekeeping;
    private final SessionThread ordersThread;
    private final SessionThread syncThread;

    /** Makes a session that has not begun; templates are written and keys are checked here. */
    public AccountSession(SessionSetup setup) {
        VenueClock clock = new VenueClock(setup.clock());
        context = contextOf(setup, clock, gate);
        readiness = new Readiness(context.status());
        Wishes wishes = new Wishes();
        String name = "binance-" + setup.product().name().toLowerCase(Locale.ROOT) + '-' + setup.accountId();
        ordersThread = new SessionThread(name + "-orders");
        syncThread = new SessionThread(name + "-sync");
        http = setup.network().transport().http(setup.network().rest(), HttpSettings.DEFAULT, httpCounters);
        AnswerFollowUp followUp = new AnswerFollowUp(context, readiness, wishes);
        long countdownMs = TimeUnit.SECONDS.toMillis(setup.futures().countdownSeconds());
        restOrders = new RestOrders(context, restClient(), followUp, ordersThread, countdownMs);
        RestClient syncClient = restClient();
        ListenKey listenKey = context.isSpot() ? null : new ListenKey(context, syncClient);
        Runnable renew = listenKey == null ? () -> {} : listenKey::forget;
        UserEvents onApi = new UserEvents(context, readiness, wishes, renew);
        WsApi api = new WsApi(context, ledger, restOrders, followUp, onApi);
        wsApi = managed(setup, () -> setup.network().wsApi(), api);
        // a decoder belongs to one network thread, and the connections may be on two
        UserEvents onStream = new UserEvents(context, readiness, wishes, renew);
        userStream = listenKey == null ? null : privateStream(setup, listenKey, onStream);
        sender = new CommandSender(context, restOrders, ledger, readiness, wsApi::session, setup.sendOrders());
        FuturesSettings futures =
                setup.sendOrders() ? setup.futures() : setup.futures().untouched();
        housekeeping = new Housekeeping(
                context,
                syncClient,
                setup.catchUp(),
                readiness,
                wishes,
                this::connect,
                context.isSpot() ? null : new FuturesSetup(context, syncClient, futures),
                listenKey);
    }

    /** Begins; returns at once. */
    public void start() {
        var unusedSync = syncThread.scheduleWithFixedDelay(housekeeping, 0, HOUSEKEEPING_MS, TimeUnit.MILLISECONDS);
        var unusedOverdue =
                ordersThread.scheduleWithFixedDelay(this::giveUpOverdue, OVERDUE_MS, OVERDUE_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void send(OrderCommandDecoder command) {
        sender.send(command);
    }

    /** Whether new orders may be sent. Any thread. */
    public boolean isReady() {
        return readiness.isReady();
    }

    /** Adds what was counted, by name behind a prefix. Any thread. */
    public void addCounters(Map<String, Long> counters, String prefix) {
        context.counters().addTo(counters, prefix);
        counters.put(prefix + "budget_refusals", context.budget().refusals());
        counters.put(prefix + "open_requests", (long) ledger.openCount());
        add(counters, prefix + "wsapi.", wsApi.counters());
        add(counters, prefix + "rest.", httpCounters);
        if (userStream != null) {
            add(counters, prefix + "userstream.", userStream.counters());
        }
    }

    @Override
    public void close() {
        gate.shut();
        wsApi.stop();
        if (userStream != null) {
            userStream.stop();
        }
        // what is waited for on them ends with it
        http.close();
        ordersThread.end();
        syncThread.end();
    }

    private static SessionContext contextOf(SessionSetup setup, VenueClock clock, Gate gate) {
        return new SessionContext(
                setup.product(),
                setup.accountId(),
                setup.past().runId(),
                setup.instruments(),
                SymbolTable.of(setup.instruments()),
                setup.publisher(),
                new StatusPublisher(setup.publisher(), setup.product(), setup.accountId(), clock::nowNs),
                recalled(setup),
                new SessionCounters(),
                new RateBudget(setup.limits(), setup.requests().cancelReservePercent()),
                clock,
                setup.key(),
                setup.requests(),
                gate);
    }

    /** A directory that knows the orders earlier processes left at the venue. */
    private static OrderDirectory recalled(SessionSetup setup) {
        OrderDirectory directory = new OrderDirectory(setup.requests().rememberedOrders());
        setup.past()
                .ordersOf(setup.accountId())
                .forEach(order -> directory.recall(order, setup.product() == Product.USDM));
        return directory;
    }

    private RestClient restClient() {
        return new RestClient(
                http,
                context.key(),
                context.budget(),
                context.clock(),
                context.requests().answerDeadlineMs());
    }

    private ManagedConnection privateStream(SessionSetup setup, ListenKey listenKey, UserEvents events) {
        Endpoint base = setup.network().userStreams();
        String path = base.path().endsWith("/") ? base.path() : base.path() + "/";
        UserStream stream = new UserStream(events, session -> syncThread.execute(() -> listenKey.prove(session)));
        return managed(setup, () -> base.withPath(path + "ws/" + listenKey.current()), stream);
    }

    private ManagedConnection managed(SessionSetup setup, Supplier<Endpoint> target, ConnectionListener listener) {
        return setup.network()
                .transport()
                .managed(
                        () -> UpgradeRequest.to(unlessBanned(target)),
                        new GatedListener(gate, listener),
                        ConnectionPolicy.DEFAULT.withPlannedLife(PLANNED_LIFE_NS),
                        setup.network().connects());
    }

    /** A banned address must not even connect. */
    private Endpoint unlessBanned(Supplier<Endpoint> target) {
        if (context.budget().isBanned(context.clock().venueNs())) {
            throw new IllegalStateException("banned by the venue");
        }
        return target.get();
    }

    private void connect() {
        context.status().connection(StreamKind.ORDER_ENTRY, ConnectionState.CONNECTING, "");
        context.status().connection(StreamKind.USER_DATA, ConnectionState.CONNECTING, "");
        wsApi.start();
        if (userStream != null) {
            userStream.start();
        }
    }

    private void giveUpOverdue() {
        ledger.giveUpOverdue(context.clock().nowNs(), request -> restOrders.answerLost(request, "NO_ANSWER"));
    }

    private static void add(Map<String, Long> counters, String prefix, TransportCounters from) {
        for (TransportCounter counter : TransportCounter.values()) {
            counters.put(prefix + counter.name().toLowerCase(Locale.ROOT), from.get(counter));
        }
    }
}
