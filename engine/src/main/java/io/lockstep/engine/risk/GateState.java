package io.lockstep.engine.risk;

import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.risk.settings.RiskSettings;

/**
 * What the gate reads and others keep up to date, all on the risk handler's thread.
 *
 * @param exposure sums of what is held and open
 * @param states the trading-state ladder
 * @param readiness streams, books, clocks and disk
 * @param reentries how often strategies have entered
 * @param scale what a drawdown leaves of the limits
 * @param override an operator's leave to break a limit
 */
public record GateState(
        ExposureBook exposure,
        TradingStates states,
        Readiness readiness,
        Reentries reentries,
        DrawdownScale scale,
        LimitOverride override) {

    /** A state in which nothing stands against an order. */
    public static GateState of(ExposureBook exposure, RiskSettings settings, int accounts, int strategies) {
        return new GateState(
                exposure,
                new TradingStates(),
                new Readiness(accounts, settings.orders().maxClockOffsetMs()),
                new Reentries(settings.orders().maxReentriesPerHour(), strategies),
                new DrawdownScale(),
                new LimitOverride());
    }
}
