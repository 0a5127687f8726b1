package io.lockstep.launcher.operator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Monotonic time and waiting, so that a test can let an hour pass at once. */
public interface WaitClock {
    /** Monotonic time, ms. */
    long nowMs();

    /** Lets time pass; may return early. */
    void await(long ms);

    /** The machine's. */
    WaitClock SYSTEM = new WaitClock() {
        @Override
        public long nowMs() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void await(long ms) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
        }
    };
}
