package io.lockstep.engine;

/** On how many threads the handlers run. The same inputs give the same decisions in both. */
public enum Threading {
    /** All handlers on one thread: lowest latency unless cores are plenty. */
    FUSED(1),
    /** Each handler on its own thread. */
    STAGED(5);

    private final int threads;

    Threading(int threads) {
        this.threads = threads;
    }

    /** Threads that wait for events. */
    public int threads() {
        return threads;
    }
}
