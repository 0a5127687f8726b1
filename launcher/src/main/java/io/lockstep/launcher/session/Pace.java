package io.lockstep.launcher.session;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How fast recorded time passes. Used by the feed thread. */
public interface Pace {
    /** As fast as events can be handled. */
    Pace FASTEST = new Pace() {
        @Override
        public void begin(long startNs) {
            // nothing to measure from
        }

        @Override
        public long awaitDue(long nextNs) {
            return nextNs;
        }

        @Override
        public boolean isAccelerated() {
            return true;
        }
    };

    /** Recorded time starts now. */
    void begin(long startNs);

    /**
     * Waits until the next recorded event is due, but only for a moment, so that the caller can look around.
     *
     * @param nextNs its time, UTC, nanoseconds
     * @return recorded time that has come, UTC, nanoseconds
     */
    long awaitDue(long nextNs);

    /**
     * Whether recorded time passes faster than real time: then it must wait for the engine, or a moment's work would look like minutes of
     * delay, and two runs would differ.
     */
    boolean isAccelerated();

    /** Recorded time passes so many times as fast as real time. */
    static Pace multipleOf(double multiple) {
        return Double.isInfinite(multiple) ? FASTEST : new Multiple(multiple);
    }

    /** Recorded time as a multiple of real time. */
    final class Multiple implements Pace {
        private static final long LONGEST_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(5);

        private final double multiple;
        private long startNs;
        private long startedAt;

        Multiple(double multiple) {
            this.multiple = multiple;
        }

        @Override
        public void begin(long recordedNs) {
            startNs = recordedNs;
            startedAt = System.nanoTime();
        }

        @Override
        public long awaitDue(long nextNs) {
            long come = come();
            if (come < nextNs) {
                double waitNs = (nextNs - come) / multiple;
                LockSupport.parkNanos((long) Math.min(waitNs, (double) LONGEST_WAIT_NS));
                come = come();
            }
            return come;
        }

        @Override
        public boolean isAccelerated() {
            return multiple > 1;
        }

        private long come() {
            return startNs + (long) ((System.nanoTime() - startedAt) * multiple);
        }
    }
}
