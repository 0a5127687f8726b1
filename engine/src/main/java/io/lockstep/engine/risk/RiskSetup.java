package io.lockstep.engine.risk;

import io.lockstep.engine.order.Remembered;
import io.lockstep.engine.risk.settings.RiskSettings;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * What the risk handler is built from.
 *
 * @param settings limits
 * @param accounts number of accounts; their ids run from 0
 * @param strategies names of the strategies, in the order of their ids, which run from 1
 * @param accountOf account each strategy trades for, in the same order
 * @param sessionOf trading day of a moment (UTC, nanoseconds) as a number; asked at most once a minute
 * @param remembered how much of what is over is kept
 */
public record RiskSetup(
        RiskSettings settings,
        int accounts,
        List<String> strategies,
        List<Integer> accountOf,
        LongToIntFunction sessionOf,
        Remembered remembered) {
    /** Copies the lists. */
    public RiskSetup {
        strategies = List.copyOf(strategies);
        accountOf = List.copyOf(accountOf);
    }
}
