package io.lockstep.simulator.account;

/** What a fill's fee is taken in. */
public enum FeeCurrency {
    /** The currency prices are stated in, as futures and equity venues do. */
    QUOTE,
    /** What the fill brings in: base for a buy, quote for a sell, as spot venues do. */
    RECEIVED,
    /** A third asset while the account holds enough of it, else {@link #RECEIVED}. */
    THIRD_ASSET
}
