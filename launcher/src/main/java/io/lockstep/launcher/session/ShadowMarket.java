package io.lockstep.launcher.session;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.header.RunHeaderWriter;
import io.lockstep.launcher.session.recovery.Recovery;
import io.lockstep.launcher.session.wiring.RunHeaders;
import io.lockstep.launcher.session.wiring.Venues;
import io.lockstep.simulator.inprocess.SimulatedVenue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live market data, and orders that no venue sees: the simulated venue fills them against what the real ones show. Its time is the clock's.
 */
final class ShadowMarket implements SessionMarket {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowMarket.class);
    private static final long NS_PER_MS = 1_000_000;
    private static final long LOOK_NS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long GRACE_NS = TimeUnit.SECONDS.toNanos(2);
    private static final int COPY_BYTES = 1 << 24;

    private final LiveSession.Start start;
    private final VenueGateway gateways;
    private final EpochNanoClock clock;
    private final SimulatedVenue venue;
    private final ManyToOneRingBuffer copies =
            new ManyToOneRingBuffer(new UnsafeBuffer(new byte[COPY_BYTES + RingBufferDescriptor.TRAILER_LENGTH]));
    private final AtomicLong missed = new AtomicLong();
    private final EngineEvent seen = new EngineEvent();
    private final MessageHandler onCopy = this::onCopy;

    @SuppressWarnings("NullAway.Init") // set by begin
    private EventPublisher publisher;

    @SuppressWarnings("NullAway.Init") // set by begin
    private TickSource ticks;

    ShadowMarket(LiveSession.Start start, VenueGateway gateways, EpochNanoClock clock) {
        this.start = start;
        this.gateways = gateways;
        this.clock = clock;
        venue = start.before().isPresent()
                ? Venues.reopen(
                        start.config().config(), start.run().engine().risk().portfolio())
                : Venues.open(start.config().config());
    }

    @Override
    public OrderGateway orders() {
        return venue;
    }

    @Override
    public void begin(EventPublisher to) {
        publisher = to;
        long startNs = clock.nanoTime();
        RunHeader header =
                start.header(RunHeaders.tagOf(start.config()), start.wiring().instruments());
        new RunHeaderWriter(publisher::claim, this::publishBoth).write(header, startNs);
        start.openOrders().forEach(order -> Recovery.publishEnd(order, publisher, startNs));
        venue.open(startNs);
        ticks = TickSource.start(
                publisher, clock, start.config().config().engine().timerIntervalMs() * NS_PER_MS);
        gateways.start(new Copying(), VenueGateway.Past.none(header.runId()));
    }

    @Override
    public End play(Supplier<@Nullable End> endNow) {
        End end = endNow.get();
        while (end == null) {
            if (advance() == 0) {
                LockSupport.parkNanos(LOOK_NS);
            }
            end = endNow.get();
        }
        return end;
    }

    @Override
    public void finish(End end) {
        if (end != End.KILLED) {
            OperatorCommands.publishDrain(publisher, end.reason(), clock.nanoTime());
        }
        long until = clock.nanoTime() + GRACE_NS;
        while (clock.nanoTime() < until) {
            advance();
            LockSupport.parkNanos(LOOK_NS);
        }
        gateways.close();
        ticks.close();
        if (missed.get() > 0) {
            LOG.warn("the simulated venue missed market data that the engine saw: events={}", missed.get());
        }
        new RunHeaderWriter(publisher::claim, publisher::publish).writeStop(end.reason(), clock.nanoTime());
    }

    /** Shows the simulated venue what came, and lets it answer up to now. */
    private int advance() {
        int read = copies.read(onCopy);
        venue.advanceTo(clock.nanoTime(), publisher);
        return read;
    }

    private void onCopy(int type, MutableDirectBuffer buffer, int offset, int length) {
        seen.copyFrom(buffer, offset, length);
        venue.onMarketData(seen);
    }

    private void publishBoth(EngineEvent event) {
        venue.onMarketData(event);
        publisher.publish(event);
    }

    /** Keeps a copy of each event for the simulated venue's thread before the engine has it. */
    private final class Copying implements EventPublisher {
        @Override
        public @Nullable EngineEvent tryClaim() {
            return publisher.tryClaim();
        }

        @Override
        public EngineEvent claim() {
            return publisher.claim();
        }

        @Override
        public void publish(EngineEvent event) {
            int length = RecordLayout.length(event.buffer(), 0);
            if (!copies.write(1, event.buffer(), 0, length)) {
                missed.incrementAndGet();
            }
            publisher.publish(event);
        }
    }
}
