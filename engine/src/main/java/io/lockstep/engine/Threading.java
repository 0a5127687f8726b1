package io.lockstep.engine;

/** On how many threads the handlers run. The same inputs give the same decisions in both. */
public enum Threading {
    /** All handlers on one thread: lowest latency unless cores are plenty. */
    FUSED,
    /** Each handler on its own thread. */
    STAGED
}
