package io.lockstep.launcher.health;

/**
 * One thing that must hold for an engine to trade.
 *
 * @param name what is looked at
 * @param ok whether it holds
 * @param reason what was found, in one clause; why it is red if it is
 */
public record Check(String name, boolean ok, String reason) {
    static Check green(String name, String found) {
        return new Check(name, true, found);
    }

    static Check of(String name, boolean ok, String reason) {
        return new Check(name, ok, reason);
    }
}
