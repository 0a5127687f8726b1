package io.lockstep.launcher.session;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.header.RunHeaderWriter;
import io.lockstep.launcher.session.playback.SimulatedMarket;
import io.lockstep.launcher.session.playback.TapeFeed;
import io.lockstep.launcher.session.recovery.Recovery;
import io.lockstep.launcher.session.wiring.RunHeaders;
import io.lockstep.launcher.session.wiring.Venues;
import io.lockstep.simulator.inprocess.SimulatedVenue;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays recordings at a pace; the simulated venue answers. The venue did not outlive an earlier run: orders it held are ended. */
final class TapePlayback implements SessionMarket {
    private static final long NS_PER_MS = 1_000_000;
    private static final long GRACE_NS = 2_000_000_000L;

    private final LiveSession.Start start;
    private final List<RecordSource> recordings;
    private final Pace pace;
    private final SimulatedVenue venue;
    private boolean isEnding;

    @SuppressWarnings("NullAway.Init") // set by begin
    private SimulatedMarket market;

    @SuppressWarnings("NullAway.Init") // set by begin
    private RunHeaderWriter header;

    @SuppressWarnings("NullAway.Init") // set by begin
    private EventPublisher publisher;

    TapePlayback(LiveSession.Start start, List<RecordSource> recordings, Pace pace) {
        this.start = start;
        this.recordings = recordings;
        this.pace = pace;
        LockstepConfig config = start.config().config();
        venue = start.before().isPresent()
                ? Venues.reopen(config, start.run().engine().risk().portfolio())
                : Venues.open(config);
    }

    @Override
    public OrderGateway orders() {
        return venue;
    }

    @Override
    public void begin(EventPublisher to) {
        publisher = to;
        TapeFeed tapes = new TapeFeed(start.wiring().instruments(), recordings);
        long tickNs = start.config().config().engine().timerIntervalMs() * NS_PER_MS;
        market = new SimulatedMarket(tapes, venue, publisher, this::settle, tickNs);
        header = new RunHeaderWriter(publisher::claim, this::publish);
        market.skipTo(start.run().lastTimeNs());
        long startNs = market.hasNext() ? market.nextTimeNs() : start.run().lastTimeNs();
        header.write(
                start.header(RunHeaders.tagOf(start.config()), start.wiring().instruments()), startNs);
        for (Order order : start.openOrders()) {
            Recovery.publishEnd(order, publisher, startNs);
        }
        venue.open(startNs);
    }

    @Override
    public End play(Supplier<@Nullable End> endNow) {
        if (market.hasNext()) {
            pace.begin(market.nextTimeNs());
        }
        End end = endNow.get();
        while (end == null && market.hasNext()) {
            market.playTo(pace.awaitDue(market.nextTimeNs()));
            end = endNow.get();
        }
        return end == null ? End.FINISHED : end;
    }

    @Override
    public void finish(End end) {
        isEnding = true;
        market.settleFor(GRACE_NS);
        header.writeStop(end.reason(), market.nowNs());
    }

    /** At the end too: the engine must have sent its last cancels before the venue's last answers are awaited. */
    private void settle() {
        if (isEnding || pace.isAccelerated()) {
            start.run().engine().awaitDrained();
        }
    }

    private void publish(EngineEvent event) {
        venue.onMarketData(event);
        publisher.publish(event);
    }
}
