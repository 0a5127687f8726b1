package io.lockstep.simulator.market;

import java.util.Arrays;

/**
 * How much of the displayed size at each price of one side our clients have taken. The recorded market does not know of it and
 * goes on showing the whole size; this remembers, so that nobody takes the same size twice.
 *
 * <p>What was taken is paid back by decreases of the displayed size (others took what was left), by the level going away, and, if so
 * set, by time: then somebody has quoted anew.
 */
final class TakenLiquidity {
    private final long replenishNs;
    private long[] prices = new long[16];
    private long[] quantities = new long[16];
    private long[] times = new long[16];
    private int size;

    /** @param replenishNs after this time what was taken counts as quoted anew, nanoseconds; 0 is never */
    TakenLiquidity(long replenishNs) {
        this.replenishNs = replenishNs;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    void take(long price, long quantity, long timeNs) {
        int index = find(price);
        if (index < 0) {
            index = append(price);
        }
        quantities[index] += quantity;
        times[index] = timeNs;
    }

    /** Quantity taken at a price and not paid back, E8. */
    long taken(long price, long timeNs) {
        int index = size == 0 ? -1 : find(price);
        if (index < 0) {
            return 0;
        }
        if (replenishNs > 0 && timeNs - times[index] >= replenishNs) {
            remove(index);
            return 0;
        }
        return quantities[index];
    }

    /** The displayed size at a price changed. */
    void onDisplayed(long price, long before, long after) {
        int index = size == 0 ? -1 : find(price);
        if (index < 0) {
            return;
        }
        long left = quantities[index] - Math.max(0, before - after);
        if (after == 0 || left <= 0) {
            remove(index);
        } else {
            quantities[index] = Math.min(left, after);
        }
    }

    /** Everything better than a price is no longer displayed. */
    void dropBetterThan(long price, boolean bids) {
        for (int i = size - 1; i >= 0; i--) {
            if (bids ? prices[i] > price : prices[i] < price) {
                remove(i);
            }
        }
    }

    private int find(long price) {
        for (int i = 0; i < size; i++) {
            if (prices[i] == price) {
                return i;
            }
        }
        return -1;
    }

    private int append(long price) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, size * 2);
            quantities = Arrays.copyOf(quantities, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        prices[size] = price;
        quantities[size] = 0;
        return size++;
    }

    private void remove(int index) {
        size--;
        prices[index] = prices[size];
        quantities[index] = quantities[size];
        times[index] = times[size];
    }
}
