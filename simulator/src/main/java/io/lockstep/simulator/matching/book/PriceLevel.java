package io.lockstep.simulator.matching.book;

import org.jspecify.annotations.Nullable;

/** Client orders resting at one price, the earliest first, and what was last seen of the market at that price. Pooled. */
public final class PriceLevel {
    long price;

    /** Size the market last displayed here, E8, or {@link QueueModel#UNSEEN}. */
    long displayed;

    /** Quantity traded here that a later, smaller display will have to show, E8. */
    long traded;

    /** When {@link #traded} last grew, nanoseconds. */
    long tradedNs;

    @Nullable
    ClientOrder first;

    @Nullable
    ClientOrder last;

    void reset(long newPrice, long newDisplayed) {
        price = newPrice;
        displayed = newDisplayed;
        traded = 0;
        tradedNs = 0;
    }

    /** The price, quote currency, E8. */
    public long price() {
        return price;
    }

    /** The earliest order, null if there is none. */
    @Nullable
    public ClientOrder first() {
        return first;
    }

    /** Whether no order rests here. */
    public boolean isEmpty() {
        return first == null;
    }

    void append(ClientOrder order) {
        order.level = this;
        order.levelPrevious = last;
        order.levelNext = null;
        if (last == null) {
            first = order;
        } else {
            last.levelNext = order;
        }
        last = order;
    }

    void remove(ClientOrder order) {
        ClientOrder before = order.levelPrevious;
        ClientOrder after = order.levelNext;
        if (before == null) {
            first = after;
        } else {
            before.levelNext = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.levelPrevious = before;
        }
        order.level = null;
        order.levelPrevious = null;
        order.levelNext = null;
    }
}
