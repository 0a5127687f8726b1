package io.lockstep.engine.order;

import io.lockstep.engine.sbe.ExecutionReportDecoder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/**
 * Remembers the latest fills by their execution id, so that one that comes again, on the stream and from a query, is booked once.
 *
 * <p>An execution id is the venue's and belongs to one account, instrument and side; our order id is no part of the key, for a replaced order
 * goes by two. A fill without an execution id is known by its order and the quantity filled with it. Ids are kept as 64-bit hashes: two of
 * the remembered ones meet by chance less than once in 10^9 runs. Allocates nothing once constructed.
 */
public final class FillDedupe {
    private static final long EMPTY = 0;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final LongHashSet seen;
    private final long[] window;
    private int head;

    /** @param remembered number of latest fills remembered */
    public FillDedupe(int remembered) {
        seen = new LongHashSet(4 * remembered, 0.5f, true);
        window = new long[remembered];
    }

    /** Notes a fill; false if it was noted before. */
    public boolean isNew(ExecutionReportDecoder fill) {
        long key = key(fill);
        if (!seen.add(key)) {
            return false;
        }
        remember(key);
        return true;
    }

    /** Notes a fill that an earlier epoch had noted, by its key. */
    public void carried(long key) {
        if (seen.add(key)) {
            remember(key);
        }
    }

    /** Keys of the fills remembered, oldest first. */
    public long[] keys() {
        long[] keys = new long[window.length];
        int count = 0;
        for (int i = 0; i < window.length; i++) {
            long key = window[(head + i) % window.length];
            if (key != EMPTY) {
                keys[count++] = key;
            }
        }
        return Arrays.copyOf(keys, count);
    }

    private void remember(long key) {
        long oldest = window[head];
        if (oldest != EMPTY) {
            seen.remove(oldest);
        }
        window[head] = key;
        head = (head + 1) % window.length;
    }

    private static long key(ExecutionReportDecoder fill) {
        DirectBuffer buffer = fill.buffer();
        int offset = fill.offset() + ExecutionReportDecoder.execIdEncodingOffset();
        int length = ExecutionReportDecoder.execIdEncodingLength();
        long hash = mix(
                mix(mix(FNV_OFFSET, fill.accountId()), fill.instrumentId()),
                fill.side().value());
        if (buffer.getByte(offset) == 0) {
            hash = mix(mix(mix(hash, fill.orderId()), fill.cumQty()), fill.lastQty());
        }
        for (int i = 0; i < length; i++) {
            hash = mix(hash, buffer.getByte(offset + i) & 0xFF);
        }
        return hash == EMPTY ? 1 : hash;
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * FNV_PRIME;
        return mixed ^ mixed >>> 29;
    }
}
