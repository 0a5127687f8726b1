package io.lockstep.gateway.binance.session.context;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What any thread may ask the sync thread to do at its next turn. */
public final class Wishes {
    private final AtomicBoolean fills = new AtomicBoolean();
    private final AtomicBoolean account = new AtomicBoolean();
    private final AtomicBoolean everything = new AtomicBoolean();
    private final AtomicBoolean clock = new AtomicBoolean();
    private final AtomicLong heard = new AtomicLong();

    /** Fills were missed, or may have been. */
    public void wantFills() {
        fills.set(true);
    }

    /** Balances and positions are not as thought. */
    public void wantAccount() {
        account.set(true);
    }

    /** Anything may have been missed. */
    public void wantEverything() {
        everything.set(true);
    }

    /** The venue's clock is not as thought. */
    public void wantClock() {
        clock.set(true);
    }

    /** An order or the account changed, as its stream tells. */
    public void hear() {
        heard.incrementAndGet();
    }

    /** Number of such changes so far. */
    public long heard() {
        return heard.get();
    }

    /** Whether fills were asked for since this was asked last. */
    public boolean takeFills() {
        return fills.getAndSet(false);
    }

    /** Whether balances and positions were asked for since this was asked last. */
    public boolean takeAccount() {
        return account.getAndSet(false);
    }

    /** Whether everything was asked for since this was asked last. */
    public boolean takeEverything() {
        return everything.getAndSet(false);
    }

    /** Whether the clock was asked for since this was asked last. */
    public boolean takeClock() {
        return clock.getAndSet(false);
    }
}
