package io.lockstep.engine.decision;

/** The critical alerts that no receiver is known to have, oldest first. Owned by the risk handler; allocates nothing. */
public final class CriticalAlerts {
    private static final int ROOM = 256;

    private final long[] sequences = new long[ROOM];
    private final long[] times = new long[ROOM];
    private int head;
    private int count;

    /** An alert was raised; where there are too many the oldest are kept, for they are what matters. */
    public void raised(long sequence, long nowNs) {
        if (count < ROOM) {
            int slot = (head + count++) % ROOM;
            sequences[slot] = sequence;
            times[slot] = nowNs;
        }
    }

    /** A receiver has the alerts an input caused. */
    public void delivered(long sequence) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int from = (head + i) % ROOM;
            if (sequences[from] != sequence) {
                int to = (head + kept++) % ROOM;
                sequences[to] = sequences[from];
                times[to] = times[from];
            }
        }
        count = kept;
    }

    /** When the oldest was raised, UTC, nanoseconds; far in the future when there is none. */
    public long oldestNs() {
        return count == 0 ? Long.MAX_VALUE : times[head];
    }

    /** How many there are. */
    public int count() {
        return count;
    }
}
