package io.lockstep.gateway.alpaca.execution;

import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of our orders a venue order id belongs to, learned from every order body seen, because executions read by query name only the
 * venue's id. The latest are kept; allocates one text for each order. Ids are looked up by 64-bit hashes.
 */
final class VenueOrders {
    static final long UNKNOWN = Long.MIN_VALUE;

    private final Long2LongHashMap orderIds = new Long2LongHashMap(UNKNOWN);
    private final Long2LongHashMap strategyIds = new Long2LongHashMap(UNKNOWN);
    private final Long2ObjectHashMap<String> venueIds = new Long2ObjectHashMap<>();
    private final long[] window;
    private int head;

    /** @param remembered number of orders kept */
    VenueOrders(int remembered) {
        window = new long[remembered];
    }

    void remember(CharSequence venueOrderId, long orderId, int strategyId) {
        long key = TextHash.of(venueOrderId);
        if (orderIds.put(key, orderId) == UNKNOWN) {
            long oldest = window[head];
            venueIds.remove(orderIds.remove(oldest));
            strategyIds.remove(oldest);
            window[head] = key;
            head = (head + 1) % window.length;
            venueIds.put(orderId, venueOrderId.toString());
        }
        strategyIds.put(key, strategyId);
    }

    /** Our order id, or {@link #UNKNOWN}. */
    long orderId(CharSequence venueOrderId) {
        return orderIds.get(TextHash.of(venueOrderId));
    }

    /** The venue's id of an order of ours; null when no order body told it yet. */
    @Nullable
    String venueId(long orderId) {
        return venueIds.get(orderId);
    }

    /** The order's strategy; 0, external, when unknown. */
    int strategyId(CharSequence venueOrderId) {
        long strategy = strategyIds.get(TextHash.of(venueOrderId));
        return strategy == UNKNOWN ? 0 : (int) strategy;
    }
}
