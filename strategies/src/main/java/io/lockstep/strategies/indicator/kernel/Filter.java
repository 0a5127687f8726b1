package io.lockstep.strategies.indicator.kernel;

/**
 * A streaming filter from number to number. Not a number means not ready: given as input it changes nothing and comes out again, so
 * a filter behind another starts with the first value the other has.
 */
@FunctionalInterface
public interface Filter {
    /**
     * Takes the next value.
     *
     * @return the filtered value, NaN until ready
     */
    double next(double x);
}
