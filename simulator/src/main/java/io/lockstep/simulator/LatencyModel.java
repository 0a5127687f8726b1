package io.lockstep.simulator;

/**
 * How long a message travels: a fixed time each way and a jitter drawn from a seed and the message's number, so that the same run
 * always sees the same delays. Messages of one direction never overtake each other.
 *
 * @param entryNs from sending an order to its effect, nanoseconds, not negative
 * @param responseNs from an effect to the report of it, nanoseconds, not negative
 * @param jitterNs most that is added to either, nanoseconds, not negative
 * @param seed seed of the jitter
 */
public record LatencyModel(long entryNs, long responseNs, long jitterNs, long seed) {
    /** Checks ranges. */
    public LatencyModel {
        if (entryNs < 0 || responseNs < 0 || jitterNs < 0) {
            throw new IllegalArgumentException("must not be negative: entryNs=" + entryNs + ", responseNs=" + responseNs
                    + ", jitterNs=" + jitterNs);
        }
    }

    /** Delay of the n-th message to the venue, nanoseconds. */
    public long entry(long number) {
        return entryNs + jitter(2 * number);
    }

    /** Delay of the n-th message from the venue, nanoseconds. */
    public long response(long number) {
        return responseNs + jitter(2 * number + 1);
    }

    private long jitter(long key) {
        return jitterNs == 0 ? 0 : Long.remainderUnsigned(mix(seed + key * 0x9E3779B97F4A7C15L), jitterNs + 1);
    }

    /** SplitMix64's finalizer. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
