package io.lockstep.engine.order;

import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.Side;

/** What a fill must say to be booked. */
public final class FillReports {
    private FillReports() {}

    /**
     * Whether a fill names an instrument of the run, a side, a price and a quantity. Where this is false nothing is booked by anyone; the risk
     * handler counts it.
     *
     * @param instruments number of instruments of the run
     */
    public static boolean isBookable(ExecutionReportDecoder fill, int instruments) {
        boolean sided = fill.side() == Side.BUY || fill.side() == Side.SELL;
        return sided
                && fill.lastPx() > 0
                && fill.lastQty() > 0
                && fill.instrumentId() >= 0
                && fill.instrumentId() < instruments;
    }
}
