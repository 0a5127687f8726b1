package io.lockstep.strategies.indicator.channel;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.RollingExtreme;

/**
 * Channel of the highest high and the lowest low of the last n bars, this one included, with the close's place in it and the channel
 * as it stood a bar ago, which is the one a breakout is measured against. Ready after {@code period} bars, the former channel one
 * later.
 */
public final class Donchian extends Outputs implements BarIndicator {
    /** Output: highest high. */
    public static final int UPPER = 0;

    /** Output: lowest low. */
    public static final int LOWER = 1;

    /** Output: middle of the two. */
    public static final int MIDDLE = 2;

    /** Output: where the close stands, 0 at the bottom, 1 at the top; 0.5 when the channel has no height. */
    public static final int POSITION = 3;

    /** Output: height as a fraction of the close. */
    public static final int WIDTH = 4;

    /** Output: highest high of the n bars before this one. */
    public static final int PREVIOUS_UPPER = 5;

    /** Output: lowest low of the n bars before this one. */
    public static final int PREVIOUS_LOWER = 6;

    private final RollingExtreme highest;
    private final RollingExtreme lowest;

    /** @param period number of bars, at least 1 */
    public Donchian(int period) {
        super(7);
        highest = RollingExtreme.highest(period);
        lowest = RollingExtreme.lowest(period);
    }

    @Override
    public void onBar(Bar bar) {
        set(PREVIOUS_UPPER, output(UPPER));
        set(PREVIOUS_LOWER, output(LOWER));
        highest.add(bar.high());
        lowest.add(bar.low());
        if (highest.isFull()) {
            publish(highest.value(), lowest.value(), bar.close());
        }
    }

    private void publish(long upper, long lower, long close) {
        long height = upper - lower;
        set(UPPER, FixedPoint.toDouble(upper));
        set(LOWER, FixedPoint.toDouble(lower));
        set(MIDDLE, FixedPoint.toDouble(Math.addExact(upper, lower)) / 2);
        set(POSITION, height == 0 ? 0.5 : (close - lower) / (double) height);
        set(WIDTH, height / (double) close);
    }
}
