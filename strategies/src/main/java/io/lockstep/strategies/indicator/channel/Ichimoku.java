package io.lockstep.strategies.indicator.channel;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.DelayFilter;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingExtreme;

/**
 * Ichimoku: middles of three channels and the cloud two of them cast ahead. The cloud of a bar is the one computed {@code shift} bars
 * ago; nothing reads the future. With 9, 26, 52 and a shift of 26 the first values come on bars 8, 25, 51 (span A) and 77 (span B),
 * counted from 0.
 */
public final class Ichimoku extends Outputs implements BarIndicator {
    /** Output: middle of the short channel. */
    public static final int TENKAN = 0;

    /** Output: middle of the medium channel. */
    public static final int KIJUN = 1;

    /** Output: mean of tenkan and kijun, {@code shift} bars ago. */
    public static final int SPAN_A = 2;

    /** Output: middle of the long channel, {@code shift} bars ago. */
    public static final int SPAN_B = 3;

    /** Output: higher of the spans. */
    public static final int CLOUD_TOP = 4;

    /** Output: lower of the spans. */
    public static final int CLOUD_BOTTOM = 5;

    /** Output: 1 if span A is above span B, else 0. */
    public static final int BULLISH = 6;

    /** Output: close less the close {@code shift} bars ago. */
    public static final int CHIKOU = 7;

    private final Middle tenkan;
    private final Middle kijun;
    private final Middle longMiddle;
    private final DelayFilter spanA;
    private final DelayFilter spanB;
    private final DelayFilter closes;

    /** Makes one; all four are numbers of bars, at least 1. */
    public Ichimoku(int tenkanPeriod, int kijunPeriod, int longPeriod, int shift) {
        super(8);
        tenkan = new Middle(tenkanPeriod);
        kijun = new Middle(kijunPeriod);
        longMiddle = new Middle(longPeriod);
        spanA = new DelayFilter(shift);
        spanB = new DelayFilter(shift);
        closes = new DelayFilter(shift);
    }

    @Override
    public void onBar(Bar bar) {
        double shortMiddle = tenkan.next(bar);
        double mediumMiddle = kijun.next(bar);
        double close = FixedPoint.toDouble(bar.close());
        set(TENKAN, shortMiddle);
        set(KIJUN, mediumMiddle);
        set(CHIKOU, close - closes.next(close));
        setCloud(spanA.next((shortMiddle + mediumMiddle) / 2), spanB.next(longMiddle.next(bar)));
    }

    private void setCloud(double a, double b) {
        set(SPAN_A, a);
        set(SPAN_B, b);
        set(CLOUD_TOP, Math.max(a, b));
        set(CLOUD_BOTTOM, Math.min(a, b));
        boolean known = !Double.isNaN(a) && !Double.isNaN(b);
        set(BULLISH, known ? (a > b ? 1 : 0) : Double.NaN);
    }

    private static final class Middle {
        private final RollingExtreme highest;
        private final RollingExtreme lowest;

        Middle(int period) {
            highest = RollingExtreme.highest(period);
            lowest = RollingExtreme.lowest(period);
        }

        double next(Bar bar) {
            highest.add(bar.high());
            lowest.add(bar.low());
            long both = Math.addExact(highest.value(), lowest.value());
            return highest.isFull() ? FixedPoint.toDouble(both) / 2 : Double.NaN;
        }
    }
}
