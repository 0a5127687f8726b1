package io.lockstep.strategies.swing;

/**
 * Scores of a zero-lag MACD cross within an Ichimoku cloud, one for a long and one for a short. Pure.
 *
 * @param cross score of the cross on this bar
 * @param cloud score of a close beyond the cloud
 * @param lines score of tenkan beyond kijun
 * @param color score of the cloud's color
 */
record ZlmacdScore(double cross, double cloud, double lines, double color) {

    /**
     * Score of a side.
     *
     * @param sign 1 long, -1 short
     */
    double of(int sign, ZlmacdInputs inputs) {
        return (inputs.cross == sign ? cross : 0)
                + (sign * (inputs.close - inputs.cloudEdge(sign)) > 0 ? cloud : 0)
                + (sign * (inputs.tenkan - inputs.kijun) > 0 ? lines : 0)
                + (sign * (inputs.spanA - inputs.spanB) > 0 ? color : 0);
    }
}
