package io.lockstep.launcher.incident;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One limit.
 *
 * @param scope what it is about
 * @param key its key in the configuration
 * @param unit unit of the numbers
 * @param limit the limit
 * @param use how much of it is in use now; null for a limit on each single order, which nothing is used of
 */
public record LimitRow(
        String scope,
        String key,
        String unit,
        BigDecimal limit,
        @Nullable BigDecimal use) {
    /** As a row of a report. */
    public Map<String, Object> toRow() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scope", scope);
        row.put("limit", key);
        row.put("value", limit);
        row.put("use", use == null ? "each order" : use);
        row.put("headroom", use == null ? "" : limit.subtract(use));
        row.put("unit", unit);
        return row;
    }
}
