package io.lockstep.launcher.tape;

import io.lockstep.launcher.tape.format.LineOutcome;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How many lines came to what. Owned by one thread. */
final class LineCounts {
    private final Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
    private long lines;

    /** Counts a line. */
    void add(LineOutcome outcome) {
        lines++;
        counts.merge(outcome, 1L, Long::sum);
    }

    /** All lines. */
    long lines() {
        return lines;
    }

    /** Bad lines by reason. */
    Map<String, Long> rejected() {
        return byReason(LineOutcome::isRejection);
    }

    /** Good lines without an event, by reason. */
    Map<String, Long> skipped() {
        return byReason(LineOutcome::isSkip);
    }

    private Map<String, Long> byReason(Predicate<LineOutcome> wanted) {
        Map<String, Long> byReason = new LinkedHashMap<>();
        counts.forEach((outcome, count) -> {
            if (wanted.test(outcome)) {
                byReason.put(outcome.reason(), count);
            }
        });
        return byReason;
    }
}
