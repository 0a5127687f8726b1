package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.DoubleExponentialFilter;
import io.lockstep.strategies.indicator.kernel.ExponentialFilter;
import io.lockstep.strategies.indicator.kernel.Filter;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.Seed;

/** Difference of a fast and a slow average of closes, its signal line, and the distance of the two. */
public final class Macd extends Outputs implements BarIndicator {
    /** Output: fast less slow. */
    public static final int LINE = 0;

    /** Output: average of the line. */
    public static final int SIGNAL = 1;

    /** Output: line less signal. */
    public static final int HISTOGRAM = 2;

    private final Filter fast;
    private final Filter slow;
    private final Filter signal;
    private final int warmUpBars;
    private int bars;

    private Macd(Filter fast, Filter slow, Filter signal, int warmUpBars) {
        super(3);
        this.fast = fast;
        this.slow = slow;
        this.signal = signal;
        this.warmUpBars = warmUpBars;
    }

    /**
     * The usual one, of exponential averages each seeded with the mean of its own first bars. The line is ready after {@code slow} bars,
     * the signal after {@code slow + signal - 1}.
     */
    public static Macd exponential(int fast, int slow, int signal) {
        return new Macd(
                ExponentialFilter.ema(fast, Seed.SMA),
                ExponentialFilter.ema(slow, Seed.SMA),
                ExponentialFilter.ema(signal, Seed.SMA),
                slow + signal - 1);
    }

    /**
     * The zero-lag one, of double exponential averages seeded with the first bar. It has values from the first bar and counts as ready
     * after {@code 2 * slow - 1 + signal - 1}.
     */
    public static Macd zeroLag(int fast, int slow, int signal) {
        return new Macd(
                new DoubleExponentialFilter(fast, Seed.FIRST),
                new DoubleExponentialFilter(slow, Seed.FIRST),
                ExponentialFilter.ema(signal, Seed.FIRST),
                2 * slow - 1 + signal - 1);
    }

    @Override
    public void onBar(Bar bar) {
        double close = FixedPoint.toDouble(bar.close());
        double line = fast.next(close) - slow.next(close);
        double smooth = signal.next(line);
        set(LINE, line);
        set(SIGNAL, smooth);
        set(HISTOGRAM, line - smooth);
        bars = Math.min(bars + 1, warmUpBars);
    }

    @Override
    public boolean isReady() {
        return bars >= warmUpBars;
    }
}
