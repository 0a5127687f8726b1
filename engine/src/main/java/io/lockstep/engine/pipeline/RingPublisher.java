package io.lockstep.engine.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.telemetry.LatencyRecorder;
import org.jspecify.annotations.Nullable;

/** Publishes into the ring; the ring's sequence is the total order, and with the journal's length before this run, the journal sequence. */
public final class RingPublisher implements EventPublisher {
    private final RingBuffer<EngineEvent> ring;
    private final long before;
    private final boolean timed;

    /**
     * Publishes into a ring.
     *
     * @param before journal sequence of the last event before this ring
     * @param timed whether to stamp events for latency histograms
     */
    public RingPublisher(RingBuffer<EngineEvent> ring, long before, boolean timed) {
        this.ring = ring;
        this.before = before;
        this.timed = timed;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        try {
            return claimed(ring.tryNext());
        } catch (InsufficientCapacityException full) {
            return null;
        }
    }

    @Override
    public EngineEvent claim() {
        return claimed(ring.next());
    }

    @Override
    public void publish(EngineEvent event) {
        long slot = event.slot();
        event.sequence(before + slot + 1);
        event.publishedNs(timed ? LatencyRecorder.now() : 0);
        ring.publish(slot);
    }

    private EngineEvent claimed(long slot) {
        EngineEvent event = ring.get(slot);
        event.slot(slot);
        event.blankPadding();
        return event;
    }
}
