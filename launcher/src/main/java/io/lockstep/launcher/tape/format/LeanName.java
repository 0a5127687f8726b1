package io.lockstep.launcher.tape.format;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a LEAN file's name says: {@code 20131007_spy_Trade_Tick.csv}, {@code 20131007_spy_minute_quote.csv}, {@code spy.csv}.
 *
 * @param symbol the symbol, upper case
 * @param resolution how fine the rows are
 * @param quotes whether the rows are quotes rather than trades
 * @param date the New York day all rows are of; null where each row has its own
 */
record LeanName(
        String symbol,
        Resolution resolution,
        boolean quotes,
        @Nullable LocalDate date) {
    private static final Pattern INTRADAY = Pattern.compile(
            "(?<date>[0-9]{8})_(?<symbol>[a-z0-9.]+)_(?:(?<kind>trade|quote)_(?<tick>tick)|(?<bar>tick|second|minute)_(?<type>trade|quote))\\.csv");
    private static final Pattern LONG = Pattern.compile("(?<symbol>[a-z0-9.]+)\\.csv");

    /** How fine the rows are. */
    enum Resolution {
        TICK(0),
        SECOND(1),
        MINUTE(60),
        HOUR(3_600),
        DAILY(86_400);

        private final int seconds;

        Resolution(int seconds) {
            this.seconds = seconds;
        }

        /** Length of a bar, seconds; 0 for ticks. */
        int seconds() {
            return seconds;
        }
    }

    /**
     * Reads a name.
     *
     * @param place the file's whole path, whose folder tells hourly from daily bars
     * @throws IllegalArgumentException if it is not a name LEAN gives
     */
    static LeanName parse(String name, String place) {
        Matcher intraday = INTRADAY.matcher(name.toLowerCase(Locale.ROOT));
        if (intraday.matches()) {
            boolean tick = intraday.group("tick") != null;
            String kind = tick ? intraday.group("kind") : intraday.group("type");
            Resolution resolution = tick ? Resolution.TICK : resolution(intraday.group("bar"));
            LocalDate date = LocalDate.parse(intraday.group("date"), DateTimeFormatter.BASIC_ISO_DATE);
            return new LeanName(upper(intraday.group("symbol")), resolution, kind.equals("quote"), date);
        }
        Matcher bars = LONG.matcher(name.toLowerCase(Locale.ROOT));
        if (bars.matches()) {
            Resolution resolution = place.contains("hour") ? Resolution.HOUR : Resolution.DAILY;
            return new LeanName(upper(bars.group("symbol")), resolution, false, null);
        }
        throw new IllegalArgumentException(
                "not a LEAN file name, such as 20131007_spy_minute_trade.csv or spy.csv: " + name);
    }

    private static Resolution resolution(String word) {
        return Resolution.valueOf(upper(word));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
