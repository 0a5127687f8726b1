package io.lockstep.engine.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a venue trades. Implementations are immutable to the caller and safe for any thread; {@link #dayAt}, {@link #sessionId} and
 * {@link #sessionAt} allocate nothing as long as the trading day stays the same.
 *
 * <p>Every instant belongs to exactly one trading day: the one under way, or the next one while the venue is closed. So a session
 * indicator starts anew when the last session of a day has ended, not at some midnight.
 */
public interface TradingCalendar {
    /** The zone whose dates name the trading days. */
    ZoneId zone();

    /** Whether the venue never closes: no auctions, no end of day. */
    boolean isContinuous();

    /**
     * Whether the calendar reaches an instant.
     *
     * @param timeNs UTC, nanoseconds
     */
    boolean covers(long timeNs);

    /**
     * The trading day an instant belongs to.
     *
     * @param timeNs UTC, nanoseconds
     * @throws IllegalArgumentException if the calendar does not reach that far
     */
    TradingDay dayAt(long timeNs);

    /**
     * The trading day of a date; null when the venue is closed on that date.
     *
     * @throws IllegalArgumentException if the calendar does not reach that far
     */
    @Nullable
    TradingDay day(LocalDate date);

    /**
     * The id of the trading day an instant belongs to, as yyyymmdd in the venue's zone.
     *
     * @throws IllegalArgumentException if the calendar does not reach that far
     */
    default int sessionId(long timeNs) {
        return dayAt(timeNs).sessionId();
    }

    /**
     * The session an instant lies in.
     *
     * @throws IllegalArgumentException if the calendar does not reach that far
     */
    default MarketSession sessionAt(long timeNs) {
        return dayAt(timeNs).sessionAt(timeNs);
    }
}
