package io.lockstep.simulator.matching.book;

/** One execution of one order; reused, valid only while the listener is called. */
public final class Fill {
    private long tradeId;
    private long price;
    private long quantity;
    private long notional;
    private boolean maker;
    private boolean forced;
    private long fee;
    private String feeAsset = "";
    private long realizedPnl;
    private long timeNs;

    /** Becomes another execution, not yet settled. */
    public void set(
            long newTradeId, long newPrice, long newQuantity, boolean isMaker, boolean isForced, long newTimeNs) {
        tradeId = newTradeId;
        price = newPrice;
        quantity = newQuantity;
        maker = isMaker;
        forced = isForced;
        timeNs = newTimeNs;
    }

    /** Takes what the ledger made of it. */
    public void settled(long newNotional, long newFee, String newFeeAsset, long newRealizedPnl) {
        notional = newNotional;
        fee = newFee;
        feeAsset = newFeeAsset;
        realizedPnl = newRealizedPnl;
    }

    /** The venue's trade id; both orders of one trade carry the same. */
    public long tradeId() {
        return tradeId;
    }

    /** Price, quote currency, E8. */
    public long price() {
        return price;
    }

    /** Quantity, base currency, E8. */
    public long quantity() {
        return quantity;
    }

    /** Value, quote currency, E8. */
    public long notional() {
        return notional;
    }

    /** Whether the order rested. */
    public boolean isMaker() {
        return maker;
    }

    /** Whether the venue forced it, by liquidation. */
    public boolean isForced() {
        return forced;
    }

    /** Fee, in {@link #feeAsset}, E8; negative is a rebate. */
    public long fee() {
        return fee;
    }

    /** What the fee was taken in. */
    public String feeAsset() {
        return feeAsset;
    }

    /** Profit locked in, before the fee, quote currency, E8. */
    public long realizedPnl() {
        return realizedPnl;
    }

    /** When, UTC, nanoseconds. */
    public long timeNs() {
        return timeNs;
    }
}
