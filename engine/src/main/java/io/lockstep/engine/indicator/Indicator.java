package io.lockstep.engine.indicator;

/**
 * A streaming calculation with one or more outputs. Allocates only in its constructor; reads no clock; the same inputs give the same
 * bits on every machine.
 *
 * <p>An implementation also implements what it feeds on: {@link BarIndicator}, {@link TradeIndicator} or {@link BookIndicator}.
 */
public interface Indicator {
    /** Number of outputs, at least one. */
    int outputCount();

    /**
     * Latest value of an output.
     *
     * @param output from 0 to one less than {@link #outputCount()}
     * @return the value; NaN as long as it is not ready
     */
    double output(int output);

    /** Whether every output has a value. */
    default boolean isReady() {
        for (int i = 0; i < outputCount(); i++) {
            if (Double.isNaN(output(i))) {
                return false;
            }
        }
        return true;
    }
}
