package io.lockstep.simulator.matching.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One side of the client orders that rest on an instrument: price levels in a sorted array, best last. */
public final class BookSide {
    private final boolean asks;
    private PriceLevel[] levels = new PriceLevel[16];
    private int size;

    /** A side without orders. */
    public BookSide(boolean asks) {
        this.asks = asks;
        Arrays.setAll(levels, i -> new PriceLevel());
    }

    /** Whether it sells. */
    public boolean isAsks() {
        return asks;
    }

    /** Number of price levels. */
    public int size() {
        return size;
    }

    /** A level, 0 being the best. */
    public PriceLevel level(int index) {
        return levels[size - 1 - index];
    }

    /** The best level, null if nothing rests. */
    @Nullable
    public PriceLevel best() {
        return size == 0 ? null : levels[size - 1];
    }

    /** The level at a price, null if nothing rests there. */
    @Nullable
    public PriceLevel at(long price) {
        int index = indexOf(price);
        return index < size && levels[index].price == price ? levels[index] : null;
    }

    /** Whether {@code price} is better than {@code other} on this side: lower among asks, higher among bids. */
    public boolean isBetter(long price, long other) {
        return asks ? price < other : price > other;
    }

    /** The level at a price, new with the given display if there was none. */
    public PriceLevel claim(long price, long displayed) {
        int index = indexOf(price);
        if (index < size && levels[index].price == price) {
            return levels[index];
        }
        return insert(index, price, displayed);
    }

    /** Takes an order out; a level left empty goes. */
    public void remove(ClientOrder order) {
        PriceLevel level = order.level;
        if (level == null) {
            return;
        }
        level.remove(order);
        if (level.isEmpty()) {
            removeLevel(indexOf(level.price));
        }
    }

    private PriceLevel insert(int index, long price, long displayed) {
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, size * 2);
            for (int i = size; i < levels.length; i++) {
                levels[i] = new PriceLevel();
            }
        }
        PriceLevel spare = levels[size];
        System.arraycopy(levels, index, levels, index + 1, size - index);
        levels[index] = spare;
        size++;
        spare.reset(price, displayed);
        return spare;
    }

    private void removeLevel(int index) {
        PriceLevel emptied = levels[index];
        size--;
        System.arraycopy(levels, index + 1, levels, index, size - index);
        levels[size] = emptied;
    }

    private int indexOf(long price) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBetter(price, levels[middle].price)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
