package io.lockstep.engine.pipeline;

import com.lmax.disruptor.RingBuffer;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes into a ring of staged handlers one event at a time: the next only after the last is through, so that a staged backtest has the
 * order of a stepped one.
 */
public final class AwaitingPublisher implements EventPublisher {
    private static final int SPINS_BEFORE_PARKING = 2_000;

    private final RingPublisher publisher;
    private final RingBuffer<EngineEvent> ring;
    private final BooleanSupplier failed;

    /**
     * Wraps a publisher.
     *
     * @param failed whether a handler has thrown, so that waiting is in vain
     */
    public AwaitingPublisher(RingPublisher publisher, RingBuffer<EngineEvent> ring, BooleanSupplier failed) {
        this.publisher = publisher;
        this.ring = ring;
        this.failed = failed;
    }

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
        long slot = event.slot();
        publisher.publish(event);
        for (int spins = 0; ring.getMinimumGatingSequence() < slot; spins++) {
            if (spins < SPINS_BEFORE_PARKING) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(1);
            }
        }
        // failed handlers let events pass unhandled, so the wait ends in any case
        if (failed.getAsBoolean()) {
            throw new IllegalStateException("a handler has failed at or before ring position " + slot);
        }
    }
}
