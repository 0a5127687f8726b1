package io.lockstep.gateway.binance.reference;

/**
 * Estimates how far the venue's clock is ahead of ours, from requests for its time.
 *
 * <p>The answer was made somewhere between sending and receiving; the sample with the shortest round trip among the last ones says
 * most, and is wrong by at most half of that trip. A sample that contradicts it voids all before. Owned by one thread.
 */
public final class ServerClock {
    /** Beyond this the venue may refuse requests or take stale ones, so no new orders are sent, nanoseconds. */
    public static final long LARGEST_OFFSET_NS = 250_000_000;

    private static final int SAMPLES = 8;
    private static final long NS_PER_MS = 1_000_000;

    private final long[] offsets = new long[SAMPLES];
    private final long[] roundTrips = new long[SAMPLES];
    private int count;

    /**
     * Adds a sample.
     *
     * @param sentNs our clock when the request left, UTC, nanoseconds
     * @param receivedNs our clock when the answer came, UTC, nanoseconds
     * @param serverTimeMs the venue's clock as answered, milliseconds
     */
    public void addSample(long sentNs, long receivedNs, long serverTimeMs) {
        if (receivedNs < sentNs) {
            throw new IllegalArgumentException("received before sent: sentNs=" + sentNs + ", receivedNs=" + receivedNs);
        }
        long roundTrip = receivedNs - sentNs;
        // a millisecond stamp is cut off: the venue's clock was on average half a millisecond further
        long serverNs = serverTimeMs * NS_PER_MS + NS_PER_MS / 2;
        long offset = serverNs - (sentNs + roundTrip / 2);
        if (contradicts(offset, roundTrip)) {
            count = 0;
        }
        int slot = count % SAMPLES;
        roundTrips[slot] = roundTrip;
        offsets[slot] = offset;
        count++;
    }

    /** Whether a sample and the best one so far cannot both be true: then one of the clocks was set, and what was measured before is void. */
    private boolean contradicts(long offset, long roundTrip) {
        return isKnown() && Math.abs(offset - offsetNs()) > roundTrip / 2 + NS_PER_MS / 2 + uncertaintyNs();
    }

    /** Whether there is a sample. */
    public boolean isKnown() {
        return count > 0;
    }

    /** The venue's clock minus ours, nanoseconds; 0 without a sample. */
    public long offsetNs() {
        return isKnown() ? offsets[best()] : 0;
    }

    /** How far {@link #offsetNs()} can be wrong, nanoseconds. */
    public long uncertaintyNs() {
        return isKnown() ? roundTrips[best()] / 2 + NS_PER_MS / 2 : Long.MAX_VALUE;
    }

    /** Whether the offset is known and small enough for new orders. */
    public boolean isTradable() {
        return isKnown() && Math.abs(offsetNs()) <= LARGEST_OFFSET_NS;
    }

    /** What to put into a request as its timestamp: the venue's clock, milliseconds. */
    public long timestampMs(long nowNs) {
        return (nowNs + offsetNs()) / NS_PER_MS;
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < Math.min(count, SAMPLES); i++) {
            if (roundTrips[i] < roundTrips[best]) {
                best = i;
            }
        }
        return best;
    }
}
