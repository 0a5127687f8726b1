package io.lockstep.engine.desk.closing;

import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.risk.DenyReason;

/** A strategy in a share, and what is being done to get it out. One for each pair, made at the start. */
final class Leg {
    /** Stands for whatever is held, however much that becomes. */
    static final long ALL = Long.MAX_VALUE;

    final int accountId;
    final int strategyId;
    final int instrumentId;

    /** What is still to be closed, base currency, E8; 0 while nothing is. */
    long toClose;

    /** What was held from the day before when its clean-up began, base currency, E8. */
    long leftover;

    /** The order that closes it, 0 if there is none. */
    long exitId;

    /** The order that waits in the closing auction, 0 if there is none. */
    long auctionId;

    /** Whether the closing auction has been seen to today. */
    boolean queued;

    /** When orders in the way are next asked to go, UTC, nanoseconds. */
    long nextCancelNs;

    /** When an exit may next be tried, UTC, nanoseconds. */
    long nextExitNs;

    /** Why the last order about it could not leave. */
    DenyReason denial = DenyReason.NONE;

    Leg(int accountId, int strategyId, int instrumentId) {
        this.accountId = accountId;
        this.strategyId = strategyId;
        this.instrumentId = instrumentId;
    }

    /** Closes a quantity from now on. */
    void close(long quantity) {
        toClose = quantity;
        exitId = 0;
        nextCancelNs = 0;
        nextExitNs = 0;
        denial = DenyReason.NONE;
    }

    /** Nothing is done about it any more. */
    void rest() {
        close(0);
        leftover = 0;
        auctionId = 0;
        queued = false;
    }

    void addTo(StateHash hash) {
        hash.add(toClose);
        hash.add(leftover);
        hash.add(exitId);
        hash.add(auctionId);
        hash.add(queued ? 1 : 0);
        hash.add(nextCancelNs);
        hash.add(nextExitNs);
        hash.add(denial.code());
    }
}
