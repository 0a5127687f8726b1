package io.lockstep.strategies.indicator.kernel;

/**
 * Exponential average, {@code v += a * (x - v)}. Of the forms that are equal on paper this one is pinned, because they differ in the
 * last bit.
 */
public final class ExponentialFilter implements Filter {
    private final double alpha;
    private final int seedCount;
    private int count;
    private double seedSum;
    private double value = Double.NaN;

    private ExponentialFilter(double alpha, int seedCount) {
        this.alpha = alpha;
        this.seedCount = seedCount;
    }

    /** The usual average: weight {@code 2 / (period + 1)}. */
    public static ExponentialFilter ema(int period, Seed seed) {
        Arguments.requireAtLeast("period", period, 1);
        return new ExponentialFilter(2.0 / (period + 1), seed == Seed.FIRST ? 1 : period);
    }

    /** Wilder's average: weight {@code 1 / period}, started from the mean of the first n values. */
    public static ExponentialFilter wilder(int period) {
        Arguments.requireAtLeast("period", period, 1);
        return new ExponentialFilter(1.0 / period, period);
    }

    @Override
    public double next(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (count >= seedCount) {
            value += alpha * (x - value);
        } else {
            seed(x);
        }
        return value;
    }

    private void seed(double x) {
        seedSum += x;
        count++;
        if (count == seedCount) {
            value = seedSum / seedCount;
        }
    }
}
