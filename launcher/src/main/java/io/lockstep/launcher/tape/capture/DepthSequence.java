package io.lockstep.launcher.tape.capture;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.reference.Product;
import java.util.ArrayList;
import java.util.List;

/** Where the book of one instrument stands: which update must come next, and which ones wait for a snapshot. */
final class DepthSequence {
    private final boolean linksByPreviousId;
    private final List<DepthMessage> held = new ArrayList<>();
    private long lastId = FixedPoint.NULL;
    private boolean fresh;

    DepthSequence(Product product) {
        this.linksByPreviousId = product == Product.USDM;
    }

    /** Whether a snapshot has come and no update is missing since. */
    boolean isSynchronized() {
        return lastId != FixedPoint.NULL;
    }

    /** The venue's id of the last update in the book. */
    long lastId() {
        return lastId;
    }

    /** A snapshot replaces the book. */
    void restart(long snapshotId) {
        lastId = snapshotId;
        fresh = true;
    }

    /** Updates are missing: the book waits for the next snapshot. */
    void lose() {
        lastId = FixedPoint.NULL;
    }

    /** Whether the book already has an update. */
    boolean isStale(DepthMessage update) {
        return update.lastUpdateId() <= lastId;
    }

    /** Whether an update is the next one; the first after a snapshot may overlap it. */
    boolean isNext(DepthMessage update) {
        if (fresh) {
            return update.firstUpdateId() <= lastId + 1 && update.lastUpdateId() > lastId;
        }
        return linksByPreviousId ? update.previousUpdateId() == lastId : update.firstUpdateId() == lastId + 1;
    }

    /** Moves on to an update. */
    void advance(DepthMessage update) {
        lastId = update.lastUpdateId();
        fresh = false;
    }

    /** Keeps an update until its snapshot comes. */
    void hold(DepthMessage update) {
        DepthMessage copy = new DepthMessage();
        copy.copyFrom(update);
        held.add(copy);
    }

    /** Gives the updates kept and keeps them no longer. */
    List<DepthMessage> release() {
        List<DepthMessage> released = List.copyOf(held);
        held.clear();
        return released;
    }
}
