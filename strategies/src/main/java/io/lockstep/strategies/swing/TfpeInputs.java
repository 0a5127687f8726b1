package io.lockstep.strategies.swing;

/** The indicator values one vote of {@link TfpeVotes} is taken on; a reused carrier. */
final class TfpeInputs {
    /** Whether the trend timeframe closed above the middle of its channel. */
    boolean trendUp;
    /** Height of the trend timeframe's channel as a fraction of its close. */
    double trendWidth;
    /** Place of the close in the entry timeframe's channel, 0 to 1. */
    double position;
    /** Whether that channel has a height. */
    boolean hasRange;
    /** Relative strength, 0 to 100. */
    double rsi;
    /** Absolute rate of change, percent. */
    double momentum;
    /** Distance of the close from its average as a fraction of the close. */
    double averageDistance;
    /** Volume by mean volume; NaN if there is none. */
    double volumeRatio;
}
