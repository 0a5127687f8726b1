package io.lockstep.strategies.swing;

/**
 * Score of a cross of two averages, confirmed by a zero-lag Hull average: positive speaks for a long, negative for a short. Remembers
 * the bar before, to see crosses; pure otherwise.
 *
 * @see #onBar
 */
final class ZlhmaScore {
    private final double crossWeight;
    private final double slopeWeight;
    private final double sideWeight;
    private final int warmUpBars;
    private double previousDifference = Double.NaN;
    private double previousSide = Double.NaN;
    private int bars;
    private double score;
    private int cross;
    private int sideCross;

    /** @param warmUpBars bars before the slow average counts */
    ZlhmaScore(double crossWeight, double slopeWeight, double sideWeight, int warmUpBars) {
        this.crossWeight = crossWeight;
        this.slopeWeight = slopeWeight;
        this.sideWeight = sideWeight;
        this.warmUpBars = warmUpBars;
    }

    /**
     * Takes the next bar.
     *
     * @param difference fast less slow average
     * @param side close less Hull average, NaN if not ready
     * @param slope 1 if the Hull average rises over three bars, -1 if it falls, else 0; NaN if not ready
     */
    void onBar(double difference, double side, double slope) {
        bars++;
        cross = crossOf(previousDifference, difference);
        sideCross = crossOf(previousSide, side);
        previousDifference = difference;
        previousSide = side;
        boolean ready = bars >= warmUpBars && !Double.isNaN(side) && !Double.isNaN(slope);
        score = ready && cross != 0 ? cross * weigh(cross * side, cross * slope) : 0;
    }

    double score() {
        return score;
    }

    /** 1 if the fast average crossed above the slow one on the latest bar, -1 if below, else 0; whether warm or not. */
    int cross() {
        return cross;
    }

    /** The same for the close and the Hull average. */
    int sideCross() {
        return sideCross;
    }

    private double weigh(double side, double slope) {
        return crossWeight + (slope > 0 ? slopeWeight : 0) + (side > 0 ? sideWeight : 0);
    }

    private static int crossOf(double before, double now) {
        if (now > 0 && before <= 0) {
            return 1;
        }
        return now < 0 && before >= 0 ? -1 : 0;
    }
}
