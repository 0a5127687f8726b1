package io.lockstep.engine.exposure;

import io.lockstep.engine.instrument.Instrument;
import java.util.Set;

/**
 * Currencies counted one to one when money is added up: the dollar and the tokens that stand for it. A limit over several of them is as good as
 * their peg; an instrument quoted in anything else has no place in such a sum and is not traded.
 */
public final class ParAssets {
    private static final Set<String> CODES = Set.of("USD", "USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USDP", "DAI");

    private ParAssets() {}

    /** Whether one unit of an asset counts as one. */
    public static boolean contains(String code) {
        return CODES.contains(code);
    }

    /** Whether an instrument's values can be added to those of others. */
    public static boolean isQuotedAtPar(Instrument instrument) {
        return contains(instrument.quoteAsset());
    }
}
