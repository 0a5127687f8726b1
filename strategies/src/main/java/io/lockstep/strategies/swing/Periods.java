package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.StrategyParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Several periods in one parameter, as {@code 12/26/9}.
 *
 * @param bars each at least 1 and at most 1,000
 */
record Periods(List<Integer> bars) {
    Periods {
        bars = List.copyOf(bars);
    }

    /** Reads as many as the default has; a fault is reported with the parameters' others. */
    static Periods read(StrategyParameters parameters, String key, String fallback) {
        List<Integer> usual = parse(fallback);
        List<Integer> given = parse(parameters.text(key, fallback));
        boolean good = given.size() == usual.size() && given.stream().allMatch(n -> n >= 1 && n <= 1_000);
        parameters.requireRule(good, key, "whole numbers from 1 to 1000 as in " + fallback);
        return new Periods(good ? given : usual);
    }

    int get(int index) {
        return bars.get(index);
    }

    private static List<Integer> parse(String text) {
        List<Integer> values = new ArrayList<>();
        for (String part : text.split("/", -1)) {
            values.add(part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0);
        }
        return values;
    }
}
