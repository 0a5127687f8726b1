package io.lockstep.launcher.tape.format;

import io.lockstep.engine.instrument.FixedPoint;

/** How long the bars of one source are: as told, or the smallest distance between two of them seen so far. */
public final class BarSpacing {
    private final boolean told;
    private long smallestNs;
    private long lastNs = FixedPoint.NULL;

    /** @param seconds length of a bar, seconds; 0 to find out */
    public BarSpacing(int seconds) {
        told = seconds > 0;
        smallestNs = told ? seconds * Times.SECOND : Long.MAX_VALUE;
    }

    /** Takes the start of the next bar, UTC, nanoseconds. */
    void see(long startNs) {
        long distance = Math.abs(startNs - lastNs);
        if (!told && lastNs != FixedPoint.NULL && distance >= Times.SECOND) {
            smallestNs = Math.min(smallestNs, distance);
        }
        lastNs = startNs;
    }

    /** Forgets the last bar, before the source is read again. */
    public void restart() {
        lastNs = FixedPoint.NULL;
    }

    /** Length of a bar, seconds; 1 as long as only one bar was seen. */
    int seconds() {
        return smallestNs == Long.MAX_VALUE ? 1 : (int) Math.min(Integer.MAX_VALUE, smallestNs / Times.SECOND);
    }
}
