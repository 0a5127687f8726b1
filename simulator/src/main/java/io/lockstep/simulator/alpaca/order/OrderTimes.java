package io.lockstep.simulator.alpaca.order;

import io.lockstep.engine.instrument.FixedPoint;

/** When what happened to an order: UTC, nanoseconds, {@code FixedPoint.NULL} until it is known. */
public final class OrderTimes {
    private final long createdNs;
    private final long submittedNs;
    private long updatedNs;
    private long filledNs = FixedPoint.NULL;
    private long expiresNs = FixedPoint.NULL;
    private long expiredNs = FixedPoint.NULL;
    private long cancelRequestedNs = FixedPoint.NULL;
    private long canceledNs = FixedPoint.NULL;
    private long failedNs = FixedPoint.NULL;
    private long replacedNs = FixedPoint.NULL;

    OrderTimes(long createdNs, long nowNs) {
        this.createdNs = createdNs;
        this.submittedNs = nowNs;
        this.updatedNs = nowNs;
    }

    /** When its first form came. */
    public long createdNs() {
        return createdNs;
    }

    /** When it came. */
    public long submittedNs() {
        return submittedNs;
    }

    /** When anything last changed. */
    long updatedNs() {
        return updatedNs;
    }

    /** When it was filled. */
    long filledNs() {
        return filledNs;
    }

    /** When time will end it. */
    long expiresNs() {
        return expiresNs;
    }

    /** When time ended it. */
    long expiredNs() {
        return expiredNs;
    }

    /** When its cancellation was asked for. */
    long cancelRequestedNs() {
        return cancelRequestedNs;
    }

    /** When it was canceled. */
    long canceledNs() {
        return canceledNs;
    }

    /** When it was rejected. */
    long failedNs() {
        return failedNs;
    }

    /** When another took its place. */
    long replacedNs() {
        return replacedNs;
    }

    void updated(long timeNs) {
        updatedNs = timeNs;
    }

    void cancelRequested(long timeNs) {
        cancelRequestedNs = timeNs;
    }

    /** Says when time is to end it. */
    public void expireAt(long timeNs) {
        expiresNs = timeNs;
    }

    void ended(OrderState state, long timeNs) {
        switch (state) {
            case FILLED -> filledNs = timeNs;
            case CANCELED -> canceledNs = timeNs;
            case EXPIRED -> expiredNs = timeNs;
            case REJECTED -> failedNs = timeNs;
            default -> replacedNs = timeNs;
        }
    }
}
