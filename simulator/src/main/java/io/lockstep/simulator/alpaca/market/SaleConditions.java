package io.lockstep.simulator.alpaca.market;

import java.util.List;
import java.util.Set;

/**
 * What a trade's sale conditions let it do to bars; the strictest of several decides. (Alpaca, Market Data FAQ, "How are bars
 * aggregated?", read 2026-11.)
 */
public final class SaleConditions {
    private static final Set<String> NO_PRICE = Set.of("C", "G", "H", "I", "N", "P", "R", "U", "V", "W", "Z", "4", "7");
    private static final Set<String> NOTHING = Set.of("M", "Q", "9");
    private static final Set<String> NO_DAY_PRICE = Set.of("T");

    private SaleConditions() {}

    /** Whether it moves the prices of a minute. */
    static boolean movesMinute(Asset asset, List<String> conditions) {
        boolean average = conditions.contains("B") && !asset.listing().tape().equals("C");
        return !average && conditions.stream().noneMatch(NO_PRICE::contains);
    }

    /** Whether it moves the prices of a day; prints of extended hours do not. */
    static boolean movesDay(Asset asset, List<String> conditions) {
        return movesMinute(asset, conditions) && conditions.stream().noneMatch(NO_DAY_PRICE::contains);
    }

    /** Whether it counts at all; the official open and close repeat trades. */
    static boolean counts(List<String> conditions) {
        return conditions.stream().noneMatch(NOTHING::contains);
    }
}
