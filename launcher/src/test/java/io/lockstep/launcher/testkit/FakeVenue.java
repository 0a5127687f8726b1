package io.lockstep.launcher.testkit;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.testkit.Events;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;

/** A venue behind a gateway, on a thread of its own: shows one market, accepts every order, cancels on demand, fills nothing. */
public final class FakeVenue implements VenueGateway {
    private static final long PRICE = 100 * FixedPoint.ONE;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final EpochNanoClock clock = new SystemEpochNanoClock();
    private final Map<Long, Long> open = new ConcurrentHashMap<>();
    private volatile long runId;
    private volatile int accepted;

    @SuppressWarnings("NullAway.Init") // set by start
    private Events events;

    @Override
    public List<Instrument> loadInstruments() {
        return List.of(new Instrument(
                0,
                Venue.BINANCE_SPOT,
                AssetClass.SPOT,
                "BTCUSDT",
                "BTC",
                "USDT",
                FixedPoint.ONE / 100,
                FixedPoint.ONE / 100_000,
                FixedPoint.ONE / 100_000,
                FixedPoint.ONE * 9_000,
                FixedPoint.ONE * 5,
                FixedPoint.ONE,
                0,
                0));
    }

    @Override
    public void start(EventPublisher publisher, Past past) {
        runId = past.runId();
        events = new Events(publisher);
        thread.execute(() -> {
            now().quote(0, PRICE - FixedPoint.ONE, PRICE + FixedPoint.ONE);
            now().trade(0, PRICE, FixedPoint.ONE);
        });
    }

    @Override
    public void send(OrderCommandDecoder command) {
        long order = command.action() == OrderAction.NEW ? command.orderId() : command.originalOrderId();
        int strategy = command.strategyId();
        var side = command.side();
        ExecType answer = command.action() == OrderAction.NEW ? ExecType.ACCEPTED : ExecType.CANCELED;
        thread.execute(() -> {
            if (answer == ExecType.ACCEPTED) {
                accepted++;
                open.put(order, order);
            } else {
                open.remove(order);
            }
            now().report(answer, order, 0, strategy, 0, side).publish();
        });
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of("accepted", (long) accepted);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Orders accepted so far. */
    public int accepted() {
        return accepted;
    }

    /** Orders open now. */
    public int openOrders() {
        return open.size();
    }

    /** The journal's tag it was started with. */
    public long runId() {
        return runId;
    }

    private Events now() {
        return events.at(clock.nanoTime());
    }
}
