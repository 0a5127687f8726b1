package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A futures symbol's margin steps: the larger the position, the lower the leverage and the higher the maintenance margin. Immutable.
 *
 * @param symbol the venue's symbol
 * @param brackets steps by rising notional, at least one
 */
public record LeverageBrackets(String symbol, List<Bracket> brackets) {

    /**
     * One step.
     *
     * @param maxLeverage highest initial leverage
     * @param floor notional above which it applies, quote currency, E8
     * @param cap notional up to which it applies, quote currency, E8
     * @param maintenanceRate maintenance margin as a fraction of notional, E8
     * @param deduction what is taken off it again, so that margin grows without jumps, quote currency, E8
     */
    public record Bracket(int maxLeverage, long floor, long cap, long maintenanceRate, long deduction) {}

    /** Sorts and checks. */
    public LeverageBrackets {
        if (brackets.isEmpty()) {
            throw new JsonFormatException("no leverage bracket: symbol=" + symbol);
        }
        brackets = brackets.stream()
                .sorted(Comparator.comparingLong(Bracket::floor))
                .toList();
    }

    /** Reads futures {@code leverageBracket}, of one symbol or all; by symbol in the venue's order. */
    public static Map<String, LeverageBrackets> parse(JsonValue payload) {
        Map<String, LeverageBrackets> bySymbol = new LinkedHashMap<>();
        List<JsonValue> rows = payload.isArray() ? payload.elements() : List.of(payload);
        for (JsonValue row : rows) {
            List<Bracket> brackets = row.get("brackets").elements().stream()
                    .map(LeverageBrackets::bracket)
                    .toList();
            bySymbol.put(row.text("symbol"), new LeverageBrackets(row.text("symbol"), brackets));
        }
        return bySymbol;
    }

    /** The step a position of this notional (E8, absolute) is on; beyond the last cap, the last. */
    public Bracket of(long notional) {
        Bracket found = brackets.get(0);
        for (Bracket bracket : brackets) {
            if (notional > bracket.floor()) {
                found = bracket;
            }
        }
        return found;
    }

    /** Maintenance margin of a position of this notional (E8, absolute), quote currency, E8, rounded up. */
    public long maintenanceMargin(long notional) {
        Bracket bracket = of(notional);
        long margin = FixedPoint.multiply(notional, bracket.maintenanceRate(), RoundingMode.CEILING);
        return Math.max(0, margin - bracket.deduction());
    }

    private static Bracket bracket(JsonValue row) {
        return new Bracket(
                Math.toIntExact(row.number("initialLeverage")),
                Bounds.lower(row, "notionalFloor"),
                Bounds.upper(row, "notionalCap"),
                Bounds.exact(row, "maintMarginRatio"),
                row.has("cum") ? Bounds.upper(row, "cum") : 0);
    }
}
