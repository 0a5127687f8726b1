package io.lockstep.simulator.alpaca.ticks;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.TradeFlagsDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Sale conditions that mean what the flags of a trade on a tape say: a tape keeps no codes. What must not move a price is told by the code
 * nearest in meaning on the listing's consolidated tape. (Alpaca, Market Data FAQ, "How are bars aggregated?", read 2026-11.)
 */
final class TapeConditions {
    private static final long ROUND_LOT = 100 * FixedPoint.ONE;

    private TapeConditions() {}

    /**
     * The codes of a trade.
     *
     * @param quantity shares, E8: fewer than a round lot are an odd lot
     * @param tape code of the consolidated tape: A, B or C
     */
    static List<String> of(TradeFlagsDecoder flags, long quantity, String tape) {
        if (flags.noVolume()) {
            return List.of("M");
        }
        boolean nasdaq = tape.equals("C");
        List<String> codes = new ArrayList<>(List.of(nasdaq ? "@" : " "));
        if (flags.sweep()) {
            codes.add("F");
        }
        if (flags.auction()) {
            codes.add(flags.extendedHours() ? "6" : "O");
        } else if (flags.extendedHours()) {
            codes.add("T");
        }
        if (flags.noHighLow()) {
            codes.add(quantity < ROUND_LOT ? "I" : nasdaq ? "W" : "B");
        } else if (flags.noOpenClose()) {
            codes.add("Z");
        }
        return codes;
    }
}
