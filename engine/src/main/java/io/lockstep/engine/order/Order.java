package io.lockstep.engine.order;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.OpenOrder;
import io.lockstep.engine.sbe.CarriedOrderDecoder;
import io.lockstep.engine.sbe.CarriedOrderEncoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** One of our orders with the evidence so far. Pooled; owned by the order table. */
public final class Order {
    private long orderId;
    private long firstId;
    private long previousId;
    private long replacingId;
    private int accountId;
    private int strategyId;
    private int instrumentId;
    private Side side = Side.NONE;
    private OrderType orderType = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private boolean reduceOnly;
    private boolean triggered;
    private boolean cancelWanted;
    private long price;
    private long quantity;
    private long pendingPrice;
    private long pendingQuantity;
    private long referencePrice;
    private long cumQty;
    private long sentNs;
    private long changedNs;
    private OrderState state = OrderState.PENDING_NEW;
    private boolean protective;
    private boolean held;
    private long stopPrice;
    private long trailOffset;
    private long trailRate;
    private long reserved;
    private long seenInList;
    private final Inquiry inquiry = new Inquiry();

    @Nullable
    Order previous;

    @Nullable
    Order next;

    Order() {}

    void open(OrderCommandDecoder command, long timeNs) {
        orderId = command.orderId();
        firstId = orderId;
        previousId = 0;
        replacingId = 0;
        accountId = command.accountId();
        strategyId = command.strategyId();
        instrumentId = command.instrumentId();
        side = command.side();
        orderType = command.orderType();
        timeInForce = command.timeInForce();
        reduceOnly = command.flags().reduceOnly();
        triggered = false;
        cancelWanted = false;
        price = command.price();
        quantity = command.quantity();
        pendingPrice = price;
        pendingQuantity = 0;
        referencePrice = command.referencePrice();
        cumQty = 0;
        sentNs = timeNs;
        changedNs = timeNs;
        state = OrderState.PENDING_NEW;
        protective = command.flags().protective();
        held = command.flags().held();
        stopPrice = command.stopPrice();
        trailOffset = command.trailOffset();
        trailRate = command.trailRate();
        seenInList = 0;
        inquiry.clear();
    }

    void released(long timeNs) {
        held = false;
        triggered = true;
        sentNs = timeNs;
    }

    /** Takes an order of an earlier epoch as it stood. */
    void carried(CarriedOrderDecoder order, OrderState stood) {
        orderId = order.orderId();
        firstId = order.firstId();
        previousId = order.previousId();
        replacingId = order.replacingId();
        accountId = order.accountId();
        strategyId = order.strategyId();
        instrumentId = order.instrumentId();
        side = order.side();
        orderType = order.orderType();
        timeInForce = order.timeInForce();
        reduceOnly = order.flags().reduceOnly();
        triggered = order.triggered() == 1;
        cancelWanted = order.cancelWanted() == 1;
        price = order.price();
        quantity = order.quantity();
        pendingPrice = order.pendingPrice();
        pendingQuantity = order.pendingQuantity();
        referencePrice = order.referencePrice();
        cumQty = order.cumQty();
        sentNs = order.sentNs();
        changedNs = order.changedNs();
        state = stood;
        protective = order.flags().protective();
        held = order.flags().held();
        stopPrice = order.stopPrice();
        trailOffset = order.trailOffset();
        trailRate = order.trailRate();
        seenInList = 0;
        inquiry.clear();
    }

    /** Writes it as it stands, but for the ids that are an epoch's own: account, strategy, instrument. */
    public void carryTo(CarriedOrderEncoder order) {
        order.orderId(orderId)
                .firstId(firstId)
                .previousId(previousId)
                .replacingId(replacingId)
                .side(side)
                .orderType(orderType)
                .timeInForce(timeInForce)
                .triggered((short) (triggered ? 1 : 0))
                .cancelWanted((short) (cancelWanted ? 1 : 0))
                .price(price)
                .quantity(quantity)
                .pendingPrice(pendingPrice)
                .pendingQuantity(pendingQuantity)
                .referencePrice(referencePrice)
                .stopPrice(stopPrice)
                .trailOffset(trailOffset)
                .trailRate(trailRate)
                .cumQty(cumQty)
                .sentNs(sentNs)
                .changedNs(changedNs)
                .state(state.name());
        order.flags().clear().reduceOnly(reduceOnly).protective(protective).held(held);
    }

    void replacing(long newId, long newPrice, long newQuantity) {
        replacingId = newId;
        pendingPrice = newPrice;
        pendingQuantity = newQuantity;
    }

    void replaced() {
        previousId = orderId;
        orderId = replacingId;
        price = pendingPrice;
        quantity = pendingQuantity;
        replaceRejected();
    }

    void amended(long newPrice, long newQuantity) {
        price = newPrice == FixedPoint.NULL ? price : newPrice;
        quantity = newQuantity == FixedPoint.NULL ? quantity : newQuantity;
    }

    void triggered() {
        triggered = true;
    }

    void replaceRejected() {
        replacingId = 0;
        pendingQuantity = 0;
    }

    void fill(long lastQty) {
        cumQty = Math.addExact(cumQty, lastQty);
    }

    void state(OrderState next, long timeNs) {
        state = next;
        changedNs = timeNs;
    }

    /** How it stands, for a gateway that begins. */
    OpenOrder toOpenOrder() {
        return new OpenOrder(
                orderId,
                firstId,
                previousId,
                replacingId,
                accountId,
                strategyId,
                instrumentId,
                isConditional(),
                triggered,
                price,
                quantity,
                pendingPrice(),
                pendingQuantity(),
                cumQty);
    }

    /** Our id now; a replacement changes it. */
    public long orderId() {
        return orderId;
    }

    /** Id it was sent with first: a venue that changes orders in place goes on knowing it by that. */
    public long firstId() {
        return firstId;
    }

    /** Id it had before its last replacement, 0 if there was none. */
    public long previousId() {
        return previousId;
    }

    /** Id it will have if the change under way is made, 0 if there is none. */
    public long replacingId() {
        return replacingId;
    }

    /** Account. */
    public int accountId() {
        return accountId;
    }

    /** Strategy that owns it. */
    public int strategyId() {
        return strategyId;
    }

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Buy or sell. */
    public Side side() {
        return side;
    }

    /** Whether it buys. */
    public boolean isBuy() {
        return side == Side.BUY;
    }

    /** Market, limit, stop and so on. */
    public OrderType orderType() {
        return orderType;
    }

    /** How long it lives. */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /** Whether it may only shrink the position. */
    public boolean isReduceOnly() {
        return reduceOnly;
    }

    /** Whether it waits for a stop price, so that it cannot trade yet. */
    public boolean isConditional() {
        return orderType != OrderType.MARKET && orderType != OrderType.LIMIT && !triggered;
    }

    /** Whether it is marked to be cancelled as soon as an event has room for it. */
    public boolean isCancelWanted() {
        return cancelWanted;
    }

    /** Marks it to be cancelled, or takes the mark away. */
    public void cancelWanted(boolean wanted) {
        cancelWanted = wanted;
    }

    /** Limit price, quote currency, E8; {@code FixedPoint.NULL} for a market order. */
    public long price() {
        return price;
    }

    /** Quantity ordered, base currency, E8. */
    public long quantity() {
        return quantity;
    }

    /** Price the decision was made at, quote currency, E8, or {@code FixedPoint.NULL}. */
    public long referencePrice() {
        return referencePrice;
    }

    /** Limit price the change under way asks for, quote currency, E8; its own where there is none. */
    private long pendingPrice() {
        return replacingId == 0 ? price : pendingPrice;
    }

    /** Quantity the change under way asks for, base currency, E8; its own where there is none. */
    private long pendingQuantity() {
        return replacingId == 0 ? quantity : pendingQuantity;
    }

    /** Quantity filled so far, base currency, E8. */
    public long cumQty() {
        return cumQty;
    }

    /** Quantity that can still trade at worst, also under a change that is not confirmed; 0 once closed. */
    public long leavesQty() {
        return state.isOpen() ? Math.max(0, Math.max(quantity, pendingQuantity) - cumQty) : 0;
    }

    /** The worst price it can trade at as far as its own limits go: the dearer of old and new for a buy. */
    public long worstPrice() {
        if (replacingId == 0) {
            return price;
        }
        return isBuy() ? Math.max(price, pendingPrice) : Math.min(price, pendingPrice);
    }

    /** When it was handed to the gateway, UTC, nanoseconds. */
    public long sentNs() {
        return sentNs;
    }

    /** When its state last changed, UTC, nanoseconds. */
    public long changedNs() {
        return changedNs;
    }

    /** Where it stands. */
    public OrderState state() {
        return state;
    }

    /** Whether it guards a position. */
    public boolean isProtective() {
        return protective;
    }

    /** Whether the engine itself holds it until its price is met: the venue does not know it. */
    public boolean isHeld() {
        return held;
    }

    /** Price it waits for, quote currency, E8, or {@code FixedPoint.NULL}. */
    public long stopPrice() {
        return stopPrice;
    }

    /**
     * Moves the price a trailing stop waits for, if that is closer to the market; it never moves back.
     *
     * @param marketPrice what it could trade at now, quote currency, E8
     */
    public void trail(long marketPrice) {
        long distance = trailOffset > 0
                ? trailOffset
                : FixedPoint.multiply(marketPrice, Math.max(0, trailRate), RoundingMode.HALF_EVEN);
        if (distance <= 0) {
            return;
        }
        long stop = isBuy() ? marketPrice + distance : marketPrice - distance;
        boolean closer = stopPrice == FixedPoint.NULL || (isBuy() ? stop < stopPrice : stop > stopPrice);
        stopPrice = closer ? stop : stopPrice;
    }

    /** The price its value is counted at: its own worst one, else the one it waits for, else the one it was decided at; E8, 0 if none. */
    public long valuationPrice() {
        long worst = worstPrice();
        if (worst > 0) {
            return worst;
        }
        return Math.max(0, stopPrice > 0 ? stopPrice : referencePrice);
    }

    /** Value it is counted with in working notional while it is open, quote currency, E8; the exposure book's own note. */
    public long reserved() {
        return reserved;
    }

    /** Notes the value it is counted with. */
    public void reserved(long notional) {
        reserved = notional;
    }

    /** Number of the venue's list it was last seen in, 0 if in none; the reconciliation's own note. */
    public long seenInList() {
        return seenInList;
    }

    /** Notes the list it was seen in. */
    public void seenInList(long list) {
        seenInList = list;
    }

    /** What was asked about it while its outcome is unknown. */
    public Inquiry inquiry() {
        return inquiry;
    }
}
