package io.lockstep.strategies.indicator.volume;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Outputs;

/** On-balance volume: volume of rising closes less that of falling ones, exact, starting at 0. Ready from the first bar. */
public final class OnBalanceVolume extends Outputs implements BarIndicator {
    private long balance;
    private long previousClose;
    private boolean started;

    /** Makes one. */
    public OnBalanceVolume() {
        super(1);
    }

    @Override
    public void onBar(Bar bar) {
        if (started) {
            balance = Math.addExact(balance, Long.signum(bar.close() - previousClose) * bar.volume());
        }
        previousClose = bar.close();
        started = true;
        set(0, FixedPoint.toDouble(balance));
    }
}
