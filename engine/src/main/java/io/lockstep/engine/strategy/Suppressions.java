package io.lockstep.engine.strategy;

import java.util.Map;
import java.util.TreeMap;

/**
 * Signals not acted on, by strategy and reason: what went in equals what came out plus these. Owned by the strategy handler; allocates on
 * the first sight of a reason only.
 */
public final class Suppressions {
    private final Map<String, long[]>[] byStrategy;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Suppressions(int strategies) {
        byStrategy = new Map[strategies + 1];
        for (int i = 0; i < byStrategy.length; i++) {
            byStrategy[i] = new TreeMap<>();
        }
    }

    void increment(int strategyId, String reason) {
        Map<String, long[]> counts = byStrategy[strategyId];
        long[] count = counts.get(reason);
        if (count == null) {
            count = new long[1];
            counts.put(reason, count);
        }
        count[0]++;
    }

    /** Counts of a strategy by reason, sorted by reason. */
    public Map<String, Long> of(int strategyId) {
        Map<String, Long> counts = new TreeMap<>();
        byStrategy[strategyId].forEach((reason, count) -> counts.put(reason, count[0]));
        return counts;
    }
}
