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

    /** Where the log stands before the first record. */
    default LogPoint start() {
        return LogPoint.BEGINNING;
    }

    /** Whether whoever wrote the log ended in peace, so that nothing more will come. */
    default boolean isClosed() {
        return false;
    }

    /** A log that has a place but no records yet. */
    static RecordSource emptyAt(LogPoint place) {
        return new RecordSource() {
            @Override
            public boolean next(EngineEvent into) {
                return false;
            }

            @Override
            public LogPoint start() {
                return place;
            }
        };
    }
}
