package io.lockstep.strategies.indicator.momentum;

import io.lockstep.strategies.indicator.kernel.Smoothing;

/** The calculation behind {@link Rsi} and {@link StochasticRsi}. */
final class RelativeStrength {
    private final Smoothing.Average gains;
    private final Smoothing.Average losses;
    private long previous;
    private boolean started;

    RelativeStrength(int period, Smoothing smoothing) {
        gains = smoothing.over(period);
        losses = smoothing.over(period);
    }

    double next(long close) {
        double value = started ? next(close - previous, 0) : Double.NaN;
        previous = close;
        started = true;
        return value;
    }

    private double next(long change, long none) {
        double gain = gains.next(Math.max(change, none));
        double loss = losses.next(Math.max(-change, none));
        double both = gain + loss;
        return both == 0 ? 50 : 100 * gain / both;
    }
}
