package io.lockstep.launcher.swarm.trader;

/** Numbers that look random and follow from a seed and from what was fed in: strategies may have no other chance. */
final class Chance {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0x632BE59BD9B4E019L;

    private long state;

    Chance(long seed) {
        state = seed;
    }

    /** Takes something in. */
    void feed(long value) {
        state = (state ^ value) * FACTOR + STEP;
    }

    /** A number from 0 up to and without a bound. */
    int below(int bound) {
        feed(bound);
        return (int) ((state ^ state >>> 29) >>> 1 & Integer.MAX_VALUE) % bound;
    }

    boolean coin() {
        return below(2) == 0;
    }
}
