package io.lockstep.launcher.demo;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When a demo is over: so many seconds after there is something to see, for connecting takes longer on one machine than on another. If
 * nothing comes, the patience for it ends too. One thread.
 */
public final class ShowTime implements BooleanSupplier {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final long lengthNs;
    private final BooleanSupplier visible;
    private final LongSupplier nanoTime;
    private long endNs;
    private boolean begun;

    /**
     * Time that has not begun.
     *
     * @param seconds how long it lasts
     * @param visible whether there is something to see
     * @param nanoTime monotonic clock, nanoseconds
     */
    public ShowTime(int seconds, BooleanSupplier visible, LongSupplier nanoTime) {
        this.lengthNs = TimeUnit.SECONDS.toNanos(seconds);
        this.visible = visible;
        this.nanoTime = nanoTime;
        this.endNs = nanoTime.getAsLong() + PATIENCE_NS;
    }

    /** Whether it is over; begins it once something is seen. */
    @Override
    public boolean getAsBoolean() {
        if (!begun && visible.getAsBoolean()) {
            begun = true;
            endNs = nanoTime.getAsLong() + lengthNs;
        }
        return nanoTime.getAsLong() - endNs >= 0;
    }
}
