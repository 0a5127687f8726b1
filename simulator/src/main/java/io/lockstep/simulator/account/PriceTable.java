package io.lockstep.simulator.account;

import java.util.Arrays;

/** Latest fair price of each instrument for margin: the mark price, or the last price where no mark is known. */
public final class PriceTable {
    private long[] marks = new long[16];
    private long[] lasts = new long[16];

    /** Notes a mark price, quote currency, E8. */
    public void mark(int instrumentId, long price) {
        marks = grown(marks, instrumentId);
        marks[instrumentId] = price;
    }

    /** Notes a traded or quoted price, quote currency, E8. */
    public void last(int instrumentId, long price) {
        lasts = grown(lasts, instrumentId);
        lasts[instrumentId] = price;
    }

    /** The price margin is computed with, quote currency, E8; 0 before the first. */
    public long price(int instrumentId) {
        long mark = instrumentId < marks.length ? marks[instrumentId] : 0;
        return mark != 0 ? mark : last(instrumentId);
    }

    /** Latest traded or quoted price, quote currency, E8; 0 before the first. */
    public long last(int instrumentId) {
        return instrumentId < lasts.length ? lasts[instrumentId] : 0;
    }

    private static long[] grown(long[] values, int index) {
        return index < values.length ? values : Arrays.copyOf(values, Math.max(index + 1, values.length * 2));
    }
}
