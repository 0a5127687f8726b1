package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.LongRing;
import io.lockstep.strategies.indicator.kernel.Outputs;

/** Change of the close over n bars, in percent, in price, and in percent without sign. Ready after {@code period + 1} bars. */
public final class Momentum extends Outputs implements BarIndicator {
    /** Output: rate of change, percent. */
    public static final int RATE_OF_CHANGE = 0;

    /** Output: change, quote currency. */
    public static final int CHANGE = 1;

    /** Output: rate of change without its sign, percent. */
    public static final int ABSOLUTE = 2;

    private final int period;
    private final LongRing closes;

    /** @param period number of bars to look back, at least 1 */
    public Momentum(int period) {
        super(3);
        this.period = period;
        closes = new LongRing(period + 1);
    }

    @Override
    public void onBar(Bar bar) {
        closes.push(bar.close());
        if (closes.isFull()) {
            publish(bar.close(), closes.get(period));
        }
    }

    private void publish(long close, long before) {
        // a price that is not above zero has no rate
        double rate = before > 0 ? 100.0 * (close - before) / before : Double.NaN;
        set(RATE_OF_CHANGE, rate);
        set(CHANGE, FixedPoint.toDouble(close - before));
        set(ABSOLUTE, Math.abs(rate));
    }
}
