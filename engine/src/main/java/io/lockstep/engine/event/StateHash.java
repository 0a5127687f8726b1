package io.lockstep.engine.event;

/** A running 64-bit hash over numbers; the same numbers in the same order give the same value on every machine. */
public final class StateHash {
    private long value;

    /** Starts anew. */
    public void reset(long seed) {
        value = seed;
    }

    /** Adds a number. */
    public void add(long number) {
        long mixed = (value ^ number) * 0x9E3779B97F4A7C15L;
        value = (mixed ^ mixed >>> 32) * 0xFF51AFD7ED558CCDL + 1;
    }

    /** The hash so far. */
    public long value() {
        return value;
    }
}
