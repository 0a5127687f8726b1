package io.lockstep.engine.strategy;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's parameters as the configuration gives them: each read names its range and default, and all faults are collected so
 * that one message can report them together.
 */
public final class StrategyParameters {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private final String path;
    private final Map<String, Object> given;
    private final Set<String> read = new TreeSet<>();
    private final Map<String, String> effective = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * Wraps what the file says.
     *
     * @param path where it stands in the file, for messages, for example {@code strategies[0].parameters}
     * @param given keys and values, values being texts, numbers or booleans
     */
    public StrategyParameters(String path, Map<String, Object> given) {
        this.path = path;
        this.given = Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** Reads a whole number within a range, both ends included. */
    public int integer(String key, int fallback, int least, int most) {
        BigDecimal value = decimal(key, BigDecimal.valueOf(fallback));
        if (value.stripTrailingZeros().scale() > 0) {
            fault(key, effective.get(key), "a whole number from " + least + " to " + most);
            return fallback;
        }
        return within(key, value, BigDecimal.valueOf(least), BigDecimal.valueOf(most)) ? value.intValue() : fallback;
    }

    /** Reads a number within a range, both ends included. */
    public double number(String key, double fallback, double least, double most) {
        BigDecimal value = decimal(key, BigDecimal.valueOf(fallback));
        return within(key, value, BigDecimal.valueOf(least), BigDecimal.valueOf(most)) ? value.doubleValue() : fallback;
    }

    /** Reads an exact decimal of up to 8 places within a range given as texts; returns E8. */
    public long exact(String key, String fallback, String least, String most) {
        BigDecimal value = decimal(key, new BigDecimal(fallback));
        if (value.stripTrailingZeros().scale() > FixedPoint.DECIMALS) {
            fault(key, effective.get(key), "at most " + FixedPoint.DECIMALS + " decimals");
            return FixedPoint.parse(fallback);
        }
        boolean good = within(key, value, new BigDecimal(least), new BigDecimal(most));
        return good ? FixedPoint.of(value) : FixedPoint.parse(fallback);
    }

    /** Reads a length of time with its unit, such as {@code 500ms}, {@code 30s} or {@code 4h}. */
    public Duration duration(String key, String fallback, String least, String most) {
        String text = text(key, fallback);
        Duration value = parseDuration(text);
        Duration low = requireDuration(least);
        Duration high = requireDuration(most);
        if (value == null || value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            fault(key, text, "a time with unit ms, s, m, h or d from " + least + " to " + most);
            return requireDuration(fallback);
        }
        return value;
    }

    /** Reads true or false. */
    public boolean flag(String key, boolean fallback) {
        Object value = take(key, fallback);
        if (value instanceof Boolean flag) {
            return flag;
        }
        fault(key, value, "true or false");
        return fallback;
    }

    /** Reads one of several words. */
    public String choice(String key, String fallback, String... allowed) {
        String value = text(key, fallback);
        if (!List.of(allowed).contains(value)) {
            fault(key, value, "one of " + String.join(", ", allowed));
            return fallback;
        }
        return value;
    }

    /** Reads a text. */
    public String text(String key, String fallback) {
        return String.valueOf(take(key, fallback));
    }

    /** Reports a rule between several parameters that does not hold. */
    public void requireRule(boolean holds, String key, String allowed) {
        if (!holds) {
            fault(key, effective.getOrDefault(key, ""), allowed);
        }
    }

    /** Keys in the file that nobody read, as faults, together with everything else found wrong. */
    public List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        for (String key : new TreeSet<>(given.keySet())) {
            if (!read.contains(key)) {
                all.add(path + "." + key + ": unknown key; allowed: " + String.join(", ", read));
            }
        }
        return all;
    }

    /** Every parameter with the value in force, sorted by key. */
    public Map<String, String> effective() {
        return Collections.unmodifiableMap(effective);
    }

    private Object take(String key, Object fallback) {
        read.add(key);
        Object value = given.getOrDefault(key, fallback);
        if (value == null) {
            fault(key, "", "a value, or the key left out");
            value = fallback;
        }
        effective.put(key, String.valueOf(value));
        return value;
    }

    private BigDecimal decimal(String key, BigDecimal fallback) {
        Object value = take(key, fallback);
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            fault(key, value, "a number");
            return fallback;
        }
    }

    private boolean within(String key, BigDecimal value, BigDecimal least, BigDecimal most) {
        boolean good = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        if (!good) {
            fault(key, effective.get(key), "from " + least.toPlainString() + " to " + most.toPlainString());
        }
        return good;
    }

    private void fault(String key, @Nullable Object value, String allowed) {
        faults.add(path + "." + key + "=" + value + ": must be " + allowed);
    }

    private static Duration requireDuration(String text) {
        Duration value = parseDuration(text);
        if (value == null) {
            throw new IllegalArgumentException("not a time with unit: " + text);
        }
        return value;
    }

    private static @Nullable Duration parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long count;
        try {
            count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }
}
