package io.lockstep.simulator.binance.feed;

import java.util.LinkedHashMap;
import java.util.Map;

/** Changes of a book collected until the next depth event of one speed. */
final class DepthDiff {
    private final Map<Long, Long> bids = new LinkedHashMap<>();
    private final Map<Long, Long> asks = new LinkedHashMap<>();
    private long firstId;
    private long lastId;
    private long previousLastId;

    void change(boolean isAsk, long price, long quantity, long updateId) {
        if (isEmpty()) {
            firstId = updateId;
        }
        lastId = updateId;
        (isAsk ? asks : bids).put(price, quantity);
    }

    boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    /** Starts collecting anew. */
    void clear() {
        previousLastId = lastId;
        bids.clear();
        asks.clear();
    }

    Map<Long, Long> bids() {
        return bids;
    }

    Map<Long, Long> asks() {
        return asks;
    }

    /** Id of the first change in it. */
    long firstId() {
        return firstId;
    }

    /** Id of the last change in it. */
    long lastId() {
        return lastId;
    }

    /** {@link #lastId} of the event before, 0 before the first. */
    long previousLastId() {
        return previousLastId;
    }
}
