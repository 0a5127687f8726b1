package io.lockstep.launcher.scenarios;

/**
 * A promise that did not hold.
 *
 * @param invariant its number in the reliability rules, as I2
 * @param detail what was found
 */
public record Violation(String invariant, String detail) {
    @Override
    public String toString() {
        return invariant + ": " + detail;
    }
}
