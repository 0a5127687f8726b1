package io.lockstep.simulator.alpaca.order;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.market.Asset;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order at the venue; kept after its end. Quantities and prices E8; times UTC, nanoseconds, {@code FixedPoint.NULL} until they are
 * known.
 */
public final class AlpacaOrder {
    private final String id;
    private final int accountId;
    private final Asset asset;
    private final OrderClass orderClass;
    private final String clientOrderId;
    private final String intent;
    private final OrderTimes times;
    private final List<AlpacaOrder> legs = new ArrayList<>();
    private OrderTerms terms;
    private OrderState state = OrderState.ACCEPTED;
    private OrderState stateBefore = OrderState.ACCEPTED;
    private boolean working;
    private boolean triggered;
    private @Nullable AlpacaOrder parent;
    private @Nullable String replaces;
    private @Nullable String replacedBy;
    private long reservePrice;
    private long highWaterMark;
    private long filled;
    private long filledValue;

    /**
     * A new order.
     *
     * @param intent what it does to the position
     * @param createdNs when its first form came, which a change keeps
     */
    public AlpacaOrder(String id, NewOrder request, String clientOrderId, String intent, long createdNs, long nowNs) {
        this.id = id;
        this.accountId = request.accountId();
        this.asset = request.asset();
        this.orderClass = request.orderClass();
        this.terms = request.terms();
        this.clientOrderId = clientOrderId;
        this.intent = intent;
        this.times = new OrderTimes(createdNs, nowNs);
    }

    /** The venue's id. */
    public String id() {
        return id;
    }

    /** Whose order. */
    public int accountId() {
        return accountId;
    }

    /** What is traded. */
    public Asset asset() {
        return asset;
    }

    /** Alone, or of which kind of group. */
    public OrderClass orderClass() {
        return orderClass;
    }

    /** The client's id, or the one the venue chose for it. */
    String clientOrderId() {
        return clientOrderId;
    }

    /** What it does to the position. */
    String intent() {
        return intent;
    }

    /** When what happened to it. */
    public OrderTimes times() {
        return times;
    }

    /** What it asks for, as last changed. */
    public OrderTerms terms() {
        return terms;
    }

    /** Where it stands. */
    public OrderState state() {
        return state;
    }

    /** Orders of its group that it leads. */
    public List<AlpacaOrder> legs() {
        return Collections.unmodifiableList(legs);
    }

    /** The order that leads its group, null if it leads or stands alone. */
    @Nullable
    public AlpacaOrder parent() {
        return parent;
    }

    /** Id of the order it is to replace, null if it is none's change. */
    @Nullable
    public String replaces() {
        return replaces;
    }

    /** Id of the order that replaced it, null if none did. */
    @Nullable
    public String replacedBy() {
        return replacedBy;
    }

    /** Whether quotes and prints are held against it. */
    public boolean isWorking() {
        return working;
    }

    /** Whether its stop was met. */
    public boolean isTriggered() {
        return triggered;
    }

    /** Whether it can still trade. */
    public boolean isOpen() {
        return !state.isFinal();
    }

    /** Whether it buys. */
    public boolean isBuy() {
        return terms.isBuy();
    }

    /** What one share holds back of the buying power while it is open; 0 where nothing is held back. */
    public long reservePrice() {
        return reservePrice;
    }

    /** Best price seen by a trailing stop; 0 before the first. */
    long highWaterMark() {
        return highWaterMark;
    }

    /** Traded so far. */
    public long filled() {
        return filled;
    }

    /** Still to trade; of an order by value what it comes to at a price, a whole share's parts cut off. */
    public long leaves(long price) {
        if (terms.notional() == FixedPoint.NULL) {
            return terms.quantity() - filled;
        }
        return filled > 0 ? 0 : FixedPoint.divide(terms.notional(), price, RoundingMode.DOWN);
    }

    /** Open quantity of an order by quantity; 0 of an order by value. */
    public long openQuantity() {
        return terms.notional() == FixedPoint.NULL && isOpen() ? terms.quantity() - filled : 0;
    }

    /** Mean fill price; 0 before the first fill. */
    long averagePrice() {
        return filled == 0 ? 0 : FixedPoint.divide(filledValue, filled, RoundingMode.HALF_EVEN);
    }

    /** The stop price now: that of the terms, or where a trailing stop stands; {@code FixedPoint.NULL} for none. */
    public long stopPrice() {
        if (terms.kind() != OrderKind.TRAILING_STOP) {
            return terms.stop();
        }
        return highWaterMark == 0 ? FixedPoint.NULL : highWaterMark + (isBuy() ? trail() : -trail());
    }

    private long trail() {
        return terms.trailPrice() != FixedPoint.NULL
                ? terms.trailPrice()
                : FixedPoint.multiply(highWaterMark, terms.trailPercent() / 100, RoundingMode.HALF_EVEN);
    }

    /** Holds back a price for each share. */
    public void reserve(long price) {
        reservePrice = price;
    }

    /** Changes its quantity with that of its group. */
    public void resize(long quantity) {
        terms = terms.withQuantity(quantity);
    }

    /** Lets it lead another, which waits for it. */
    public void addLeg(AlpacaOrder leg) {
        leg.parent = this;
        leg.state(OrderState.HELD, times.submittedNs());
        legs.add(leg);
    }

    /** Moves to a state. */
    public void state(OrderState newState, long timeNs) {
        state = newState;
        times.updated(timeNs);
    }

    /** Stands in the market. */
    public void work(long timeNs) {
        working = true;
        state(filled > 0 ? OrderState.PARTIALLY_FILLED : OrderState.NEW, timeNs);
    }

    /** Is held against the market while its state stays as it is. */
    public void watch() {
        working = true;
    }

    /** Stands in the market no more, in a state that may end. */
    public void rest(OrderState newState, long timeNs) {
        working = false;
        state(newState, timeNs);
    }

    /** Its stop was met. */
    public void trigger() {
        triggered = true;
    }

    /** Lets a trailing stop see a price. */
    public void trail(long last) {
        boolean better = highWaterMark == 0 || (isBuy() ? last < highWaterMark : last > highWaterMark);
        highWaterMark = better ? last : highWaterMark;
    }

    /** Begins to wait for the answer to a cancellation or change. */
    public void pend(OrderState pending, long timeNs) {
        stateBefore = state;
        state(pending, timeNs);
    }

    /** Begins to wait for its cancellation. */
    public void askToCancel(long timeNs) {
        pend(OrderState.PENDING_CANCEL, timeNs);
        times.cancelRequested(timeNs);
    }

    /** The answer was no: it goes on as before. */
    public void fallBack(long timeNs) {
        state(stateBefore, timeNs);
    }

    /** Whether it waited for its entry when its change was asked for. */
    public boolean isHeldBehindItsChange() {
        return stateBefore == OrderState.HELD;
    }

    /** Is to replace another, whose fills count as its own. */
    public void follow(AlpacaOrder old) {
        replaces = old.id;
        filled = old.filled;
        filledValue = old.filledValue;
    }

    /** Is not to replace anything after all. */
    public void followNothing() {
        filled = 0;
        filledValue = 0;
    }

    /** Stands in another's place: its fills, its stop, its group. */
    public void takePlaceOf(AlpacaOrder old) {
        follow(old);
        triggered = old.triggered;
        highWaterMark = old.highWaterMark;
        parent = old.parent;
        if (parent != null) {
            parent.legs.set(parent.legs.indexOf(old), this);
        }
        legs.addAll(old.legs);
        legs.forEach(leg -> leg.parent = this);
        old.legs.clear();
        old.replacedBy = id;
    }

    /** Waits for its entry, or, if that is filled already, for its price. */
    public void hold(long timeNs) {
        working = parent != null && parent.state == OrderState.FILLED;
        state(OrderState.HELD, timeNs);
    }

    /** Books a fill; the state follows unless a cancellation or change is pending. */
    public void fill(long price, long quantity, long value, long timeNs) {
        filled += quantity;
        filledValue += value;
        boolean whole = leaves(price) == 0;
        if (whole) {
            times.ended(OrderState.FILLED, timeNs);
            rest(OrderState.FILLED, timeNs);
        } else if (state == OrderState.PENDING_CANCEL || state == OrderState.PENDING_REPLACE) {
            stateBefore = OrderState.PARTIALLY_FILLED;
            times.updated(timeNs);
        } else {
            state(OrderState.PARTIALLY_FILLED, timeNs);
        }
    }

    /** Ends it. */
    public void end(OrderState newState, long timeNs) {
        times.ended(newState, timeNs);
        rest(newState, timeNs);
    }
}
