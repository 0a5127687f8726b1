package io.lockstep.engine.strategy;

/** One strategy's position in one instrument, from its own fills alone. */
public interface VirtualPosition {
    /** Signed size, base currency, E8: positive is long. */
    long quantity();

    /** Mean entry price, quote currency, E8; 0 when flat. */
    long averagePrice();

    /** Profit locked in by closing, fees not included, quote currency, E8. */
    long realizedPnl();

    /** Fees paid in quote currency, E8. */
    long fees();

    /** Whether there is no position, or only so little, as a fee taken in kind leaves, that it cannot be traded. */
    boolean isFlat();

    /** Whether it is long. */
    default boolean isLong() {
        return quantity() > 0;
    }

    /** Whether it is short. */
    default boolean isShort() {
        return quantity() < 0;
    }
}
