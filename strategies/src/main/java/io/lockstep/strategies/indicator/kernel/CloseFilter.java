package io.lockstep.strategies.indicator.kernel;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;

/** A {@link Filter} over closing prices as an indicator of one output. */
public abstract class CloseFilter extends Outputs implements BarIndicator {
    private final Filter filter;
    private final int warmUpBars;
    private int bars;

    /**
     * Wraps a filter.
     *
     * @param warmUpBars bars before the value counts as ready, for filters that have a value from the first bar
     */
    protected CloseFilter(Filter filter, int warmUpBars) {
        super(1);
        this.filter = filter;
        this.warmUpBars = warmUpBars;
    }

    @Override
    public final void onBar(Bar bar) {
        set(0, filter.next(FixedPoint.toDouble(bar.close())));
        bars = Math.min(bars + 1, warmUpBars);
    }

    @Override
    public final boolean isReady() {
        return bars >= warmUpBars && !Double.isNaN(output(0));
    }
}
