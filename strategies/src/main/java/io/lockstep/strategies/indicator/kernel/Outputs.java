package io.lockstep.strategies.indicator.kernel;

import io.lockstep.engine.indicator.Indicator;
import java.util.Arrays;

/** Keeps an indicator's outputs, NaN until set. */
public abstract class Outputs implements Indicator {
    private final double[] values;

    /** @param count number of outputs, at least 1 */
    protected Outputs(int count) {
        values = new double[count];
        Arrays.fill(values, Double.NaN);
    }

    @Override
    public final int outputCount() {
        return values.length;
    }

    @Override
    public final double output(int output) {
        return values[output];
    }

    /** Sets an output. */
    protected final void set(int output, double value) {
        values[output] = value;
    }
}
