package io.lockstep.strategies.micro;

/** Whether a signal has stayed beyond a threshold, on one side, for enough updates and long enough. Pure; time is event time. */
public final class PersistentSignal {
    private final double threshold;
    private final int minUpdates;
    private final long minNs;
    private int side;
    private int updates;
    private long sinceNs;

    /**
     * Makes one.
     *
     * @param threshold size the signal must have, positive
     * @param minUpdates updates it must last, at least 1
     * @param minNs time it must last, nanoseconds
     */
    public PersistentSignal(double threshold, int minUpdates, long minNs) {
        this.threshold = threshold;
        this.minUpdates = minUpdates;
        this.minNs = minNs;
    }

    /** Takes the next value; one that is not a number starts anew. */
    public void onValue(long timeNs, double value) {
        int now = value >= threshold ? 1 : value <= -threshold ? -1 : 0;
        if (now != side) {
            side = now;
            updates = 0;
            sinceNs = timeNs;
        }
        updates++;
    }

    /** 1 or -1 if the signal lasts, else 0. */
    public int direction(long timeNs) {
        return updates >= minUpdates && timeNs - sinceNs >= minNs ? side : 0;
    }

    /** Starts anew, as after acting on it. */
    public void reset() {
        side = 0;
        updates = 0;
    }
}
