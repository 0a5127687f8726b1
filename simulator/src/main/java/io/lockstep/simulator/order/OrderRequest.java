package io.lockstep.simulator.order;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;

/** A new order as a client asks for it. Mutable and reusable; the core copies what it keeps. */
public final class OrderRequest {
    private int accountId;
    private int instrumentId;
    private long tag;
    private int owner;
    private Side side = Side.NONE;
    private OrderType type = OrderType.LIMIT;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long quantity;
    private long price;
    private long stopPrice;
    private long trailDistance;
    private long trailRate;
    private TriggerSource triggerSource = TriggerSource.LAST;
    private boolean reduceOnly;
    private boolean closePosition;
    private SelfTradePrevention selfTradePrevention = SelfTradePrevention.NONE;
    private long expireNs;

    /** Starts over: a GTC limit order without any value set. */
    public OrderRequest reset(int newAccountId, int newInstrumentId, long newTag) {
        accountId = newAccountId;
        instrumentId = newInstrumentId;
        tag = newTag;
        owner = 0;
        side = Side.NONE;
        type = OrderType.LIMIT;
        timeInForce = TimeInForce.GTC;
        quantity = 0;
        price = FixedPoint.NULL;
        stopPrice = FixedPoint.NULL;
        trailDistance = 0;
        trailRate = 0;
        triggerSource = TriggerSource.LAST;
        reduceOnly = false;
        closePosition = false;
        selfTradePrevention = SelfTradePrevention.NONE;
        expireNs = FixedPoint.NULL;
        return this;
    }

    /** Sets whom of the account's users the order belongs to; strategies, for one. */
    public OrderRequest owner(int newOwner) {
        owner = newOwner;
        return this;
    }

    /** Sets side and quantity, base currency, E8. */
    public OrderRequest side(Side newSide, long newQuantity) {
        side = newSide;
        quantity = newQuantity;
        return this;
    }

    /** Sets how the price works. */
    public OrderRequest type(OrderType newType) {
        type = newType;
        return this;
    }

    /** Makes it a market order. */
    public OrderRequest market() {
        return type(OrderType.MARKET);
    }

    /** Sets the limit price, quote currency, E8, or {@code FixedPoint.NULL}. */
    public OrderRequest price(long newPrice) {
        price = newPrice;
        return this;
    }

    /** Sets the trigger price, quote currency, E8, or {@code FixedPoint.NULL}. */
    public OrderRequest stopPrice(long newStopPrice) {
        stopPrice = newStopPrice;
        return this;
    }

    /** Sets a trailing stop's distance, quote currency, E8. */
    public OrderRequest trailDistance(long distance) {
        trailDistance = distance;
        return this;
    }

    /** Sets a trailing stop's distance as a fraction of the best price seen, E8. */
    public OrderRequest trailRate(long rate) {
        trailRate = rate;
        return this;
    }

    /** Sets which price sets off the trigger. */
    public OrderRequest triggerSource(TriggerSource source) {
        triggerSource = source;
        return this;
    }

    /** Sets how long it lives. */
    public OrderRequest timeInForce(TimeInForce newTimeInForce) {
        timeInForce = newTimeInForce;
        return this;
    }

    /** Sets the end of a GTD order, UTC, nanoseconds. */
    public OrderRequest expireNs(long newExpireNs) {
        expireNs = newExpireNs;
        return this;
    }

    /** Sets whether it may only shrink the position. */
    public OrderRequest reduceOnly(boolean only) {
        reduceOnly = only;
        return this;
    }

    /** Sets whether it closes whatever is there when triggered. */
    public OrderRequest closePosition(boolean close) {
        closePosition = close;
        return this;
    }

    /** Sets what happens when it would meet another order of the same account. */
    public OrderRequest selfTradePrevention(SelfTradePrevention mode) {
        selfTradePrevention = mode;
        return this;
    }

    /** Account that asks. */
    public int accountId() {
        return accountId;
    }

    /** Instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Whatever the face that asked wants to find again in the order. */
    public long tag() {
        return tag;
    }

    /** Whom of the account's users the order belongs to, 0 for nobody in particular. */
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

    /** How the price works. */
    public OrderType type() {
        return type;
    }

    /** Whether it waits for a trigger. */
    public boolean isConditional() {
        return type != OrderType.MARKET && type != OrderType.LIMIT;
    }

    /** Whether it has a limit price once it works. */
    public boolean hasLimit() {
        return type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
    }

    /** How long it lives. */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /** Quantity, base currency, E8. */
    public long quantity() {
        return quantity;
    }

    /** Limit price, quote currency, E8, or {@code FixedPoint.NULL}. */
    public long price() {
        return price;
    }

    /** Trigger price, quote currency, E8, or {@code FixedPoint.NULL}. */
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

    /** Which price sets off the trigger. */
    public TriggerSource triggerSource() {
        return triggerSource;
    }

    /** Whether it may only shrink the position. */
    public boolean isReduceOnly() {
        return reduceOnly || closePosition;
    }

    /** Whether it closes whatever is there when triggered. */
    public boolean isClosePosition() {
        return closePosition;
    }

    /** What happens when it would meet another order of the same account. */
    public SelfTradePrevention selfTradePrevention() {
        return selfTradePrevention;
    }

    /** End of a GTD order, UTC, nanoseconds, or {@code FixedPoint.NULL}. */
    public long expireNs() {
        return expireNs;
    }
}
