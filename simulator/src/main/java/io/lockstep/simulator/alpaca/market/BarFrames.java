package io.lockstep.simulator.alpaca.market;

import io.lockstep.engine.calendar.NyseCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Longer bars made of minutes. (Alpaca, market data API, {@code timeframe}: up to 59 minutes, 23 hours, a day, a week, or 1, 2, 3, 4, 6 or
 * 12 months; read 2026-11. Words in any case, for one widely used client writes them small.)
 */
public final class BarFrames {
    private static final Pattern FRAME = Pattern.compile("(\\d{1,2})((?i:min|hour|day|week|month)|[THDWM])");
    private static final long MINUTE_NS = 60_000_000_000L;

    private BarFrames() {}

    /** How long a bar is. */
    private enum Unit {
        MINUTE(59),
        HOUR(23),
        DAY(1),
        WEEK(1),
        MONTH(12);

        private final int most;

        Unit(int most) {
            this.most = most;
        }

        static Unit of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "min", "t" -> MINUTE;
                case "hour", "h" -> HOUR;
                case "day", "d" -> DAY;
                case "week", "w" -> WEEK;
                default -> MONTH;
            };
        }

        boolean allows(int count) {
            boolean whole = this != MONTH || 12 % count == 0;
            return count <= most && whole;
        }

        /** When the bar begins that a minute belongs to, UTC, nanoseconds. */
        long start(long minuteNs, int count) {
            long lengthNs = count * MINUTE_NS * (this == HOUR ? 60 : 1);
            return switch (this) {
                case MINUTE, HOUR -> Math.floorDiv(minuteNs, lengthNs) * lengthNs;
                case DAY -> midnight(minuteNs);
                case WEEK -> nanoseconds(newYork(minuteNs).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
                case MONTH -> {
                    ZonedDateTime day = newYork(minuteNs).withDayOfMonth(1);
                    yield nanoseconds(day.minusMonths((day.getMonthValue() - 1) % count));
                }
            };
        }
    }

    /**
     * Bars of a frame, as {@code 5Min}, {@code 1Hour} or {@code 1Day}; days are New York's, weeks begin on Monday.
     *
     * @param minutes closed minutes, oldest first
     * @return oldest first; null if there is no such frame
     */
    public static @Nullable List<Bar> of(String frame, List<Bar> minutes) {
        Matcher matcher = FRAME.matcher(frame);
        if (!matcher.matches()) {
            return null;
        }
        int count = Integer.parseInt(matcher.group(1));
        Unit unit = Unit.of(matcher.group(2));
        return count < 1 || !unit.allows(count) ? null : gather(unit, count, minutes);
    }

    private static List<Bar> gather(Unit unit, int count, List<Bar> minutes) {
        List<Bar> bars = new ArrayList<>();
        for (Bar minute : minutes) {
            long startNs = unit.start(minute.startNs(), count);
            Bar last = bars.isEmpty() ? null : bars.get(bars.size() - 1);
            if (last == null || last.startNs() != startNs) {
                last = new Bar(startNs);
                bars.add(last);
            }
            last.add(minute);
        }
        return bars;
    }

    /** The New York midnight a day of a time begins with. */
    public static long midnight(long timeNs) {
        return nanoseconds(newYork(timeNs));
    }

    /** The day of a time, at its midnight. */
    private static ZonedDateTime newYork(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).atZone(NyseCalendar.NEW_YORK).truncatedTo(ChronoUnit.DAYS);
    }

    private static long nanoseconds(ZonedDateTime time) {
        return time.toEpochSecond() * 1_000_000_000L;
    }
}
