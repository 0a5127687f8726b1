package io.lockstep.strategies.indicator.momentum;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.indicator.kernel.LongRing;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.WideSum;

/**
 * Money flow index, 0 to 100: value traded on rising typical price as a share of value traded on rising and falling. 50 when there is
 * none. Ready after {@code period + 1} bars; sums are exact.
 */
public final class MoneyFlowIndex extends Outputs implements BarIndicator {
    private final LongRing prices;
    private final LongRing signedVolumes;
    private final WideSum inflow = new WideSum();
    private final WideSum outflow = new WideSum();
    private long previous;
    private boolean started;

    /** @param period number of changes, at least 1 */
    public MoneyFlowIndex(int period) {
        super(1);
        prices = new LongRing(period);
        signedVolumes = new LongRing(period);
    }

    @Override
    public void onBar(Bar bar) {
        long typical = Math.addExact(bar.high(), Math.addExact(bar.low(), bar.close()));
        if (started) {
            add(typical, Long.signum(typical - previous) * bar.volume());
        }
        previous = typical;
        started = true;
    }

    private void add(long typical, long signedVolume) {
        long oldPrice = prices.push(typical);
        long oldVolume = signedVolumes.push(signedVolume);
        sumOf(signedVolume).addProduct(typical, Math.abs(signedVolume));
        sumOf(oldVolume).subtractProduct(oldPrice, Math.abs(oldVolume));
        if (prices.isFull()) {
            double in = inflow.toDouble();
            double both = in + outflow.toDouble();
            set(0, both == 0 ? 50 : 100 * in / both);
        }
    }

    private WideSum sumOf(long signedVolume) {
        return signedVolume > 0 ? inflow : outflow;
    }
}
