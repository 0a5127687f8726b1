package io.lockstep.simulator.binance.trade;

import io.lockstep.engine.sbe.Side;

/** What an order asks for, as its client wrote it and the venue changed it since. */
public final class ApiTerms {
    private Side side = Side.BUY;
    private String type = "LIMIT";
    private String timeInForce = "GTC";
    private String selfTradePrevention = "NONE";
    private String workingType = "CONTRACT_PRICE";
    private long price;
    private long quantity;
    private long stopPrice;
    private long quoteOrderQuantity;
    private long goodTillMs;
    private long callbackRate;
    private boolean reduceOnly;
    private boolean closePosition;
    private String algoType = "";
    private String clientAlgoId = "";

    /** Whether it buys or sells. */
    public Side side() {
        return side;
    }

    /** Sets it. */
    public void side(Side newSide) {
        side = newSide;
    }

    /** Its type, in the venue's words. */
    public String type() {
        return type;
    }

    /** Sets it. */
    public void type(String newType) {
        type = newType;
    }

    /** How long it lives, in the venue's words. */
    public String timeInForce() {
        return timeInForce;
    }

    /** Sets it. */
    public void timeInForce(String newTimeInForce) {
        timeInForce = newTimeInForce;
    }

    /** What happens when it meets an order of its own account. */
    public String selfTradePrevention() {
        return selfTradePrevention;
    }

    /** Sets it. */
    public void selfTradePrevention(String newSelfTradePrevention) {
        selfTradePrevention = newSelfTradePrevention;
    }

    /** Which price its trigger watches. */
    public String workingType() {
        return workingType;
    }

    /** Sets it. */
    public void workingType(String newWorkingType) {
        workingType = newWorkingType;
    }

    /** Limit price, quote currency, E8; 0 for none. */
    public long price() {
        return price;
    }

    /** Sets it. */
    public void price(long newPrice) {
        price = newPrice;
    }

    /** Base currency, E8; 0 for an order by value. */
    public long quantity() {
        return quantity;
    }

    /** Sets it. */
    public void quantity(long newQuantity) {
        quantity = newQuantity;
    }

    /** Trigger price, quote currency, E8; 0 for none. */
    public long stopPrice() {
        return stopPrice;
    }

    /** Sets it. */
    public void stopPrice(long newStopPrice) {
        stopPrice = newStopPrice;
    }

    /** Value to trade instead of a quantity, quote currency, E8; 0 for none. */
    public long quoteOrderQuantity() {
        return quoteOrderQuantity;
    }

    /** Sets it. */
    public void quoteOrderQuantity(long newQuoteOrderQuantity) {
        quoteOrderQuantity = newQuoteOrderQuantity;
    }

    /** When it ends, epoch milliseconds; 0 for no end. */
    public long goodTillMs() {
        return goodTillMs;
    }

    /** Sets it. */
    public void goodTillMs(long newGoodTillMs) {
        goodTillMs = newGoodTillMs;
    }

    /** Distance of a trailing stop, percent, E8; 0 for none. */
    public long callbackRate() {
        return callbackRate;
    }

    /** Sets it. */
    public void callbackRate(long newCallbackRate) {
        callbackRate = newCallbackRate;
    }

    /** Whether it may only shrink a position. */
    public boolean isReduceOnly() {
        return reduceOnly;
    }

    /** Sets it. */
    public void reduceOnly(boolean newReduceOnly) {
        reduceOnly = newReduceOnly;
    }

    /** Whether it closes whatever position there is when it is triggered. */
    public boolean closesPosition() {
        return closePosition;
    }

    /** Sets it. */
    public void closePosition(boolean newClosePosition) {
        closePosition = newClosePosition;
    }

    /** Its type in the service of conditional orders; empty for a plain order. */
    public String algoType() {
        return algoType;
    }

    /** Sets it. */
    public void algoType(String newAlgoType) {
        algoType = newAlgoType;
    }

    /** The client's id there; empty for a plain order. */
    public String clientAlgoId() {
        return clientAlgoId;
    }

    /** Sets it. */
    public void clientAlgoId(String newClientAlgoId) {
        clientAlgoId = newClientAlgoId;
    }
}
