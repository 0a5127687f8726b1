package io.lockstep.strategies.indicator.volatility;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.DoubleRing;
import io.lockstep.strategies.indicator.kernel.Outputs;

/**
 * Root of the mean squared log return, scaled to a year, mean taken as zero. 0.2 is 20 percent a year. Ready after
 * {@code period + 1} bars.
 */
public final class RealizedVolatility extends Outputs implements BarIndicator {
    private final DoubleRing returns;
    private final double perYear;
    private long previous;

    /**
     * Makes one.
     *
     * @param period number of returns, at least 1
     * @param barsPerYear bars in a year: 19,656 of 5 minutes in US trading hours, 8,760 of an hour around the clock
     */
    public RealizedVolatility(int period, double barsPerYear) {
        super(1);
        returns = new DoubleRing(period);
        perYear = Arguments.requirePositive("barsPerYear", barsPerYear) / period;
    }

    @Override
    public void onBar(Bar bar) {
        if (previous > 0 && bar.close() > 0) {
            returns.push(StrictMath.log(bar.close() / (double) previous));
            if (returns.isFull()) {
                set(0, Math.sqrt(returns.sumOfSquares() * perYear));
            }
        }
        previous = bar.close();
    }
}
