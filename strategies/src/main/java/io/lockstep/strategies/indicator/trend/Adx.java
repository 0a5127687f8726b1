package io.lockstep.strategies.indicator.trend;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.AverageTrueRange;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/**
 * Wilder's directional movement: how strong a trend is, and which way it goes.
 *
 * <p>A tie of up and down movement counts for neither. The indices are ready after {@code period + 1} bars, the average after
 * {@code 2 * period}; it keeps its value while neither index moves.
 */
public final class Adx extends Outputs implements BarIndicator {
    /** Output: +DI, percent. */
    public static final int PLUS_DI = 0;

    /** Output: -DI, percent. */
    public static final int MINUS_DI = 1;

    /** Output: ADX, percent. */
    public static final int ADX = 2;

    private final DirectionalSum range;
    private final DirectionalSum plus;
    private final DirectionalSum minus;
    private final DirectionalMean average;
    private long previousHigh;
    private long previousLow;
    private long previousClose;
    private boolean started;

    /** Wilder's smoothing over a period of at least 2 bars. */
    public Adx(int period) {
        this(period, Smoothing.WILDER);
    }

    /** @param period number of bars, at least 2 */
    public Adx(int period, Smoothing smoothing) {
        super(3);
        Arguments.requireAtLeast("period", period, 2);
        range = DirectionalSum.of(period, smoothing);
        plus = DirectionalSum.of(period, smoothing);
        minus = DirectionalSum.of(period, smoothing);
        average = DirectionalMean.of(period, smoothing);
    }

    @Override
    public void onBar(Bar bar) {
        if (started) {
            addMovement(bar);
        }
        previousHigh = bar.high();
        previousLow = bar.low();
        previousClose = bar.close();
        started = true;
    }

    private void addMovement(Bar bar) {
        long up = bar.high() - previousHigh;
        long down = previousLow - bar.low();
        range.add(AverageTrueRange.trueRange(bar, previousClose));
        plus.add(up > down && up > 0 ? up : 0);
        minus.add(down > up && down > 0 ? down : 0);
        if (range.isReady()) {
            publish();
        }
    }

    private void publish() {
        double plusDi = share(plus);
        double minusDi = share(minus);
        double both = plusDi + minusDi;
        set(PLUS_DI, plusDi);
        set(MINUS_DI, minusDi);
        set(ADX, average.next(both == 0 ? Double.NaN : 100 * Math.abs(plusDi - minusDi) / both));
    }

    private double share(DirectionalSum movement) {
        return range.value() > 0 ? 100 * movement.value() / range.value() : 0;
    }
}
