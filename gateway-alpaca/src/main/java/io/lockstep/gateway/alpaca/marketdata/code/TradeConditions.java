package io.lockstep.gateway.alpaca.marketdata.code;

import io.lockstep.engine.sbe.TradeFlagsEncoder;
import java.util.Arrays;

/**
 * What the sale conditions of a print allow it to update in a minute bar, and what they say of it, as {@code TradeFlags} bits.
 *
 * <p>Alpaca Market Data FAQ, "How are bars aggregated?", read 2026-11. Conditions mean different things on different tapes. Of several
 * conditions the strictest counts, which is the union of their flags. Stateless.
 */
public final class TradeConditions {
    /** Answer for a condition the table does not know on that tape. */
    public static final short UNKNOWN = -1;

    /** Moves neither open and close nor high and low, but counts as volume. */
    public static final short VOLUME_ONLY =
            TradeFlagsEncoder.noHighLow(TradeFlagsEncoder.noOpenClose((short) 0, true), true);

    private static final short REGULAR = 0;
    private static final short SWEEP = TradeFlagsEncoder.sweep(REGULAR, true);
    private static final short AUCTION = TradeFlagsEncoder.auction(REGULAR, true);
    private static final short NOTHING = TradeFlagsEncoder.noVolume(VOLUME_ONLY, true);
    private static final short EXTENDED = TradeFlagsEncoder.extendedHours(REGULAR, true);
    private static final short EXTENDED_VOLUME_ONLY = TradeFlagsEncoder.extendedHours(VOLUME_ONLY, true);

    private static final int CODES = 128;
    private static final String TAPES = "ABCON";
    private static final short[][] FLAGS = new short[TAPES.length()][CODES];

    static {
        for (short[] tape : FLAGS) {
            Arrays.fill(tape, UNKNOWN);
        }
        set("AB", " E", REGULAR);
        set("CO", "@", REGULAR);
        set("C", "ABDY", REGULAR);
        set("ABC", "KLX", REGULAR);
        set("ABC", "F", SWEEP);
        set("ABC", "O56", AUCTION);
        set("ABCO", "T", EXTENDED);
        set("ABCO", "U", EXTENDED_VOLUME_ONLY);
        set("ABCO", "CINPR", VOLUME_ONLY);
        set("ABC", "HVZ47", VOLUME_ONLY);
        set("CO", "W", VOLUME_ONLY);
        set("AB", "B", VOLUME_ONLY);
        set("C", "G", VOLUME_ONLY);
        set("ABC", "MQ9", NOTHING);
        // the overnight tape has no table of its own; its prints come from a Nasdaq-style feed
        FLAGS[TAPES.indexOf('N')] = FLAGS[TAPES.indexOf('C')];
    }

    private TradeConditions() {}

    /**
     * The flags of one condition.
     *
     * @param tape tape code, an ASCII character; 0 when the message named none
     * @param condition condition code, an ASCII character
     * @return {@code TradeFlags} bits, or {@link #UNKNOWN}
     */
    public static short flags(int tape, int condition) {
        int index = TAPES.indexOf(tape);
        return index < 0 || condition < 0 || condition >= CODES ? UNKNOWN : FLAGS[index][condition];
    }

    private static void set(String tapes, String conditions, short flags) {
        for (int tape = 0; tape < tapes.length(); tape++) {
            for (int i = 0; i < conditions.length(); i++) {
                FLAGS[TAPES.indexOf(tapes.charAt(tape))][conditions.charAt(i)] = flags;
            }
        }
    }
}
