package io.lockstep.journal;

import java.util.function.LongSupplier;
import net.openhft.chronicle.core.time.TimeProvider;

/**
 * The clock that decides into which roll file a record goes: the engine's, but never backwards. Chronicle would append to an
 * older file, whose records then stand before those of a newer one.
 */
final class RollClock implements TimeProvider {
    private static final long NS_PER_MS = 1_000_000;

    private final LongSupplier clockNs;
    private long newestMs;

    /**
     * @param clockNs event time, UTC, nanoseconds
     * @param floorMs earliest time to give, UTC, milliseconds
     */
    RollClock(LongSupplier clockNs, long floorMs) {
        this.clockNs = clockNs;
        this.newestMs = floorMs;
    }

    @Override
    public long currentTimeMillis() {
        newestMs = Math.max(newestMs, clockNs.getAsLong() / NS_PER_MS);
        return newestMs;
    }
}
