package io.lockstep.strategies.micro;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.strategies.indicator.microstructure.BookImbalance;
import io.lockstep.strategies.indicator.microstructure.FadingTradeFlow;
import io.lockstep.strategies.indicator.microstructure.Microprice;
import io.lockstep.strategies.indicator.microstructure.OrderFlowImbalance;

/**
 * The scalper's signal, from -1 to 1: half the imbalance of the book, three tenths that of the trades, two tenths that of the order
 * flow.
 */
final class ObiSignal {
    private static final long FLOW_HALF_LIFE_NS = 5_000_000_000L;
    private static final int FLOW_UPDATES = 20;
    private static final int NORM_UPDATES = 500;
    private static final int LEVELS = 5;
    private static final double LEVEL_DECAY = 0.5;

    private IndicatorHandle imbalance = new IndicatorHandle(0, 0);
    private IndicatorHandle tradeFlow = imbalance;
    private IndicatorHandle orderFlow = imbalance;
    private IndicatorHandle microprice = imbalance;

    void declare(StrategyDeclaration declaration, int instrumentId) {
        imbalance = declaration.onBook(instrumentId, BookImbalance.fading(LEVELS, LEVEL_DECAY));
        tradeFlow = declaration.onTrades(instrumentId, new FadingTradeFlow(FLOW_HALF_LIFE_NS));
        orderFlow = declaration.onBook(instrumentId, new OrderFlowImbalance(FLOW_UPDATES, NORM_UPDATES));
        microprice = declaration.onBook(instrumentId, new Microprice());
    }

    /** The signal; NaN until all of its parts are ready. */
    double value(StrategyContext context) {
        return combine(
                context.value(imbalance),
                context.value(tradeFlow),
                context.value(orderFlow, OrderFlowImbalance.NORMALIZED));
    }

    static double combine(double imbalance, double tradeFlow, double orderFlow) {
        return 0.5 * imbalance + 0.3 * tradeFlow + 0.2 * orderFlow;
    }

    /** Microprice less middle in ticks; NaN while the book is crossed or one-sided. */
    double edgeTicks(StrategyContext context, long tickSize) {
        if (context.value(microprice, Microprice.HELD) != 0) {
            return Double.NaN;
        }
        double edge = context.value(microprice, Microprice.MICROPRICE) - context.value(microprice, Microprice.MID);
        return edge / FixedPoint.toDouble(tickSize);
    }
}
