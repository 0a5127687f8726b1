package io.lockstep.simulator.account;

/** What booking one fill came to; reused by the ledger that fills it in. */
public final class Settlement {
    private long notional;
    private long fee;
    private int feeAsset;
    private long realizedPnl;

    /** Value of the fill, quote currency, E8. */
    public long notional() {
        return notional;
    }

    /** Fee in {@link #feeAsset}, E8; negative is a rebate. */
    public long fee() {
        return fee;
    }

    /** Index of the asset the fee was taken in. */
    public int feeAsset() {
        return feeAsset;
    }

    /** Profit locked in, before the fee, quote currency, E8; 0 for cash instruments. */
    public long realizedPnl() {
        return realizedPnl;
    }

    void set(long newNotional, long newRealizedPnl) {
        notional = newNotional;
        realizedPnl = newRealizedPnl;
    }

    void fee(long newFee, int newFeeAsset) {
        fee = newFee;
        feeAsset = newFeeAsset;
    }
}
