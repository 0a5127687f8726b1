package io.lockstep.launcher.config.binding;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as a configuration writes them: a whole number and its unit, such as {@code 500ms} or {@code 4h}. */
public final class Durations {
    /** The units, for messages. */
    static final String UNITS = "ns, us, ms, s, m, h or d";

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})(ns|us|ms|s|m|h|d)");
    private static final Map<String, Duration> LONGEST_FIRST = new LinkedHashMap<>();

    static {
        LONGEST_FIRST.put("d", Duration.ofDays(1));
        LONGEST_FIRST.put("h", Duration.ofHours(1));
        LONGEST_FIRST.put("m", Duration.ofMinutes(1));
        LONGEST_FIRST.put("s", Duration.ofSeconds(1));
        LONGEST_FIRST.put("ms", Duration.ofMillis(1));
        LONGEST_FIRST.put("us", Duration.ofNanos(1_000));
        LONGEST_FIRST.put("ns", Duration.ofNanos(1));
    }

    private Durations() {}

    /** Reads a length of time; null if the text is none or it does not fit into 64 bits of nanoseconds. */
    public static @Nullable Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            long unit =
                    LONGEST_FIRST.getOrDefault(matcher.group(2), Duration.ZERO).toNanos();
            return Duration.ofNanos(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** Writes a length of time in the longest unit that shows it exactly. */
    static String format(Duration duration) {
        long ns = duration.toNanos();
        for (Map.Entry<String, Duration> unit : LONGEST_FIRST.entrySet()) {
            long unitNs = unit.getValue().toNanos();
            if (ns != 0 && ns % unitNs == 0) {
                return ns / unitNs + unit.getKey();
            }
        }
        return "0s";
    }
}
