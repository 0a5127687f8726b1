package io.lockstep.engine.book;

import java.util.Arrays;

/**
 * One side of an order book: price levels in two sorted arrays, best level last, so that the busy end moves least memory.
 *
 * <p>No cap on levels; the arrays come with the first level, since most instruments are only quoted, and double when full. Prices are compared
 * after multiplication with {@code direction}, so one body serves both sides.
 */
final class BookSide {
    private static final int INITIAL_LEVELS = 1024;
    private static final long[] NONE = {};

    private final long direction;
    private long[] prices = NONE;
    private long[] quantities = NONE;
    private int size;

    /** @param direction 1 for bids (highest is best), -1 for asks (lowest is best) */
    BookSide(long direction) {
        this.direction = direction;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Price of a level, 0 being the best; 0 when there is no such level. */
    long price(int level) {
        return level < size ? prices[size - 1 - level] : 0;
    }

    /** Quantity of a level, 0 being the best; 0 when there is no such level. */
    long quantity(int level) {
        return level < size ? quantities[size - 1 - level] : 0;
    }

    /** Sets a level's total; 0 removes it. Returns the quantity it had. */
    long set(long price, long quantity) {
        int index = find(price);
        boolean present = index < size && prices[index] == price;
        long before = present ? quantities[index] : 0;
        if (quantity == 0) {
            if (present) {
                remove(index);
            }
        } else if (present) {
            quantities[index] = quantity;
        } else {
            insert(index, price, quantity);
        }
        return before;
    }

    /** Quantity at a price, 0 if there is none. */
    long quantityAt(long price) {
        int index = find(price);
        return index < size && prices[index] == price ? quantities[index] : 0;
    }

    /** Index of the price, or where it belongs. Most updates are near the best, so look there before halving. */
    private int find(long price) {
        long key = price * direction;
        int high = size;
        int step = 8;
        while (high - step > 0 && prices[high - step] * direction >= key) {
            high -= step;
            step <<= 1;
        }
        int low = Math.max(0, high - step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (prices[middle] * direction < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void insert(int index, long price, long quantity) {
        if (size == prices.length) {
            int room = Math.max(INITIAL_LEVELS, 2 * size);
            prices = Arrays.copyOf(prices, room);
            quantities = Arrays.copyOf(quantities, room);
        }
        System.arraycopy(prices, index, prices, index + 1, size - index);
        System.arraycopy(quantities, index, quantities, index + 1, size - index);
        prices[index] = price;
        quantities[index] = quantity;
        size++;
    }

    private void remove(int index) {
        size--;
        System.arraycopy(prices, index + 1, prices, index, size - index);
        System.arraycopy(quantities, index + 1, quantities, index, size - index);
    }
}
