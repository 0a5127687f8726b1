package io.lockstep.launcher.tape.inspect;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.DepthUpdateDecoder;

/**
 * Finds missing depth updates of one instrument: where updates name their predecessor it must be the one before, else their first id
 * must follow its last.
 */
final class UpdateSequence {
    private long lastId = FixedPoint.NULL;
    private long gaps;
    private boolean begun;

    /** A snapshot came: whatever update is next, the book is whole again. */
    void restart() {
        begun = false;
    }

    /** Takes the last part of an update; false if one is missing before it and no snapshot made up for that. */
    boolean accept(DepthUpdateDecoder update) {
        long previous = update.previousUpdateId();
        boolean first = lastId == FixedPoint.NULL;
        boolean follows = previous == FixedPoint.NULL ? update.firstUpdateId() == lastId + 1 : previous == lastId;
        lastId = update.lastUpdateId();
        gaps += first || follows ? 0 : 1;
        boolean whole = !begun || follows;
        begun = true;
        return whole;
    }

    /** How often updates were missing. */
    long gaps() {
        return gaps;
    }
}
