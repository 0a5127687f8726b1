package io.lockstep.gateway.alpaca.execution;

import org.agrona.collections.LongHashSet;

/**
 * Remembers the latest fills by order and filled quantity after them, so that one told by the stream and again by a query makes one
 * report. The quantity only rises, so it names a fill also where the two sources give it different ids. Allocates nothing once constructed.
 */
final class SeenFills {
    private final LongHashSet seen;
    private final long[] window;
    private int head;

    /** @param remembered number of fills kept */
    SeenFills(int remembered) {
        seen = new LongHashSet(4 * remembered, 0.5f, true);
        window = new long[remembered];
    }

    /** Notes a fill; whether it is new. */
    boolean isNew(CharSequence venueOrderId, long filledQuantity) {
        long mixed = TextHash.mix(TextHash.of(venueOrderId) ^ TextHash.mix(filledQuantity));
        long key = mixed == 0 ? 1 : mixed;
        if (!seen.add(key)) {
            return false;
        }
        if (window[head] != 0) {
            seen.remove(window[head]);
        }
        window[head] = key;
        head = (head + 1) % window.length;
        return true;
    }
}
