package io.lockstep.engine.exposure;

/**
 * Sums over all instruments of one account, one strategy, or all accounts. Values are money at par, E8, at the latest prices. Mutable, owned by
 * the exposure book.
 */
public final class ScopeTotals {
    long gross;
    long longValue;
    long shortValue;
    long working;
    long buyReserve;
    long value;
    int orders;
    int unknown;

    ScopeTotals() {}

    /** Σ over instruments of the larger worst case, long or short. */
    public long gross() {
        return gross;
    }

    /** Σ signed if all buys trade and no sell does. */
    public long longValue() {
        return longValue;
    }

    /** Σ signed if all sells trade and no buy does. */
    public long shortValue() {
        return shortValue;
    }

    /** The larger of the two net worst cases, not negative. */
    public long net() {
        return Math.max(Math.abs(longValue), Math.abs(shortValue));
    }

    /** Value of all open, in-flight and unknown orders. */
    public long workingNotional() {
        return working;
    }

    /** Cash that open buys of spot and shares would take. */
    public long buyReserve() {
        return buyReserve;
    }

    /** What positions add: an account's to its equity, a strategy's profit so far, fees paid. */
    public long value() {
        return value;
    }

    /** Open, in-flight and unknown orders. */
    public int openOrders() {
        return orders;
    }

    /** Orders whose outcome is unknown. */
    public int unknownOrders() {
        return unknown;
    }
}
