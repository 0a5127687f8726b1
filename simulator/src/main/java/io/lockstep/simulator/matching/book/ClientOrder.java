package io.lockstep.simulator.matching.book;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.OrderStatus;
import io.lockstep.simulator.order.SelfTradePrevention;
import io.lockstep.simulator.order.TriggerSource;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A client's order at the venue. Pooled: valid while open, and as long after as the store keeps closed orders. */
public final class ClientOrder {
    private long id;
    private long tag;
    private int owner;
    private int accountId;
    private int instrumentId;
    private Side side = Side.NONE;
    private OrderType type = OrderType.LIMIT;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private TriggerSource triggerSource = TriggerSource.LAST;
    private SelfTradePrevention selfTradePrevention = SelfTradePrevention.NONE;
    private boolean reduceOnly;
    private boolean closePosition;
    private OrderStatus status = OrderStatus.WORKING;
    private boolean triggered;
    private long quantity;
    private long price;
    private long stopPrice;
    private long trailDistance;
    private long trailRate;
    private long expireNs;
    private long cumQty;
    private long cumNotional;
    private long createdNs;
    private long updatedNs;

    private long reserved;

    /** Market quantity that trades before it at its price, E8; {@link QueueModel#UNSEEN} until the level is first seen. */
    long queueAhead;

    /** Part of {@link #queueAhead} taken off by a smaller display that a late trade print may still explain, E8. */
    long queueCredit;

    /** When the credit was given, nanoseconds. */
    long queueCreditNs;

    /** Whether a trailing stop follows the price already. */
    boolean trailActive;

    @Nullable
    PriceLevel level;

    @Nullable
    ClientOrder levelPrevious;

    @Nullable
    ClientOrder levelNext;

    @Nullable
    ClientOrder openPrevious;

    @Nullable
    ClientOrder openNext;

    ClientOrder() {}

    /** The account's next open order, null if this is its latest. */
    @Nullable
    public ClientOrder nextOpen() {
        return openNext;
    }

    /** The order behind this one at its price, null if it is the last. */
    @Nullable
    public ClientOrder nextAtLevel() {
        return levelNext;
    }

    /** What the ledger holds back for it: quote currency of a buy, base currency of a sell, E8. */
    public long reserved() {
        return reserved;
    }

    /** Says what the ledger holds back for it. */
    public void reserve(long amount) {
        reserved = amount;
    }

    /** Becomes a new order; the object was none before, or one that is forgotten. */
    void open(long newId, OrderRequest request, long timeNs) {
        id = newId;
        tag = request.tag();
        owner = request.owner();
        accountId = request.accountId();
        instrumentId = request.instrumentId();
        side = request.side();
        type = request.type();
        timeInForce = request.timeInForce();
        triggerSource = request.triggerSource();
        selfTradePrevention = request.selfTradePrevention();
        reduceOnly = request.isReduceOnly();
        closePosition = request.isClosePosition();
        quantity = request.quantity();
        price = request.price();
        stopPrice = request.stopPrice();
        trailDistance = request.trailDistance();
        trailRate = request.trailRate();
        expireNs = request.expireNs();
        status = isConditional() ? OrderStatus.UNTRIGGERED : OrderStatus.WORKING;
        triggered = false;
        trailActive = false;
        cumQty = 0;
        cumNotional = 0;
        reserved = 0;
        createdNs = timeNs;
        updatedNs = timeNs;
    }

    /** Moves to a state. */
    public void status(OrderStatus newStatus, long timeNs) {
        status = newStatus;
        updatedNs = timeNs;
    }

    /** Its trigger was met. */
    public void trigger(long timeNs) {
        triggered = true;
        status(OrderStatus.WORKING, timeNs);
    }

    /** Moves its trigger, quote currency, E8. */
    public void stopPrice(long newStopPrice) {
        stopPrice = newStopPrice;
    }

    /** Says when it ends, UTC, nanoseconds. */
    public void expireNs(long newExpireNs) {
        expireNs = newExpireNs;
    }

    /** Changes its quantity, base currency, E8. */
    public void quantity(long newQuantity) {
        quantity = newQuantity;
    }

    /** Changes its terms under another tag. */
    public void replace(long newTag, long newPrice, long newQuantity, long timeNs) {
        tag = newTag;
        price = newPrice;
        quantity = newQuantity;
        updatedNs = timeNs;
    }

    /** Books an execution. */
    public void fill(long lastQty, long notional, long timeNs) {
        cumQty = Math.addExact(cumQty, lastQty);
        cumNotional = Math.addExact(cumNotional, notional);
        status(cumQty == quantity ? OrderStatus.FILLED : OrderStatus.WORKING, timeNs);
    }

    /** The venue's id of the order. */
    public long id() {
        return id;
    }

    /** The tag of the request, or of the last change. */
    public long tag() {
        return tag;
    }

    /** Account that owns it. */
    public int accountId() {
        return accountId;
    }

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Whom of the account's users it belongs to, 0 for nobody in particular. */
    public int owner() {
        return owner;
    }

    /** Buy or sell. */
    public Side side() {
        return side;
    }

    /** Whether it buys. */
    public boolean isBuy() {
        return side == Side.BUY;
    }

    /** How the price works, as requested. */
    public OrderType type() {
        return type;
    }

    /** How long it lives. */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /** Which price sets off its trigger. */
    public TriggerSource triggerSource() {
        return triggerSource;
    }

    /** What happens when it would meet another order of the same account. */
    public SelfTradePrevention selfTradePrevention() {
        return selfTradePrevention;
    }

    /** Whether it may only shrink the position. */
    public boolean isReduceOnly() {
        return reduceOnly;
    }

    /** Whether it closes whatever is there when triggered. */
    public boolean isClosePosition() {
        return closePosition;
    }

    /** Where it stands. */
    public OrderStatus status() {
        return status;
    }

    /** Whether it waits, or waited, for a trigger. */
    public boolean isConditional() {
        return type != OrderType.MARKET && type != OrderType.LIMIT;
    }

    /** Whether its trigger price was met. */
    public boolean isTriggered() {
        return triggered;
    }

    /** Whether it has a limit price once it works. */
    public boolean hasLimit() {
        return type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
    }

    /** Whether it must not take liquidity. */
    public boolean isPostOnly() {
        return timeInForce == TimeInForce.GTX;
    }

    /** Quantity now, base currency, E8. */
    public long quantity() {
        return quantity;
    }

    /** Limit price now, quote currency, E8, or {@code FixedPoint.NULL}. */
    public long price() {
        return price;
    }

    /** Trigger price now, quote currency, E8, or {@code FixedPoint.NULL}. */
    public long stopPrice() {
        return stopPrice;
    }

    /** A trailing stop's distance, quote currency, E8; 0 for none. */
    public long trailDistance() {
        return trailDistance;
    }

    /** A trailing stop's distance as a fraction, E8; 0 for none. */
    public long trailRate() {
        return trailRate;
    }

    /** When it expires, UTC, nanoseconds, or {@code FixedPoint.NULL}. */
    public long expireNs() {
        return expireNs;
    }

    /** Filled so far, base currency, E8. */
    public long cumQty() {
        return cumQty;
    }

    /** Value filled so far, quote currency, E8. */
    public long cumNotional() {
        return cumNotional;
    }

    /** Mean fill price, quote currency, E8; 0 before the first fill. */
    public long avgPx() {
        return cumQty == 0 ? 0 : FixedPoint.divide(cumNotional, cumQty, RoundingMode.HALF_EVEN);
    }

    /** Still open, base currency, E8; 0 once closed. */
    public long leavesQty() {
        return status.isOpen() ? quantity - cumQty : 0;
    }

    /** When the venue took it, UTC, nanoseconds. */
    public long createdNs() {
        return createdNs;
    }

    /** When it last changed, UTC, nanoseconds. */
    public long updatedNs() {
        return updatedNs;
    }
}
