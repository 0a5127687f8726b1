package io.lockstep.benchmarks;

import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/** One indicator, an exponential mean of the mid, and a signal when the mid crosses it: the least that is a strategy. */
final class QuoteAverage implements Strategy {
    private static final double WEIGHT = 2.0 / 1_001;

    private int instrument;
    private double mean = Double.NaN;
    private boolean above;

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrument = declaration.instruments().get(0);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        TopOfBook top = context.topOfBook(instrumentId);
        double mid = FixedPoint.toDouble(top.mid());
        mean = Double.isNaN(mean) ? mid : mean + WEIGHT * (mid - mean);
        boolean nowAbove = mid > mean;
        if (nowAbove != above) {
            above = nowAbove;
            context.signal(instrument, nowAbove ? Side.BUY : Side.SELL, mid - mean, "cross");
        }
    }
}
