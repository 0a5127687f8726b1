package io.lockstep.strategies.indicator.trend;

import io.lockstep.strategies.indicator.kernel.DoubleRing;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/**
 * Average of the directional index: the mean of the first n, then {@code ((n - 1) * v + x) / n} or the mean of the last n. An undefined
 * index counts as 0 while the first n are collected and leaves the average alone afterwards.
 */
final class DirectionalMean {
    private final int period;
    private final boolean fading;
    private final DoubleRing window;
    private double value = Double.NaN;

    private DirectionalMean(int period, boolean fading) {
        this.period = period;
        this.fading = fading;
        window = new DoubleRing(period);
    }

    static DirectionalMean of(int period, Smoothing smoothing) {
        return new DirectionalMean(period, smoothing == Smoothing.WILDER);
    }

    double next(double index) {
        if (!window.isFull()) {
            collect(Double.isNaN(index) ? 0 : index);
        } else if (!Double.isNaN(index)) {
            update(index);
        }
        return value;
    }

    private void collect(double index) {
        window.push(index);
        value = window.isFull() ? window.mean() : Double.NaN;
    }

    private void update(double index) {
        if (fading) {
            value = (value * (period - 1) + index) / period;
        } else {
            window.push(index);
            value = window.mean();
        }
    }
}
