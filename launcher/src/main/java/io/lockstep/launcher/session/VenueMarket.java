package io.lockstep.launcher.session;

import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OpenOrder;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.header.RunHeaderWriter;
import io.lockstep.launcher.session.wiring.EngineRun;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real connections: gateways publish from their own threads, a timer makes time pass. It ends when it is told to: nothing new is begun, open
 * orders are cancelled and awaited, then the connections close.
 */
final class VenueMarket implements SessionMarket {
    private static final Logger LOG = LoggerFactory.getLogger(VenueMarket.class);
    private static final long NS_PER_MS = 1_000_000;
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LiveSession.Start start;
    private final VenueGateway gateways;
    private final List<Instrument> instruments;
    private final EpochNanoClock clock;
    private final OpenOrders openOrders;
    private final List<OpenOrder> leftOpen;

    @SuppressWarnings("NullAway.Init") // set by begin
    private EventPublisher publisher;

    @SuppressWarnings("NullAway.Init") // set by begin
    private TickSource ticks;

    VenueMarket(LiveSession.Start start, VenueGateway gateways, List<Instrument> instruments, EpochNanoClock clock) {
        this.start = start;
        this.gateways = gateways;
        this.instruments = List.copyOf(instruments);
        this.clock = clock;
        openOrders = new OpenOrders(
                start.run(), start.config().config().risk().protection().killKeepsStops());
        start.run().watch(openOrders);
        // as long as no engine thread runs
        leftOpen = start.run().engine().risk().orders().listAtVenues();
    }

    @Override
    public OrderGateway orders() {
        return gateways;
    }

    @Override
    public void begin(EventPublisher to) {
        publisher = to;
        RunHeader header = start.header(new SecureRandom().nextLong(), instruments);
        new RunHeaderWriter(publisher::claim, publisher::publish).write(header, clock.nanoTime());
        start.config().config().connectedAccounts().forEach(this::notConnectedYet);
        long tickNs = start.config().config().engine().timerIntervalMs() * NS_PER_MS;
        ticks = TickSource.start(publisher, clock, tickNs);
        gateways.start(publisher, new VenueGateway.Past(header.runId(), leftOpen));
    }

    /** Nothing may leave for an account before its private stream is ready, also before its gateway has said a word. */
    private void notConnectedYet(AccountSettings account) {
        EngineEvent event = publisher.claim();
        ConnectionStatusEncoder status = new ConnectionStatusEncoder()
                        .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderEncoder())
                        .venue(account.venue())
                        .accountId(start.config().config().accounts().indexOf(account))
                        .stream(StreamKind.USER_DATA)
                        .state(ConnectionState.CONNECTING)
                        .reason("START");
        event.complete(status.limit(), clock.nanoTime());
        publisher.publish(event);
    }

    @Override
    public End play(Supplier<@Nullable End> endNow) {
        End end = endNow.get();
        while (end == null) {
            LockSupport.parkNanos(LOOK_NS);
            end = endNow.get();
        }
        return end;
    }

    @Override
    public void finish(End end) {
        try {
            if (end != End.KILLED) {
                OperatorCommands.publishDrain(publisher, end.reason(), clock.nanoTime());
            }
            start.run().engine().awaitDrained();
            awaitNoOpenOrders();
        } finally {
            gateways.close();
            ticks.close();
        }
        new RunHeaderWriter(publisher::claim, publisher::publish).writeStop(end.reason(), clock.nanoTime());
    }

    private void awaitNoOpenOrders() {
        long deadline = System.nanoTime() + start.config().config().engine().drainMs() * NS_PER_MS;
        while (openOrders.count > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NS);
        }
        if (openOrders.count > 0) {
            LOG.error(
                    "orders stay open at the venue: count={}, waitedMs={}",
                    openOrders.count,
                    start.config().config().engine().drainMs());
        }
    }

    /** How many orders are open that an end of the run does not leave, for a thread that is not the engine's. */
    private static final class OpenOrders implements EngineListener {
        private final EngineRun run;
        private final boolean killKeepsStops;
        private volatile int count;

        OpenOrders(EngineRun run, boolean killKeepsStops) {
            this.run = run;
            this.killKeepsStops = killKeepsStops;
            count = count();
        }

        @Override
        public void onEvent(EngineEvent event) {
            count = count();
        }

        private int count() {
            RiskHandler risk = run.engine().risk();
            boolean killed = risk.states().get(ScopeKind.ENGINE, 0).value() >= TradingState.KILL.value();
            return killKeepsStops && killed
                    ? risk.orders().openCount() - kept(risk.orders())
                    : risk.orders().openCount();
        }

        private static int kept(OrderTable orders) {
            int kept = 0;
            for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
                kept += order.isProtective() && !order.isHeld() ? 1 : 0;
            }
            return kept;
        }
    }
}
