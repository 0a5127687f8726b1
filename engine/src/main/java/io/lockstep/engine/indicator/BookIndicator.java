package io.lockstep.engine.indicator;

import io.lockstep.engine.book.OrderBook;

/** An indicator over the order book of one instrument, updated after each change of a valid book. */
public interface BookIndicator extends Indicator {
    /**
     * Takes the book after a change.
     *
     * @param timeNs event time, UTC, nanoseconds, never less than the last
     * @param book the whole book, valid only during the call
     */
    void onBook(long timeNs, OrderBook book);
}
