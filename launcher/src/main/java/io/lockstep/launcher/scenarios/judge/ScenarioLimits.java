package io.lockstep.launcher.scenarios.judge;

/**
 * What the trader of a scenario may do.
 *
 * @param maxOrderNotional largest order value, quote currency, E8
 * @param maxLong largest position, base currency, E8
 * @param maxNewPerSecond most new orders and changes within a second
 */
public record ScenarioLimits(long maxOrderNotional, long maxLong, int maxNewPerSecond) {}
