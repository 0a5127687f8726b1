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
    private boolean begun;

    /** @param startId id of the book nobody has changed yet */
    DepthDiff(long startId) {
        lastId = startId;
        previousLastId = startId;
    }

    /** Takes in changes of these ids, whether or not a level follows: a recorded event may be empty. */
    void cover(long first, long last) {
        if (!begun) {
            begun = true;
            firstId = first;
        }
        lastId = last;
    }

    void change(boolean isAsk, long price, long quantity) {
        (isAsk ? asks : bids).put(price, quantity);
    }

    boolean isEmpty() {
        return !begun;
    }

    /** Starts collecting anew. */
    void clear() {
        begun = false;
        previousLastId = lastId;
        bids.clear();
        asks.clear();
    }

    /** Something is missing from here on: what was collected is no longer of use, and the next event names another predecessor. */
    void breakOff(long previousId) {
        clear();
        previousLastId = previousId;
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
