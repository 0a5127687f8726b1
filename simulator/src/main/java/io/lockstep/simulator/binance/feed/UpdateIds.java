package io.lockstep.simulator.binance.feed;

import static io.lockstep.engine.instrument.FixedPoint.NULL;

/**
 * Numbers the changes of one book: counts by itself, or takes over the ids of a recording, so that quotes and depth name the same book. What
 * was sent is never contradicted: ids only grow, and an event that overlaps what was sent begins behind it.
 */
final class UpdateIds {
    private final long step;
    private long recorded = NULL;
    private boolean inEvent;
    private long first;
    private long last;

    /** @param step distance of ids counted here: 1 where they are per symbol, more where the venue counts over all symbols */
    UpdateIds(long startId, long step) {
        this.step = step;
        this.first = startId;
        this.last = startId;
    }

    /** Id of the first change of the current event. */
    long first() {
        return first;
    }

    /** Id of the latest change. */
    long last() {
        return last;
    }

    /** A level changes: it has an id of its own unless a recorded event is under way. */
    void count() {
        if (!inEvent) {
            last += step;
            first = last;
        }
    }

    /**
     * A recorded event begins.
     *
     * @return false if the recording has a hole before it
     */
    boolean begin(long firstId, long lastId, long previousId) {
        boolean follows = recorded == NULL
                || firstId == NULL
                || (previousId == NULL ? firstId <= recorded + 1 : previousId <= recorded);
        // spot proves continuity by U, futures by pu: there U is kept as recorded
        first = follows && previousId == NULL ? last + 1 : Math.max(firstId, last + 1);
        last = Math.max(lastId, first);
        recorded = lastId;
        inEvent = true;
        return follows;
    }

    /** The event is complete. */
    void end() {
        inEvent = false;
    }
}
