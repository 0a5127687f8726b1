package io.lockstep.engine.strategy;

import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.instrument.Instrument;
import java.util.List;

/** What a strategy may ask for before the first event. */
public interface StrategyDeclaration {
    /** Ids of the instruments the configuration gives this strategy, in its order; at least one. */
    List<Integer> instruments();

    /** An instrument's definition. */
    Instrument instrument(int instrumentId);

    /**
     * Asks for closed bars of a timeframe.
     *
     * @param timeframe for example {@code 1s}, {@code 5m}, {@code 1h}, {@code 1d}; must be in the configuration's list
     * @throws IllegalArgumentException if the configuration does not list the timeframe
     */
    void bars(int instrumentId, String timeframe);

    /** Asks for the whole book of an instrument, not only its best bid and ask. */
    void depth(int instrumentId);

    /** Computes an indicator over the bars of a timeframe, which are asked for as well. */
    IndicatorHandle onBars(int instrumentId, String timeframe, BarIndicator indicator);

    /** Computes an indicator over an instrument's trades. */
    IndicatorHandle onTrades(int instrumentId, TradeIndicator indicator);

    /** Computes an indicator over an instrument's book. */
    IndicatorHandle onBook(int instrumentId, BookIndicator indicator);
}
