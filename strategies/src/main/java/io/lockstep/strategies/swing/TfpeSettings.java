package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.StrategyParameters;

/**
 * Thresholds of {@link TfpeVotes}.
 *
 * @param low price position below which price is low
 * @param high price position above which it is high
 * @param middleLow start of the middle
 * @param middleHigh end of the middle
 * @param rsiLong relative strength up to which a low price in an up trend is bought
 * @param rsiLongMiddle the same for a price in the middle
 * @param rsiShort relative strength from which a high price in a down trend is sold
 * @param rsiShortMiddle the same for a price in the middle
 * @param rsiLowest relative strength below which a narrow channel is bought
 * @param rsiHighest relative strength above which a narrow channel is sold
 * @param narrow channel height below which it is narrow, fraction of the close
 * @param minMomentum rate of change above which momentum votes, percent
 * @param fibLow least retracement
 * @param fibHigh greatest retracement
 * @param averageDistance greatest distance from the average, fraction of the close
 * @param volumeRatio least volume by mean volume
 */
record TfpeSettings(
        double low,
        double high,
        double middleLow,
        double middleHigh,
        double rsiLong,
        double rsiLongMiddle,
        double rsiShort,
        double rsiShortMiddle,
        double rsiLowest,
        double rsiHighest,
        double narrow,
        double minMomentum,
        double fibLow,
        double fibHigh,
        double averageDistance,
        double volumeRatio) {

    static TfpeSettings read(StrategyParameters parameters) {
        return new TfpeSettings(
                parameters.number("ppLow", 0.3, 0, 1),
                parameters.number("ppHigh", 0.7, 0, 1),
                parameters.number("ppMidLo", 0.4, 0, 1),
                parameters.number("ppMidHi", 0.6, 0, 1),
                parameters.number("rsiLong", 40, 0, 100),
                parameters.number("rsiLongMid", 45, 0, 100),
                parameters.number("rsiShort", 60, 0, 100),
                parameters.number("rsiShortMid", 55, 0, 100),
                parameters.number("rsiExtLo", 30, 0, 100),
                parameters.number("rsiExtHi", 70, 0, 100),
                parameters.number("narrow", 0.05, 0, 1),
                parameters.number("momMin", 2.0, 0, 100),
                parameters.number("fibLo", 0.382, 0, 1),
                parameters.number("fibHi", 0.786, 0, 1),
                parameters.number("emaDist", 0.015, 0, 1),
                parameters.number("volRatio", 1.5, 0, 1_000));
    }
}
