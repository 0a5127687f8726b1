package io.lockstep.engine.order;

import io.lockstep.engine.sbe.ExecutionReportDecoder;

/**
 * Remembers the latest fills by their execution id, so that one that comes again, on the stream and from a query, is booked once.
 *
 * <p>An execution id is the venue's and belongs to one account, instrument and side; our order id is no part of the key, for a replaced order
 * goes by two. A fill without an execution id is known by its order and the quantity filled with it. Allocates nothing once constructed.
 */
public final class FillDedupe {
    private final IdDedupe ids;

    /** @param remembered number of latest fills remembered */
    public FillDedupe(int remembered) {
        ids = new IdDedupe(remembered);
    }

    /** Notes a fill; false if it was noted before. */
    public boolean isNew(ExecutionReportDecoder fill) {
        int offset = fill.offset() + ExecutionReportDecoder.execIdEncodingOffset();
        long seed = IdDedupe.mix(
                IdDedupe.seed(fill.accountId(), fill.instrumentId()),
                fill.side().value());
        if (fill.buffer().getByte(offset) == 0) {
            seed = IdDedupe.mix(IdDedupe.mix(IdDedupe.mix(seed, fill.orderId()), fill.cumQty()), fill.lastQty());
        }
        return ids.isNew(seed, fill.buffer(), offset, ExecutionReportDecoder.execIdEncodingLength());
    }

    /** Notes a fill that an earlier epoch had noted, by its key. */
    public void carried(long key) {
        ids.carried(key);
    }

    /** Keys of the fills remembered, oldest first. */
    public long[] keys() {
        return ids.keys();
    }
}
