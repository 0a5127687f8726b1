package io.lockstep.gateway.alpaca.marketdata;

import java.util.Arrays;

/** The levels of one side of a book message; reused, grows to the largest message seen. */
final class BookLevels {
    private long[] prices = new long[64];
    private long[] sizes = new long[64];
    private int count;
    private boolean complete = true;

    void clear() {
        count = 0;
        complete = true;
    }

    void add(long price, long size) {
        complete &= price != TickMessage.MISSING && size != TickMessage.MISSING;
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        prices[count] = price;
        sizes[count++] = size;
    }

    /** Whether every level has its price and size. */
    boolean isComplete() {
        return complete;
    }

    int count() {
        return count;
    }

    long price(int i) {
        return prices[i];
    }

    long size(int i) {
        return sizes[i];
    }
}
