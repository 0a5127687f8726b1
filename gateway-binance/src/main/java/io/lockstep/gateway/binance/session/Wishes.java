package io.lockstep.gateway.binance.session;

import java.util.concurrent.atomic.AtomicBoolean;

/** What any thread may ask the sync thread to do at its next turn. */
final class Wishes {
    private final AtomicBoolean fills = new AtomicBoolean();
    private final AtomicBoolean account = new AtomicBoolean();
    private final AtomicBoolean everything = new AtomicBoolean();
    private final AtomicBoolean clock = new AtomicBoolean();

    /** Fills were missed, or may have been. */
    void wantFills() {
        fills.set(true);
    }

    /** Balances and positions are not as thought. */
    void wantAccount() {
        account.set(true);
    }

    /** Anything may have been missed. */
    void wantEverything() {
        everything.set(true);
    }

    /** The venue's clock is not as thought. */
    void wantClock() {
        clock.set(true);
    }

    boolean takeFills() {
        return fills.getAndSet(false);
    }

    boolean takeAccount() {
        return account.getAndSet(false);
    }

    boolean takeEverything() {
        return everything.getAndSet(false);
    }

    boolean takeClock() {
        return clock.getAndSet(false);
    }
}
