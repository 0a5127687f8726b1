package io.lockstep.strategies.trade;

/** Told when a position is closed. */
@FunctionalInterface
public interface TradeListener {
    /**
     * A position is flat again.
     *
     * @param netReturn profit after fees as a fraction of the notional at entry, E8
     */
    void onClosed(long netReturn);
}
