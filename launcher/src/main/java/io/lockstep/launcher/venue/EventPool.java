package io.lockstep.launcher.venue;

import io.lockstep.engine.event.EngineEvent;
import java.util.Queue;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;

/** Slots for events that do not go through a ring of their own, used over and over. Safe for any number of threads. */
public final class EventPool {
    private static final int KEPT = 64;

    private final Queue<EngineEvent> free = new ManyToManyConcurrentArrayQueue<>(KEPT);

    /** A slot to encode into; a new one where all are in use. */
    public EngineEvent take() {
        EngineEvent used = free.poll();
        EngineEvent event = used == null ? new EngineEvent() : used;
        event.blankPadding();
        return event;
    }

    /** Takes a slot back; nobody may touch it any more. */
    public void give(EngineEvent event) {
        boolean unused = free.offer(event);
    }
}
