package io.lockstep.engine.strategy;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.Side;

/**
 * What a strategy sees and can do while it handles an event. Everything it returns is valid only during that call.
 */
public interface StrategyContext {
    /** Time of the event, UTC, nanoseconds: the only clock there is. */
    long timeNs();

    /** An instrument's definition as of now. */
    Instrument instrument(int instrumentId);

    /** Best bid and ask. */
    TopOfBook topOfBook(int instrumentId);

    /** Whole book; only for instruments declared with depth. */
    OrderBook book(int instrumentId);

    /** Price of the latest trade or bar close, quote currency, E8; 0 before the first. */
    long lastPrice(int instrumentId);

    /** Latest mark price, quote currency, E8; 0 before the first. */
    long markPrice(int instrumentId);

    /** Whether the instrument's data is too old or gapped to act on. */
    boolean isStale(int instrumentId);

    /** First output of an indicator; NaN until ready. */
    double value(IndicatorHandle indicator);

    /** An output of an indicator; NaN until ready. */
    double value(IndicatorHandle indicator, int output);

    /** Whether all outputs of an indicator have values. */
    boolean isReady(IndicatorHandle indicator);

    /** This strategy's own position: what its fills add up to, whatever other strategies hold. */
    VirtualPosition position(int instrumentId);

    /** Number of this strategy's orders on an instrument that are sent or live. */
    int workingOrders(int instrumentId);

    /** Starts an order; the one ticket is reused, so finish it with submit before starting the next. */
    OrderTicket order(int instrumentId);

    /**
     * Asks for the cancellation of one of this strategy's orders; only an execution report says that it happened. An order that is not working
     * any more is left alone.
     */
    void cancel(long orderId);

    /** Asks for the cancellation of all of this strategy's orders on an instrument. */
    void cancelAll(int instrumentId);

    /**
     * Asks for a new price and quantity of one of this strategy's resting limit orders; time in force and reduce-only stay.
     *
     * @param quantity the whole quantity, what is filled included, base currency, E8
     * @return the id the replacing order has if it is accepted; 0 if the order is not working any more or the event has no room
     */
    long replace(long orderId, long price, long quantity);

    /**
     * Journals an opinion, acted on or not.
     *
     * @param reason short code, up to 32 ASCII characters
     */
    void signal(int instrumentId, Side side, double score, String reason);

    /** Counts an opinion that is not acted on, by reason: signals in = orders out + each reason. */
    void suppress(int instrumentId, String reason);

    /**
     * Calls {@link Strategy#onTimer} at the first event at or after a time, which must be later than now or is taken as such; setting an id again
     * moves it.
     */
    void setTimer(long timerId, long atNs);

    /** Forgets a timer. */
    void cancelTimer(long timerId);
}
