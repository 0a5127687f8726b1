package io.lockstep.engine.risk.window;

import io.lockstep.engine.sbe.OrderCommandDecoder;

/**
 * The orders sent a moment ago, to tell one that is sent again by mistake. Two orders are equal in strategy, instrument, side, type, quantity and
 * prices; they are compared by a 64-bit hash of these. Holds as many as the rate limit lets through. Owned by the gate; allocates nothing.
 */
public final class RecentOrders {
    private static final int MOST = 65_536;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NOT_FOUND = -1;

    private final long windowNs;
    private final long[] hashes;
    private final long[] times;
    private int head;
    private int count;

    /**
     * @param windowNs how long an order is remembered, nanoseconds; 0 remembers none
     * @param perSecond orders that can be sent to one venue in a second
     */
    public RecentOrders(long windowNs, int perSecond) {
        this.windowNs = windowNs;
        long seconds = windowNs / SECOND_NS + 1;
        int room = (int) Math.min(MOST, 4L * perSecond * seconds);
        hashes = new long[room];
        times = new long[room];
    }

    /** Notes an order that may leave. */
    public void add(OrderCommandDecoder command, long nowNs) {
        if (windowNs == 0) {
            return;
        }
        if (count == hashes.length) {
            drop();
        }
        int slot = (head + count++) % hashes.length;
        hashes[slot] = hash(command);
        times[slot] = nowNs;
    }

    /** How long ago an equal order was sent, nanoseconds; -1 if none was within the window. */
    public long agoNs(OrderCommandDecoder command, long nowNs) {
        while (count > 0 && times[head] <= nowNs - windowNs) {
            drop();
        }
        if (count == 0) {
            return NOT_FOUND;
        }
        long wanted = hash(command);
        for (int i = count - 1; i >= 0; i--) {
            int slot = (head + i) % hashes.length;
            if (hashes[slot] == wanted) {
                return nowNs - times[slot];
            }
        }
        return NOT_FOUND;
    }

    private void drop() {
        head = (head + 1) % hashes.length;
        count--;
    }

    private static long hash(OrderCommandDecoder command) {
        long hash = mix(command.action().value(), command.strategyId());
        hash = mix(hash, command.instrumentId());
        hash = mix(hash, command.side().value() * 31L + command.orderType().value());
        hash = mix(hash, command.quantity());
        hash = mix(hash, command.price());
        return mix(hash, command.stopPrice());
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
