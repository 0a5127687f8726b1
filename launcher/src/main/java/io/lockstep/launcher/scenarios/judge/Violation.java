package io.lockstep.launcher.scenarios.judge;

import io.lockstep.launcher.swarm.invariant.Invariant;

/**
 * A promise that did not hold.
 *
 * @param invariant which one
 * @param detail what was found
 */
public record Violation(Invariant invariant, String detail) {
    @Override
    public String toString() {
        return invariant + ": " + detail;
    }
}
