package io.lockstep.strategies.swing;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.trade.ExitSettings;
import io.lockstep.strategies.trade.Ladder;
import io.lockstep.strategies.trade.SignalSettings;
import io.lockstep.strategies.trade.TrailingRule;

/** Reads the exits the two trend strategies share: stop, target, percent trailing, partial exits, additions. */
final class TrendExits {
    private TrendExits() {}

    /**
     * Reads {@code slAtr}, {@code tpAtr}, {@code trailOn}, {@code trailDist}, {@code partials} and {@code adds}.
     *
     * @param stopFraction bound on the stop, fraction of entry, E8; 0 for none
     */
    static ExitSettings read(StrategyParameters parameters, long stopFraction, String trailOn, String trailDistance) {
        TrailingRule trailing = new TrailingRule.Percent(
                SignalSettings.readFraction(parameters, "trailOn", trailOn),
                SignalSettings.readFraction(parameters, "trailDist", trailDistance));
        Ladder partials = Ladder.read(parameters, "partials", "0.05:0.25,0.10:0.35,0.15:0.40");
        boolean covered = partials.totalShare() <= FixedPoint.ONE;
        parameters.requireRule(covered, "partials", "shares that sum to at most 1");
        return new ExitSettings(
                SignalSettings.readRanges(parameters, "slAtr", "1.5"),
                SignalSettings.readRanges(parameters, "tpAtr", "5"),
                stopFraction,
                trailing,
                covered ? partials : Ladder.NONE,
                Ladder.read(parameters, "adds", "off"),
                0);
    }
}
