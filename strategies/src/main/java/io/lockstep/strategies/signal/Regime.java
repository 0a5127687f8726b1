package io.lockstep.strategies.signal;

import io.lockstep.engine.instrument.FixedPoint;

/** What kind of market it is, and how much each score weighs in it. */
public enum Regime {
    /** A trend. */
    TREND("0.75", "0.25"),
    /** Volatility far above its usual. */
    VOL_SPIKE("0.30", "0.70"),
    /** Moves that come back. */
    MEAN_REVERT("0.60", "0.40"),
    /** None of these. */
    SIDEWAYS("0.50", "0.50");

    private final long technicalWeight;
    private final long sentimentWeight;

    Regime(String technicalWeight, String sentimentWeight) {
        this.technicalWeight = FixedPoint.parse(technicalWeight);
        this.sentimentWeight = FixedPoint.parse(sentimentWeight);
    }

    /** Weight of the technical score, E8. */
    public long technicalWeight() {
        return technicalWeight;
    }

    /** Weight of the sentiment, E8. */
    public long sentimentWeight() {
        return sentimentWeight;
    }
}
