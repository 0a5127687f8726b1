package io.lockstep.engine.strategy;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.sbe.AdviceDecoder;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;

/**
 * A trading strategy: says once what it wants to see, then answers events with signals and orders.
 *
 * <p>Called on one thread, one event at a time, in the journal's order. It must not read a clock, a random source, the environment, a
 * file or a socket, nor start threads: what it decides must follow from what it was shown, or a replay differs and says so. Carriers
 * and decoders handed in are valid only during the call. An exception stops this strategy, and only this one, with an alert.
 *
 * <pre>{@code
 * final class Cross implements Strategy {
 *     private IndicatorHandle fast;
 *     private IndicatorHandle slow;
 *     private int instrument;
 *
 *     public void declare(StrategyDeclaration declaration) {
 *         instrument = declaration.instruments().get(0);
 *         fast = declaration.onBars(instrument, "1m", new Ema(12));
 *         slow = declaration.onBars(instrument, "1m", new Ema(26));
 *     }
 *
 *     public void onBar(StrategyContext context, Bar bar) {
 *         if (context.isReady(slow) && context.value(fast) > context.value(slow) && context.position(instrument).isFlat()) {
 *             context.order(instrument).buy(FixedPoint.ONE).market().submit("cross-up");
 *         }
 *     }
 * }
 * }</pre>
 */
public interface Strategy {
    /** Declares instruments, timeframes and indicators. Called once, before any event. */
    void declare(StrategyDeclaration declaration);

    /** The engine is about to deliver the first event. */
    default void onStart(StrategyContext context) {}

    /** Best bid or ask of a declared instrument changed; read it from the context. */
    default void onTopOfBook(StrategyContext context, int instrumentId) {}

    /** The book of an instrument declared with depth changed and is valid; read it from the context. */
    default void onBook(StrategyContext context, int instrumentId) {}

    /** A public trade of a declared instrument. */
    default void onTrade(StrategyContext context, TradeDecoder trade) {}

    /** A bar of a declared instrument and timeframe closed; its indicators are up to date. Each bar comes once. */
    default void onBar(StrategyContext context, Bar bar) {}

    /** Mark price or funding of a declared instrument. */
    default void onMarkPrice(StrategyContext context, MarkPriceDecoder mark) {}

    /** The venue halted, opened or restricted a declared instrument. */
    default void onTradingStatus(StrategyContext context, TradingStatusDecoder status) {}

    /** A headline that names a declared instrument, or none. */
    default void onNews(StrategyContext context, NewsDecoder news) {}

    /** An external scorer's answer about a declared instrument. */
    default void onAdvice(StrategyContext context, AdviceDecoder advice) {}

    /**
     * A timer this strategy set is due.
     *
     * @param timerId the id it was set with
     */
    default void onTimer(StrategyContext context, long timerId) {}

    /** The venue's word on an order of this strategy; position and orders in the context are already up to date. */
    default void onExecution(StrategyContext context, ExecutionReportDecoder report) {}

    /** An order of this strategy was stopped by the risk gate and never left. */
    default void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {}

    /** No further event will come. */
    default void onStop(StrategyContext context) {}
}
