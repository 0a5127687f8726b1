package io.lockstep.engine.risk;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import org.jspecify.annotations.Nullable;

/**
 * A new order or a change while it is judged, with what the checks find out about it on the way, and the numbers of the verdict. One, reused; owned
 * by the gate.
 */
final class Candidate {
    private final Verdict verdict = new Verdict();
    private final LimitOverride override;
    private @Nullable OrderCommandDecoder command;
    private @Nullable Instrument instrument;
    private @Nullable InstrumentLimits limits;
    private @Nullable InstrumentView view;
    private @Nullable Order replaced;
    private long nowNs;
    private long openQuantity;
    private long reference;
    private long worstPrice;
    private boolean reduces;

    Candidate(LimitOverride override) {
        this.override = override;
    }

    void start(
            OrderCommandDecoder asked, Instrument of, @Nullable InstrumentLimits its, InstrumentView market, long now) {
        command = asked;
        instrument = of;
        limits = its;
        view = market;
        nowNs = now;
        replaced = null;
        openQuantity = asked.quantity();
        reference = 0;
        worstPrice = 0;
        reduces = false;
    }

    /** Forgets what the last verdict rested on. */
    void clear() {
        verdict.clear();
        override.begin();
    }

    /** It takes another order's place; what is filled of that stays filled. */
    void replaces(@Nullable Order target) {
        replaced = target;
        if (target != null) {
            openQuantity = Math.subtractExact(command().quantity(), target.cumQty());
        }
    }

    void reduces(boolean shrinks) {
        reduces = shrinks;
    }

    void reference(long price) {
        reference = price;
    }

    void worstPrice(long price) {
        worstPrice = price;
    }

    OrderCommandDecoder command() {
        return required(command);
    }

    Instrument instrument() {
        return required(instrument);
    }

    /** Limits of its instrument; only asked for after it is known that there are some. */
    InstrumentLimits limits() {
        return required(limits);
    }

    boolean hasLimits() {
        return limits != null;
    }

    InstrumentView view() {
        return required(view);
    }

    /** The order whose place it takes, or null. */
    @Nullable
    Order replaced() {
        return replaced;
    }

    boolean isReplace() {
        return command().action() == OrderAction.REPLACE;
    }

    boolean isBuy() {
        return command().side() == Side.BUY;
    }

    /** Whether it waits for a price, so that it cannot trade at once. */
    boolean isConditional() {
        OrderType type = command().orderType();
        return type != OrderType.MARKET && type != OrderType.LIMIT;
    }

    boolean isPriced() {
        return command().price() != FixedPoint.NULL;
    }

    int accountId() {
        return command().accountId();
    }

    int strategyId() {
        return command().strategyId();
    }

    int instrumentId() {
        return instrument().id();
    }

    long nowNs() {
        return nowNs;
    }

    /** What can still trade, base currency, E8. */
    long openQuantity() {
        return openQuantity;
    }

    /** Price the market is judged by, quote currency, E8; set by the market check. */
    long reference() {
        return reference;
    }

    /** Worst price it can trade at, quote currency, E8; set by the price check. */
    long worstPrice() {
        return worstPrice;
    }

    /** Value at the worst price, quote currency, E8. */
    long notional() {
        return instrument().notional(worstPrice, openQuantity);
    }

    /** Whether it can only shrink its strategy's position; set by the permission check. */
    boolean isReducing() {
        return reduces;
    }

    /** The reason, noted with its numbers; NONE where an operator lets this order pass. */
    DenyReason deny(DenyReason reason, long limit, long actual) {
        return override.lifts(reason, this) ? DenyReason.NONE : verdict.deny(reason, limit, actual);
    }

    Verdict verdict() {
        return verdict;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("no order is being judged");
        }
        return value;
    }
}
