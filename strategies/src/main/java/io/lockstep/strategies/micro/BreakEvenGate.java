package io.lockstep.strategies.micro;

import io.lockstep.strategies.indicator.kernel.LongRing;

/**
 * Whether the last trades still pay: the share of winners times the target, less the share of losers times the stop, less fees, is above
 * zero. Open until enough trades are known; once shut it stays shut. Pure.
 */
public final class BreakEvenGate {
    private final LongRing results;
    private final int minTrades;
    private final double target;
    private final double stop;
    private final double fees;
    private int wins;
    private boolean shut;

    /**
     * Makes one.
     *
     * @param lookback trades remembered
     * @param minTrades trades before it may shut, at least 1
     * @param target ticks a winner makes
     * @param stop ticks a loser costs
     * @param fees ticks a round trip costs
     */
    public BreakEvenGate(int lookback, int minTrades, double target, double stop, double fees) {
        results = new LongRing(lookback);
        this.minTrades = minTrades;
        this.target = target;
        this.stop = stop;
        this.fees = fees;
    }

    /** Takes a closed trade. */
    public void onTrade(boolean won) {
        long evicted = results.push(won ? 1 : 0);
        wins += (won ? 1 : 0) - (int) evicted;
        shut |= results.size() >= minTrades && expectation() <= 0;
    }

    /** Whether trades may be opened. */
    public boolean isOpen() {
        return !shut;
    }

    /** Expected ticks of a trade; NaN before the first. */
    public double expectation() {
        double share = wins / (double) results.size();
        return share * target - (1 - share) * stop - fees;
    }
}
