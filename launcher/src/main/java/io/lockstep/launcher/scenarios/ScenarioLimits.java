package io.lockstep.launcher.scenarios;

/**
 * What the trader of a scenario may do.
 *
 * @param maxOrderNotional largest order value, quote currency, E8
 * @param maxLong largest position, base currency, E8
 */
record ScenarioLimits(long maxOrderNotional, long maxLong) {}
