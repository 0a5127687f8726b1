package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/** Reads how directional movement and true range are smoothed. */
final class Smoothings {
    private Smoothings() {}

    static Smoothing read(StrategyParameters parameters) {
        boolean simple =
                parameters.choice("smoothing", "WILDER", "WILDER", "SMA").equals("SMA");
        return simple ? Smoothing.SIMPLE : Smoothing.WILDER;
    }
}
