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

    /** Takes the last part of an update; false if one is missing before it. */
    boolean accept(DepthUpdateDecoder update) {
        long previous = update.previousUpdateId();
        boolean first = lastId == FixedPoint.NULL;
        boolean follows = previous == FixedPoint.NULL ? update.firstUpdateId() == lastId + 1 : previous == lastId;
        lastId = update.lastUpdateId();
        gaps += first || follows ? 0 : 1;
        return first || follows;
    }

    /** How often updates were missing. */
    long gaps() {
        return gaps;
    }
}
