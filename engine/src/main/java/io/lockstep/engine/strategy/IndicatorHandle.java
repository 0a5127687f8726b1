package io.lockstep.engine.strategy;

/**
 * Where a declared indicator's values are found.
 *
 * @param firstOutput dense index of output 0 within the run
 * @param outputs number of outputs
 */
public record IndicatorHandle(int firstOutput, int outputs) {}
