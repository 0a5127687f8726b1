package io.lockstep.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.calendar.CalendarCheck.VenueClock;
import io.lockstep.engine.calendar.CalendarCheck.VenueDay;
import io.lockstep.engine.calendar.CalendarDifference.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarCheckTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 7, 2);
    private static final LocalDate HALF_DAY = LocalDate.of(2025, 7, 3);
    private static final LocalDate HOLIDAY = LocalDate.of(2025, 7, 4);

    private final CalendarCheck check = new CalendarCheck(new NyseCalendar());

    @Test
    void shouldAgreeWithAVenueThatListsTheSameDays() {
        List<VenueDay> venue = List.of(day(WEDNESDAY, "16:00"), day(HALF_DAY, "13:00"));

        assertThat(check.days(WEDNESDAY, HOLIDAY, venue)).isEmpty();
    }

    @Test
    void shouldNameEveryDifference() {
        List<VenueDay> venue =
                List.of(new VenueDay(HALF_DAY, LocalTime.of(10, 0), LocalTime.of(16, 0)), day(HOLIDAY, "16:00"));

        assertThat(check.days(WEDNESDAY, HOLIDAY, venue))
                .containsExactly(
                        new CalendarDifference(Kind.VENUE_CLOSED, WEDNESDAY, "open", "closed"),
                        new CalendarDifference(Kind.OPEN_TIME, HALF_DAY, "09:30", "10:00"),
                        new CalendarDifference(Kind.CLOSE_TIME, HALF_DAY, "13:00", "16:00"),
                        new CalendarDifference(Kind.VENUE_OPEN, HOLIDAY, "closed", "open"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-05-30T13:09:24.634169784Z, false, 2021-06-01T13:30:00Z, 2021-06-01T20:00:00Z",
        "2025-07-03T13:29:59Z, false, 2025-07-03T13:30:00Z, 2025-07-03T17:00:00Z",
        "2025-07-03T13:30:00Z, true, 2025-07-07T13:30:00Z, 2025-07-03T17:00:00Z",
        "2025-07-03T17:00:00Z, false, 2025-07-07T13:30:00Z, 2025-07-07T20:00:00Z"
    })
    void shouldAgreeWithTheVenuesClock(Instant now, boolean isOpen, Instant nextOpen, Instant nextClose) {
        assertThat(check.clock(new VenueClock(ns(now), isOpen, ns(nextOpen), ns(nextClose))))
                .isEmpty();
    }

    @Test
    void shouldNameEveryDifferenceOfTheClock() {
        long halfDayAfternoon = ns(Instant.parse("2025-07-03T18:00:00Z"));
        long monday = ns(Instant.parse("2025-07-07T14:30:00Z"));
        long close = ns(Instant.parse("2025-07-03T20:00:00Z"));

        List<CalendarDifference> differences = check.clock(new VenueClock(halfDayAfternoon, true, monday, close));

        assertThat(differences)
                .extracting(CalendarDifference::kind)
                .containsExactly(Kind.IS_OPEN, Kind.NEXT_OPEN, Kind.NEXT_CLOSE);
    }

    private static VenueDay day(LocalDate date, String close) {
        return new VenueDay(date, LocalTime.of(9, 30), LocalTime.parse(close));
    }

    private static long ns(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
