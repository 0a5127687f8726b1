package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.market.Asset;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order at the venue; kept after its end. Times UTC, nanoseconds; {@code FixedPoint.NULL} until they are known. */
final class AlpacaOrder {
    final String id;
    final int accountId;
    final Asset asset;
    final OrderClass orderClass;
    final String clientOrderId;
    final String intent;
    final long createdNs;
    final List<AlpacaOrder> legs = new ArrayList<>();
    OrderTerms terms;
    OrderState state = OrderState.ACCEPTED;

    /** The state a pending cancellation or change falls back to. */
    OrderState stateBefore = OrderState.ACCEPTED;

    /** Whether it stands in the market: quotes and prints are held against it. */
    boolean working;

    /** Whether its stop was met. */
    boolean triggered;

    @Nullable
    AlpacaOrder parent;

    @Nullable
    String replaces;

    @Nullable
    String replacedBy;

    /** What one share holds back of the buying power while it is open, E8; 0 where nothing is held back. */
    long reservePrice;

    /** Best price seen by a trailing stop, E8; 0 before the first. */
    long highWaterMark;

    long filled;
    long filledValue;
    long updatedNs;
    long submittedNs;
    long filledNs = FixedPoint.NULL;
    long expiredNs = FixedPoint.NULL;
    long expiresNs = FixedPoint.NULL;
    long canceledNs = FixedPoint.NULL;
    long failedNs = FixedPoint.NULL;
    long replacedNs = FixedPoint.NULL;
    long cancelRequestedNs = FixedPoint.NULL;

    AlpacaOrder(String id, NewOrder request, String clientOrderId, String intent, long createdNs, long nowNs) {
        this.id = id;
        this.accountId = request.accountId();
        this.asset = request.asset();
        this.orderClass = request.orderClass();
        this.terms = request.terms();
        this.clientOrderId = clientOrderId;
        this.intent = intent;
        this.createdNs = createdNs;
        this.submittedNs = nowNs;
        this.updatedNs = nowNs;
    }

    boolean isOpen() {
        return !state.isFinal();
    }

    boolean isBuy() {
        return terms.isBuy();
    }

    /** Still to trade, E8; of an order by value what it comes to at a price, a whole share's parts cut off. */
    long leaves(long price) {
        if (terms.notional() == FixedPoint.NULL) {
            return terms.quantity() - filled;
        }
        return filled > 0 ? 0 : FixedPoint.divide(terms.notional(), price, RoundingMode.DOWN);
    }

    /** Open quantity of an order by quantity, E8; 0 of an order by value. */
    long openQuantity() {
        return terms.notional() == FixedPoint.NULL && isOpen() ? terms.quantity() - filled : 0;
    }

    /** Mean fill price, quote currency, E8; 0 before the first fill. */
    long averagePrice() {
        return filled == 0 ? 0 : FixedPoint.divide(filledValue, filled, RoundingMode.HALF_EVEN);
    }

    /** Distance a trailing stop keeps, quote currency, E8. */
    long trail() {
        return terms.trailPrice() != FixedPoint.NULL
                ? terms.trailPrice()
                : FixedPoint.multiply(highWaterMark, terms.trailPercent() / 100, RoundingMode.HALF_EVEN);
    }

    /** The stop price now: that of the terms, or where a trailing stop stands; {@code FixedPoint.NULL} for none. */
    long stopPrice() {
        if (terms.kind() != OrderKind.TRAILING_STOP) {
            return terms.stop();
        }
        return highWaterMark == 0 ? FixedPoint.NULL : highWaterMark + (isBuy() ? trail() : -trail());
    }

    void state(OrderState newState, long timeNs) {
        state = newState;
        updatedNs = timeNs;
    }

    /** Begins to wait for the answer to a cancellation or change. */
    void pend(OrderState pending, long timeNs) {
        stateBefore = state;
        state(pending, timeNs);
    }

    /** Books a fill; the state follows unless a cancellation or change is pending. */
    void fill(long price, long quantity, long value, long timeNs) {
        filled += quantity;
        filledValue += value;
        boolean whole = leaves(price) == 0;
        if (whole) {
            filledNs = timeNs;
            working = false;
            state(OrderState.FILLED, timeNs);
        } else if (state == OrderState.PENDING_CANCEL || state == OrderState.PENDING_REPLACE) {
            stateBefore = OrderState.PARTIALLY_FILLED;
            updatedNs = timeNs;
        } else {
            state(OrderState.PARTIALLY_FILLED, timeNs);
        }
    }

    void end(OrderState newState, long timeNs) {
        working = false;
        switch (newState) {
            case CANCELED -> canceledNs = timeNs;
            case EXPIRED -> expiredNs = timeNs;
            case REJECTED -> failedNs = timeNs;
            default -> replacedNs = timeNs;
        }
        state(newState, timeNs);
    }
}
