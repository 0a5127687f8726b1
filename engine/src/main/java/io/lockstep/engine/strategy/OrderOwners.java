package io.lockstep.engine.strategy;

import org.agrona.collections.Long2LongHashMap;

/**
 * Which strategy an order belongs to, for reports that do not say: the latest orders, also closed ones, for fills can be late. Owned by the strategy
 * handler; allocates nothing once constructed.
 */
final class OrderOwners {
    private static final long NOBODY = 0;

    private final Long2LongHashMap owners;
    private final long[] window;
    private int head;

    /** @param remembered number of latest orders remembered */
    OrderOwners(int remembered) {
        owners = new Long2LongHashMap(4 * remembered, 0.5f, NOBODY);
        window = new long[remembered];
    }

    void put(long orderId, int strategyId) {
        if (orderId <= 0 || owners.put(orderId, strategyId) != NOBODY) {
            return;
        }
        long oldest = window[head];
        if (oldest != NOBODY) {
            owners.remove(oldest);
        }
        window[head] = orderId;
        head = (head + 1) % window.length;
    }

    /** Strategy of an order; 0 if it is not known. */
    int of(long orderId) {
        return (int) owners.get(orderId);
    }
}
