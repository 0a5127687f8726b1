package io.lockstep.journal;

import net.openhft.chronicle.core.time.TimeProvider;

/**
 * The time that decides into which roll file a record goes: the record's own, but never backwards. Chronicle would append to an older
 * file, whose records then stand before those of a newer one.
 */
final class RollClock implements TimeProvider {
    private static final long NS_PER_MS = 1_000_000;

    private long newestMs;

    /** @param floorMs earliest time to give, UTC, milliseconds */
    RollClock(long floorMs) {
        this.newestMs = floorMs;
    }

    /** A record of this time is about to be appended, UTC, nanoseconds. */
    void advanceTo(long timeNs) {
        newestMs = Math.max(newestMs, timeNs / NS_PER_MS);
    }

    @Override
    public long currentTimeMillis() {
        return newestMs;
    }
}
