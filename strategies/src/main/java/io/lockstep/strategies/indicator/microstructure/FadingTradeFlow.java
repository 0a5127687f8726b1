package io.lockstep.strategies.indicator.microstructure;

import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.PowerOfTwo;

/**
 * Bought less sold by aggressor as a share of both, from -1 to 1, older trades fading by half every half-life. Trades without an
 * aggressor only let time pass. Ready at the first trade with an aggressor.
 */
public final class FadingTradeFlow extends Outputs implements TradeIndicator {
    private final double halfLifeNs;
    private double signedSum;
    private double absoluteSum;
    private long lastNs;

    /** @param halfLifeNs time in which a trade's weight halves, nanoseconds, positive */
    public FadingTradeFlow(long halfLifeNs) {
        super(1);
        this.halfLifeNs = Arguments.requirePositive("halfLifeNs", halfLifeNs);
    }

    @Override
    public void onTrade(long timeNs, long price, long quantity, Side aggressor) {
        double keep = PowerOfTwo.negative((timeNs - lastNs) / halfLifeNs);
        double size = FixedPoint.toDouble(quantity);
        lastNs = timeNs;
        signedSum *= keep;
        absoluteSum *= keep;
        if (aggressor == Side.BUY) {
            add(size, size);
        } else if (aggressor == Side.SELL) {
            add(-size, size);
        }
    }

    private void add(double signed, double absolute) {
        signedSum += signed;
        absoluteSum += absolute;
        set(0, signedSum / absoluteSum);
    }
}
