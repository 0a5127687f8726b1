package io.lockstep.engine.port;

import io.lockstep.engine.event.EngineEvent;

/** Recorded events in their order: a journal, or a tape. One reading thread. */
public interface RecordSource {
    /** A source without events. */
    RecordSource EMPTY = event -> false;

    /**
     * Copies the next record into a slot.
     *
     * @return false at the end
     * @throws IllegalStateException if the record is damaged; nothing behind it can be read
     */
    boolean next(EngineEvent into);
}
