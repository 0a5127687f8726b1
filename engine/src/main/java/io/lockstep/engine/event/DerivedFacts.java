package io.lockstep.engine.event;

import java.util.Arrays;

/**
 * What the indicator handler found in one event: which bars closed and which indicator outputs have new values.
 *
 * <p>Preallocated and reused, larger where one event closes very many bars; written by the indicator handler, read by the strategy handler.
 */
public final class DerivedFacts {
    private int[] outputs = new int[64];
    private double[] values = new double[64];
    private int valueCount;
    private final RecordBuffer bars = new RecordBuffer(4 * RecordLayout.MAX_LENGTH);

    /** Forgets everything. */
    public void clear() {
        valueCount = 0;
        bars.clear();
    }

    /**
     * Notes a new value of an indicator output.
     *
     * @param output dense index of the output within the run
     * @param value the value; NaN is "not ready"
     */
    public void value(int output, double value) {
        if (valueCount == outputs.length) {
            outputs = Arrays.copyOf(outputs, valueCount * 2);
            values = Arrays.copyOf(values, valueCount * 2);
        }
        outputs[valueCount] = output;
        values[valueCount++] = value;
    }

    /** Number of new values. */
    public int valueCount() {
        return valueCount;
    }

    /** Output index of the i-th new value. */
    public int output(int i) {
        return outputs[i];
    }

    /** The i-th new value. */
    public double value(int i) {
        return values[i];
    }

    /** Bars that closed, each a {@code Bar} record. */
    public RecordBuffer bars() {
        return bars;
    }
}
