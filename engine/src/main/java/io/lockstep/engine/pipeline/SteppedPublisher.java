package io.lockstep.engine.pipeline;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import org.jspecify.annotations.Nullable;

/**
 * Publishes by running the handlers at once on the calling thread: backtests, replays and tests. While an event is being handled nothing
 * can be claimed, so that events never nest.
 */
public final class SteppedPublisher implements EventPublisher {
    private final EngineEvent event = new EngineEvent();
    private final EventSink sink;
    private long sequence;
    private boolean busy;

    /**
     * Continues an order of events.
     *
     * @param sequence last sequence given so far
     * @param sink handles each event
     */
    public SteppedPublisher(long sequence, EventSink sink) {
        this.sequence = sequence;
        this.sink = sink;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        if (busy) {
            return null;
        }
        busy = true;
        event.blankPadding();
        return event;
    }

    @Override
    public EngineEvent claim() {
        EngineEvent claimed = tryClaim();
        if (claimed == null) {
            throw new IllegalStateException("an event is being handled: sequence=" + sequence);
        }
        return claimed;
    }

    @Override
    public void publish(EngineEvent claimed) {
        claimed.sequence(++sequence);
        try {
            sink.handle(claimed);
        } finally {
            busy = false;
        }
    }

    /** Sequence of the last event. */
    public long sequence() {
        return sequence;
    }

    /** Takes an event that has its place in the order. */
    public interface EventSink {
        /** Handles the event. */
        void handle(EngineEvent event);
    }
}
