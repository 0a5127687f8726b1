package io.lockstep.engine.indicator;

/**
 * An indicator with its place among all outputs of the run.
 *
 * @param indicator the calculation
 * @param firstOutput dense index of its output 0
 */
record RegisteredIndicator<T extends Indicator>(T indicator, int firstOutput) {}
