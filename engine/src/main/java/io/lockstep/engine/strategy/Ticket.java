package io.lockstep.engine.strategy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import java.math.RoundingMode;

/** The one reused order ticket of a strategy. */
final class Ticket implements OrderTicket {
    private final HostedStrategy owner;
    private final IntentWriter writer;
    private int instrumentId;
    private Side side = Side.NONE;
    private OrderType orderType = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long quantity;
    private long price;
    private long stopPrice;
    private long referencePrice;
    private boolean reduceOnly;
    private boolean protective;
    private long trailOffset;
    private long trailRate;
    private long stopLoss;
    private long takeProfit;
    private OrderClass orderClass = OrderClass.SIMPLE;

    Ticket(HostedStrategy owner, IntentWriter writer) {
        this.owner = owner;
        this.writer = writer;
    }

    Ticket start(int instrument, long reference) {
        instrumentId = instrument;
        referencePrice = reference;
        side = Side.NONE;
        orderType = OrderType.MARKET;
        timeInForce = TimeInForce.GTC;
        quantity = 0;
        price = FixedPoint.NULL;
        stopPrice = FixedPoint.NULL;
        reduceOnly = false;
        protective = false;
        trailOffset = FixedPoint.NULL;
        trailRate = FixedPoint.NULL;
        stopLoss = FixedPoint.NULL;
        takeProfit = FixedPoint.NULL;
        orderClass = OrderClass.SIMPLE;
        return this;
    }

    @Override
    public OrderTicket buy(long size) {
        return trade(Side.BUY, size);
    }

    @Override
    public OrderTicket sell(long size) {
        return trade(Side.SELL, size);
    }

    @Override
    public OrderTicket market() {
        orderType = OrderType.MARKET;
        price = FixedPoint.NULL;
        return this;
    }

    @Override
    public OrderTicket limit(long limitPrice) {
        orderType = OrderType.LIMIT;
        price = limitPrice;
        return this;
    }

    @Override
    public OrderTicket stop(long trigger) {
        orderType = OrderType.STOP_MARKET;
        stopPrice = trigger;
        return this;
    }

    @Override
    public OrderTicket stopLimit(long trigger, long limitPrice) {
        orderType = OrderType.STOP_LIMIT;
        stopPrice = trigger;
        price = limitPrice;
        return this;
    }

    @Override
    public OrderTicket takeProfit(long trigger) {
        orderType = OrderType.TAKE_PROFIT_MARKET;
        stopPrice = trigger;
        return this;
    }

    @Override
    public OrderTicket notional(long value) {
        long one = referencePrice > 0 ? owner.instrument(instrumentId).notional(referencePrice, FixedPoint.ONE) : 0;
        quantity = one <= 0
                ? 0
                : owner.instrument(instrumentId)
                        .floorToLot(FixedPoint.divide(Math.max(0, value), one, RoundingMode.DOWN));
        return this;
    }

    @Override
    public OrderTicket trail(long distance) {
        orderType = OrderType.TRAILING_STOP;
        trailOffset = distance;
        return this;
    }

    @Override
    public OrderTicket trailRate(long rate) {
        orderType = OrderType.TRAILING_STOP;
        trailRate = rate;
        return this;
    }

    @Override
    public OrderTicket bracket(long loss, long profit) {
        orderClass = OrderClass.BRACKET;
        stopLoss = loss;
        takeProfit = profit;
        return this;
    }

    @Override
    public OrderTicket oneCancelsOther(long loss, long profit) {
        orderClass = OrderClass.OCO;
        orderType = OrderType.STOP_MARKET;
        stopPrice = loss;
        stopLoss = loss;
        takeProfit = profit;
        reduceOnly = true;
        protective = true;
        return this;
    }

    @Override
    public OrderTicket timeInForce(TimeInForce life) {
        timeInForce = life;
        return this;
    }

    @Override
    public OrderTicket postOnly() {
        timeInForce = TimeInForce.GTX;
        return this;
    }

    @Override
    public OrderTicket reduceOnly() {
        reduceOnly = true;
        return this;
    }

    @Override
    public OrderTicket protective() {
        protective = true;
        return this;
    }

    @Override
    public long submit(String reason) {
        OrderCommandEncoder command = writer.begin(OrderAction.NEW, owner.accountId(), owner.id(), instrumentId);
        if (command == null) {
            return IntentWriter.NO_ROOM;
        }
        command.side(side)
                .orderType(orderType)
                .timeInForce(timeInForce)
                .quantity(quantity)
                .price(price)
                .stopPrice(stopPrice)
                .referencePrice(referencePrice)
                .trailOffset(trailOffset)
                .trailRate(trailRate)
                .stopLossPrice(stopLoss)
                .takeProfitPrice(takeProfit)
                .orderClass(orderClass)
                .reason(reason)
                .flags()
                .reduceOnly(reduceOnly)
                .protective(protective);
        long orderId = writer.lastOrderId();
        owner.owns(orderId);
        owner.working().add(orderId, instrumentId, side, timeInForce, reduceOnly);
        return writer.commit(orderId);
    }

    private Ticket trade(Side direction, long size) {
        side = direction;
        quantity = size;
        return this;
    }
}
