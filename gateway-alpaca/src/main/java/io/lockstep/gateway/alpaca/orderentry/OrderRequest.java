package io.lockstep.gateway.alpaca.orderentry;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;

/**
 * A new order as the venue knows it. Prices, quantities and amounts are E8; {@link FixedPoint#NULL} is none. Reused, owned by one thread.
 */
public final class OrderRequest {
    /** Stands for an absent price or quantity. */
    public static final long NONE = FixedPoint.NULL;

    private String symbol = "";
    private Side side = Side.NONE;
    private OrderType type = OrderType.NULL_VAL;
    private TimeInForce timeInForce = TimeInForce.NULL_VAL;
    private OrderClass orderClass = OrderClass.SIMPLE;
    private long quantity;
    private long notional;
    private long limitPrice;
    private long stopPrice;
    private long trailPrice;
    private long trailPercent;
    private long takeProfitPrice;
    private long stopLossPrice;
    private long stopLossLimitPrice;
    private boolean extendedHours;
    private boolean closing;

    /** Starts over as a simple order. */
    public OrderRequest begin(String symbol, Side side, OrderType type, TimeInForce timeInForce) {
        this.symbol = symbol;
        this.side = side;
        this.type = type;
        this.timeInForce = timeInForce;
        orderClass = OrderClass.SIMPLE;
        quantity = NONE;
        notional = NONE;
        limitPrice = NONE;
        stopPrice = NONE;
        trailPrice = NONE;
        trailPercent = NONE;
        takeProfitPrice = NONE;
        stopLossPrice = NONE;
        stopLossLimitPrice = NONE;
        extendedHours = false;
        closing = false;
        return this;
    }

    /** Starts over with what an engine command asks for. */
    public OrderRequest begin(String symbol, OrderCommandDecoder command) {
        return begin(symbol, command.side(), command.orderType(), command.timeInForce())
                .quantity(command.quantity())
                .notional(command.notional())
                .limitPrice(command.price())
                .stopPrice(command.stopPrice())
                .trailPrice(command.trailOffset())
                .trailPercent(percent(command.trailRate()))
                .tied(
                        OrderClass.of(command.orderClass()),
                        command.takeProfitPrice(),
                        command.stopLossPrice(),
                        command.stopLossLimitPrice())
                .extendedHours(command.flags().extendedHours())
                .closing(command.flags().reduceOnly() || command.flags().closePosition());
    }

    /** Sets the number of shares or coins. */
    public OrderRequest quantity(long quantity) {
        this.quantity = quantity;
        return this;
    }

    /** Sets the amount of money to trade instead of a quantity. */
    public OrderRequest notional(long notional) {
        this.notional = notional;
        return this;
    }

    /** Sets the limit price. */
    public OrderRequest limitPrice(long limitPrice) {
        this.limitPrice = limitPrice;
        return this;
    }

    /** Sets the price that triggers a stop. */
    public OrderRequest stopPrice(long stopPrice) {
        this.stopPrice = stopPrice;
        return this;
    }

    /** Sets the distance of a trailing stop in money. */
    public OrderRequest trailPrice(long trailPrice) {
        this.trailPrice = trailPrice;
        return this;
    }

    /** Sets the distance of a trailing stop in percent. */
    public OrderRequest trailPercent(long trailPercent) {
        this.trailPercent = trailPercent;
        return this;
    }

    /** Lets it trade outside the core session. */
    public OrderRequest extendedHours(boolean extendedHours) {
        this.extendedHours = extendedHours;
        return this;
    }

    /** Says that it may only close a position. */
    public OrderRequest closing(boolean closing) {
        this.closing = closing;
        return this;
    }

    /**
     * Ties it to a take-profit, a stop-loss or both.
     *
     * @param takeProfit limit price of the take-profit, or {@link #NONE}
     * @param stopLoss trigger of the stop-loss, or {@link #NONE}
     * @param stopLossLimit limit price of the stop-loss, or {@link #NONE} for a market order
     */
    public OrderRequest tied(OrderClass orderClass, long takeProfit, long stopLoss, long stopLossLimit) {
        this.orderClass = orderClass;
        this.takeProfitPrice = takeProfit;
        this.stopLossPrice = stopLoss;
        this.stopLossLimitPrice = stopLossLimit;
        return this;
    }

    /** The venue counts a trail in percent, the engine as a fraction. */
    private static long percent(long rate) {
        return rate == NONE ? NONE : Math.multiplyExact(rate, 100);
    }

    String symbol() {
        return symbol;
    }

    Side side() {
        return side;
    }

    OrderType type() {
        return type;
    }

    TimeInForce timeInForce() {
        return timeInForce;
    }

    OrderClass orderClass() {
        return orderClass;
    }

    long quantity() {
        return quantity;
    }

    long notional() {
        return notional;
    }

    long limitPrice() {
        return limitPrice;
    }

    long stopPrice() {
        return stopPrice;
    }

    long trailPrice() {
        return trailPrice;
    }

    long trailPercent() {
        return trailPercent;
    }

    long takeProfitPrice() {
        return takeProfitPrice;
    }

    long stopLossPrice() {
        return stopLossPrice;
    }

    long stopLossLimitPrice() {
        return stopLossLimitPrice;
    }

    boolean isExtendedHours() {
        return extendedHours;
    }

    boolean isClosing() {
        return closing;
    }

    boolean isFractional() {
        return notional != NONE || quantity % FixedPoint.ONE != 0;
    }
}
