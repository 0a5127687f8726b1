package io.lockstep.strategies;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.strategy.OrderTicket;
import java.util.function.ToLongFunction;

/** A ticket that stays around as the order it became. */
public final class FakeOrder implements OrderTicket {
    private final int instrumentId;
    private final ToLongFunction<FakeOrder> submit;
    long id;
    Side side = Side.NONE;
    long quantity;
    long price;
    long filled;
    boolean limit;
    boolean postOnly;
    boolean reduceOnly;
    boolean protective;
    boolean live;
    boolean cancelAsked;
    String reason = "";

    FakeOrder(int instrumentId, ToLongFunction<FakeOrder> submit) {
        this.instrumentId = instrumentId;
        this.submit = submit;
    }

    /** Its id. */
    public long id() {
        return id;
    }

    int instrumentId() {
        return instrumentId;
    }

    long leaves() {
        return quantity - filled;
    }

    /** Whether it may still fill. */
    public boolean isLive() {
        return live;
    }

    /** Whether its cancellation was asked for. */
    public boolean isCancelAsked() {
        return cancelAsked;
    }

    @Override
    public String toString() {
        String kind = limit ? "limit " + FixedPoint.format(price) : "market";
        return side + " " + FixedPoint.format(quantity) + " " + kind + (postOnly ? " post-only" : "")
                + (reduceOnly ? " reduce-only" : "") + (protective ? " protective" : "") + " " + reason;
    }

    @Override
    public OrderTicket buy(long size) {
        side = Side.BUY;
        quantity = size;
        return this;
    }

    @Override
    public OrderTicket sell(long size) {
        side = Side.SELL;
        quantity = size;
        return this;
    }

    @Override
    public OrderTicket market() {
        limit = false;
        return this;
    }

    @Override
    public OrderTicket limit(long limitPrice) {
        limit = true;
        price = limitPrice;
        return this;
    }

    @Override
    public OrderTicket stop(long stopPrice) {
        throw unexpected("stop");
    }

    @Override
    public OrderTicket stopLimit(long stopPrice, long limitPrice) {
        throw unexpected("stopLimit");
    }

    @Override
    public OrderTicket takeProfit(long stopPrice) {
        throw unexpected("takeProfit");
    }

    @Override
    public OrderTicket notional(long value) {
        throw unexpected("notional");
    }

    @Override
    public OrderTicket trail(long distance) {
        throw unexpected("trail");
    }

    @Override
    public OrderTicket trailRate(long rate) {
        throw unexpected("trailRate");
    }

    @Override
    public OrderTicket bracket(long stopLoss, long takeProfit) {
        throw unexpected("bracket");
    }

    @Override
    public OrderTicket oneCancelsOther(long stopLoss, long takeProfit) {
        throw unexpected("oneCancelsOther");
    }

    @Override
    public OrderTicket timeInForce(TimeInForce timeInForce) {
        return this;
    }

    @Override
    public OrderTicket postOnly() {
        postOnly = true;
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
    public long submit(String why) {
        reason = why;
        return submit.applyAsLong(this);
    }

    /** None of the strategies here asks for this; one that begins to needs a fake that does it. */
    static AssertionError unexpected(String what) {
        return new AssertionError("no strategy was expected to ask for this: " + what);
    }
}
