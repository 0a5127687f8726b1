package io.lockstep.strategies.indicator.kernel;

import io.lockstep.engine.instrument.FixedPoint;

/** How ranges, gains and losses are averaged. */
public enum Smoothing {
    /** Wilder's exponential average, the default everywhere. */
    WILDER,
    /** Plain mean of the last n, as Cutler's RSI has it. */
    SIMPLE;

    /** Makes an average over a period of at least 1. */
    public Average over(int period) {
        return this == WILDER ? new WilderAverage(period) : new SimpleAverage(period);
    }

    /** An average of E8 values. */
    public sealed interface Average {
        /**
         * Takes the next value, E8.
         *
         * @return the average in whole units, NaN until ready
         */
        double next(long value);
    }

    private static final class WilderAverage implements Average {
        private final ExponentialFilter filter;

        WilderAverage(int period) {
            filter = ExponentialFilter.wilder(period);
        }

        @Override
        public double next(long value) {
            return filter.next(FixedPoint.toDouble(value));
        }
    }

    private static final class SimpleAverage implements Average {
        private final RollingSum sum;

        SimpleAverage(int period) {
            sum = new RollingSum(period);
        }

        @Override
        public double next(long value) {
            sum.add(value);
            return sum.mean();
        }
    }
}
