package io.lockstep.launcher.swarm.invariant;

import org.jspecify.annotations.Nullable;

/** What the checkers of one world have found: how often each invariant was held against something, and the first violation. One thread. */
public final class Findings {
    private final long[] checks = new long[Invariant.values().length];
    private @Nullable Violation first;

    /**
     * The first thing that was not as it must be.
     *
     * @param invariant which one
     * @param detail the numbers
     */
    public record Violation(Invariant invariant, String detail) {}

    /** Holds an invariant against something. */
    void require(Invariant invariant, boolean holds, Detail detail) {
        checks[invariant.ordinal()]++;
        if (!holds && first == null) {
            first = new Violation(invariant, detail.words());
        }
    }

    /** Something is wrong whatever else. */
    public void violated(Invariant invariant, String detail) {
        require(invariant, false, () -> detail);
    }

    /** The first violation; null while there is none. */
    public @Nullable Violation first() {
        return first;
    }

    /** Whether something is wrong. */
    public boolean isBroken() {
        return first != null;
    }

    /** How often an invariant was held against something. */
    public long checks(Invariant invariant) {
        return checks[invariant.ordinal()];
    }

    /** Finds the words only when they are needed. */
    interface Detail {
        /** The numbers. */
        String words();
    }
}
