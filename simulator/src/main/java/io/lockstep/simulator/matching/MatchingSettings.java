package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.market.DepthAssumption;

/**
 * How fills are modelled.
 *
 * @param cancelsAheadShare part of unexplained decreases of a level that is taken to have stood ahead of us in proportion to the
 *     queue, E8 from 0 to 1; 0 is the most careful: all who leave stood behind
 * @param depth what stands behind the displayed size
 * @param formedSpreadTicks spread of quotes formed around trades where none are recorded, ticks, at least 1
 * @param formedSizeMultiple size of formed quotes in mean trade sizes, at least 1
 * @param barParticipation part of a bar's volume our orders can get, E8 from 0 to 1
 * @param dayRollMinutes end of a DAY order, minutes after midnight UTC, 0 to 1439; where a venue closes earlier, the close ends it
 * @param closedOrders closed orders kept for queries, at least 1
 */
public record MatchingSettings(
        long cancelsAheadShare,
        DepthAssumption depth,
        int formedSpreadTicks,
        int formedSizeMultiple,
        long barParticipation,
        int dayRollMinutes,
        int closedOrders) {

    /** Checks ranges. */
    public MatchingSettings {
        requireRange("cancelsAheadShare", cancelsAheadShare, 0, FixedPoint.ONE);
        requireRange("formedSpreadTicks", formedSpreadTicks, 1, 1_000_000);
        requireRange("formedSizeMultiple", formedSizeMultiple, 1, 1_000_000);
        requireRange("barParticipation", barParticipation, 0, FixedPoint.ONE);
        requireRange("dayRollMinutes", dayRollMinutes, 0, 1439);
        requireRange("closedOrders", closedOrders, 1, Integer.MAX_VALUE);
    }

    private static void requireRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "out of range: " + name + "=" + value + ", least=" + least + ", most=" + most);
        }
    }
}
