package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.RollingSum;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/** Sum of directional movements over a period, either fading as Wilder has it or of exactly the last n. */
abstract sealed class DirectionalSum {
    static DirectionalSum of(int period, Smoothing smoothing) {
        return smoothing == Smoothing.WILDER ? new Fading(period) : new Plain(period);
    }

    abstract void add(long movement);

    abstract boolean isReady();

    abstract double value();

    /** The first n - 1 are added up; from then on {@code s += x - s / n}. */
    private static final class Fading extends DirectionalSum {
        private final int period;
        private int count;
        private double sum;

        Fading(int period) {
            this.period = period;
        }

        @Override
        void add(long movement) {
            double x = FixedPoint.toDouble(movement);
            count = Math.min(count + 1, period);
            sum += count < period ? x : x - sum / period;
        }

        @Override
        boolean isReady() {
            return count == period;
        }

        @Override
        double value() {
            return sum;
        }
    }

    private static final class Plain extends DirectionalSum {
        private final RollingSum sum;

        Plain(int period) {
            sum = new RollingSum(period);
        }

        @Override
        void add(long movement) {
            sum.add(movement);
        }

        @Override
        boolean isReady() {
            return sum.isFull();
        }

        @Override
        double value() {
            return FixedPoint.toDouble(sum.sum());
        }
    }
}
