package io.lockstep.engine.risk.window;

import java.util.Arrays;

/**
 * How far a price has moved within a window: against the lowest and the highest it was. Exact to a sixty-fourth of the window, in which older
 * prices may still count. Allocates nothing; owned by one thread.
 */
public final class PriceMove {
    private static final int BUCKETS = 64;
    private static final long BASIS_POINTS = 10_000;
    private static final long LARGEST_PRODUCT = Long.MAX_VALUE / (BASIS_POINTS + 1);

    private final long bucketNs;
    private final long[] lowest = new long[BUCKETS];
    private final long[] highest = new long[BUCKETS];
    private long bucket = Long.MIN_VALUE;
    private long bucketStartNs;
    private int slot;
    private long slotLow;
    private long slotHigh;
    private long low;
    private long high;

    /** @param windowNs length of the window, nanoseconds */
    public PriceMove(long windowNs) {
        bucketNs = Math.max(1, windowNs / BUCKETS);
    }

    /** Notes a price, E8, positive. */
    public void add(long nowNs, long price) {
        // a division costs more than all the rest of this
        if (nowNs - bucketStartNs >= bucketNs || nowNs < bucketStartNs || bucket == Long.MIN_VALUE) {
            turnTo(nowNs / bucketNs);
        }
        if (price < slotLow || slotLow == 0) {
            slotLow = price;
            low = low == 0 ? price : Math.min(low, price);
        }
        if (price > slotHigh) {
            slotHigh = price;
            high = Math.max(high, price);
        }
    }

    /** How far a price is from the furthest in the window, basis points of that price; 0 when there was none. */
    public long basisPoints(long price) {
        if (low == 0 || price <= 0) {
            return 0;
        }
        long distance = Math.max(Math.abs(price - low), Math.abs(high - price));
        return distance > Long.MAX_VALUE / BASIS_POINTS ? BASIS_POINTS : distance * BASIS_POINTS / price;
    }

    /** Whether a price is further from the furthest in the window than so many basis points of it. */
    public boolean exceeds(long price, long bps) {
        if (low == 0 || price <= 0) {
            return false;
        }
        long distance = Math.max(Math.abs(price - low), Math.abs(high - price));
        boolean small = distance < LARGEST_PRODUCT && price < LARGEST_PRODUCT && bps < BASIS_POINTS;
        return small ? distance * BASIS_POINTS >= (bps + 1) * price : basisPoints(price) > bps;
    }

    private void turnTo(long current) {
        lowest[slot] = slotLow;
        highest[slot] = slotHigh;
        slotLow = 0;
        slotHigh = 0;
        forget(current);
        bucket = current;
        bucketStartNs = current * bucketNs;
        slot = (int) (current % BUCKETS);
        findFurthest();
    }

    /** Empties the buckets that fall out of the window when it turns. */
    private void forget(long current) {
        boolean all = bucket == Long.MIN_VALUE || current - bucket >= BUCKETS || current < bucket;
        if (all) {
            Arrays.fill(lowest, 0);
            Arrays.fill(highest, 0);
            return;
        }
        for (long passed = bucket + 1; passed <= current; passed++) {
            lowest[(int) (passed % BUCKETS)] = 0;
            highest[(int) (passed % BUCKETS)] = 0;
        }
    }

    private void findFurthest() {
        low = 0;
        high = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (lowest[i] != 0) {
                low = low == 0 ? lowest[i] : Math.min(low, lowest[i]);
                high = Math.max(high, highest[i]);
            }
        }
    }
}
