package io.lockstep.launcher.tape.format;

import io.lockstep.engine.instrument.FixedPoint;

/** A bar as read from a line, before it becomes an event; reused. */
final class BarRow {
    /** SBE's null of an int32. */
    static final int NO_COUNT = Integer.MIN_VALUE;

    final int instrumentId;
    int timeframeSeconds;
    long openTimeNs;
    long closeTimeNs;
    long open;
    long high;
    long low;
    long close;
    long volume;
    long notional = FixedPoint.NULL;
    int trades = NO_COUNT;

    BarRow(int instrumentId) {
        this.instrumentId = instrumentId;
    }

    /** Sets when the bar starts and how long it is; it ends that much later. */
    void span(long startNs, int seconds) {
        openTimeNs = startNs;
        timeframeSeconds = seconds;
        closeTimeNs = startNs + seconds * Times.SECOND;
    }

    /** Refuses a bar whose prices contradict each other. */
    void requireConsistent() throws BadLineException {
        boolean inside = Math.min(open, close) >= low && Math.max(open, close) <= high;
        if (!inside || low <= 0) {
            throw new BadLineException(low <= 0 ? LineOutcome.OUT_OF_RANGE : LineOutcome.INCONSISTENT_BAR);
        }
    }
}
