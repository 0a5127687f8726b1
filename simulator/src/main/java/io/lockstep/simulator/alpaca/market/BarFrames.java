package io.lockstep.simulator.alpaca.market;

import io.lockstep.engine.calendar.NyseCalendar;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Longer bars made of minutes. */
public final class BarFrames {
    private static final Pattern FRAME = Pattern.compile("(\\d{1,2})(Min|T|Hour|H|Day|D)");
    private static final long MINUTE_NS = 60_000_000_000L;

    private BarFrames() {}

    /**
     * Bars of a frame, as {@code 5Min}, {@code 1Hour} or {@code 1Day}; days are New York's.
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
        String unit = matcher.group(2);
        boolean days = unit.startsWith("D");
        long lengthNs = count * MINUTE_NS * (unit.startsWith("H") ? 60 : 1);
        if (count < 1 || days && count > 1) {
            return null;
        }
        List<Bar> bars = new ArrayList<>();
        for (Bar minute : minutes) {
            long startNs = days ? midnight(minute.startNs()) : Math.floorDiv(minute.startNs(), lengthNs) * lengthNs;
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
        ZonedDateTime midnight =
                Instant.ofEpochSecond(0, timeNs).atZone(NyseCalendar.NEW_YORK).truncatedTo(ChronoUnit.DAYS);
        return midnight.toEpochSecond() * 1_000_000_000L;
    }
}
