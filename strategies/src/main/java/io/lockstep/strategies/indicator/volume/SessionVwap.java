package io.lockstep.strategies.indicator.volume;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.WideSum;

/**
 * Volume-weighted mean of the typical price since the session began, and the volume-weighted standard deviation from it. The close and
 * 0 as long as nothing traded. Ready from a session's first bar.
 */
public final class SessionVwap extends Outputs implements BarIndicator {
    /** Output: mean price, quote currency. */
    public static final int VWAP = 0;

    /** Output: standard deviation, quote currency. */
    public static final int DEVIATION = 1;

    private final WideSum tripleValue = new WideSum();
    private long volume;
    private double weightedSquares;
    private int sessionId = -1;

    /** Makes one. */
    public SessionVwap() {
        super(2);
    }

    @Override
    public void onBar(Bar bar) {
        if (bar.sessionId() != sessionId) {
            startSession(bar.sessionId());
        }
        if (bar.volume() > 0) {
            add(bar);
        }
        if (volume == 0) {
            set(VWAP, FixedPoint.toDouble(bar.close()));
            set(DEVIATION, 0);
        }
    }

    private void startSession(int id) {
        sessionId = id;
        tripleValue.clear();
        volume = 0;
        weightedSquares = 0;
    }

    /** West's update of the weighted second moment: unlike a difference of sums it does not cancel. */
    private void add(Bar bar) {
        long triple = Math.addExact(bar.high(), Math.addExact(bar.low(), bar.close()));
        double typical = FixedPoint.toDouble(triple) / 3;
        double before = volume == 0 ? typical : output(VWAP);
        tripleValue.addProduct(triple, bar.volume());
        volume = Math.addExact(volume, bar.volume());
        double vwap = tripleValue.toDouble() / (3.0 * volume) / FixedPoint.ONE;
        weightedSquares += FixedPoint.toDouble(bar.volume()) * (typical - before) * (typical - vwap);
        set(VWAP, vwap);
        set(DEVIATION, Math.sqrt(Math.max(0, weightedSquares / FixedPoint.toDouble(volume))));
    }
}
