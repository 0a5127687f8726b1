package io.lockstep.launcher.scenarios.judge;

import io.lockstep.launcher.swarm.invariant.Invariant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each invariant was held against something, and everything that was not as it must be. One thread. */
public final class Findings {
    private final Map<Invariant, Long> checks = new EnumMap<>(Invariant.class);
    private final List<Violation> violations = new ArrayList<>();

    /** Holds an invariant against something. */
    public void require(Invariant invariant, boolean holds, Detail detail) {
        checks.merge(invariant, 1L, Long::sum);
        if (!holds) {
            violations.add(new Violation(invariant, detail.words()));
        }
    }

    /** Something is wrong whatever else. */
    public void violated(Invariant invariant, String detail) {
        require(invariant, false, () -> detail);
    }

    /** How often each invariant was held against something; absent where never. */
    public Map<Invariant, Long> checks() {
        return Map.copyOf(checks);
    }

    /** What is wrong, as it was found. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Finds the words only when they are needed. */
    public interface Detail {
        /** The numbers. */
        String words();
    }
}
