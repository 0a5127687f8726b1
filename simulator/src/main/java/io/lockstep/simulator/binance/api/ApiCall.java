package io.lockstep.simulator.binance.api;

/**
 * A request that passed its checks.
 *
 * @param params parameters
 * @param accountId account it acts for, -1 where no key was needed
 * @param nowMs the venue's time, milliseconds
 */
public record ApiCall(Params params, int accountId, long nowMs) {}
