package io.lockstep.strategies.indicator.microstructure;

import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.sbe.Side;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.Outputs;

/**
 * Bought less sold by aggressor as a share of both, over the trades of the last stretch of time {@code (now - window, now]}, from -1 to
 * 1. Trades without an aggressor do not count. 0 when the window holds none; ready at the first trade with an aggressor.
 */
public final class TradeFlowImbalance extends Outputs implements TradeIndicator {
    private final long windowNs;
    private final long[] times;
    private final long[] quantities;
    private int oldest;
    private int size;
    private long signedSum;
    private long absoluteSum;
    private long overflows;

    /**
     * Makes one.
     *
     * @param windowNs length of the window, nanoseconds, positive
     * @param capacity trades it can hold, at least 1; beyond them the oldest go early and are counted
     */
    public TradeFlowImbalance(long windowNs, int capacity) {
        super(1);
        this.windowNs = Arguments.requirePositive("windowNs", windowNs);
        times = new long[Arguments.requireAtLeast("capacity", capacity, 1)];
        quantities = new long[capacity];
    }

    @Override
    public void onTrade(long timeNs, long price, long quantity, Side aggressor) {
        while (size > 0 && times[oldest] <= timeNs - windowNs) {
            removeOldest();
        }
        if (aggressor == Side.BUY) {
            add(timeNs, quantity);
        } else if (aggressor == Side.SELL) {
            add(timeNs, -quantity);
        }
        if (size > 0) {
            set(0, signedSum / (double) absoluteSum);
        } else if (!Double.isNaN(output(0))) {
            set(0, 0);
        }
    }

    /** Trades that left the window before their time because it was full. */
    public long overflows() {
        return overflows;
    }

    private void add(long timeNs, long signedQuantity) {
        if (size == times.length) {
            removeOldest();
            overflows++;
        }
        int slot = (oldest + size) % times.length;
        times[slot] = timeNs;
        quantities[slot] = signedQuantity;
        signedSum = Math.addExact(signedSum, signedQuantity);
        absoluteSum = Math.addExact(absoluteSum, Math.abs(signedQuantity));
        size++;
    }

    private void removeOldest() {
        signedSum -= quantities[oldest];
        absoluteSum -= Math.abs(quantities[oldest]);
        oldest = oldest + 1 == times.length ? 0 : oldest + 1;
        size--;
    }
}
