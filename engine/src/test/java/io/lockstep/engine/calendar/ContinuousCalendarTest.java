package io.lockstep.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinuousCalendarTest {
    private final ContinuousCalendar calendar = new ContinuousCalendar();

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 19700101",
        "1969-12-31T23:59:59.999999999Z, 19691231",
        "2024-02-28T23:59:59.999999999Z, 20240228",
        "2024-02-29T00:00:00Z, 20240229",
        "2024-12-31T23:59:59.999999999Z, 20241231",
        "2025-01-01T00:00:00Z, 20250101",
        "2038-01-19T03:14:08Z, 20380119",
        "2100-02-28T12:00:00Z, 21000228",
        "2100-03-01T00:00:00Z, 21000301"
    })
    void shouldChangeDayAtMidnightUtc(Instant time, int sessionId) {
        long timeNs = time.getEpochSecond() * 1_000_000_000L + time.getNano();

        assertThat(calendar.sessionId(timeNs)).isEqualTo(sessionId);
        assertThat(calendar.sessionAt(timeNs)).isEqualTo(MarketSession.CORE);
    }

    @Test
    void shouldFollowOneDayUponTheOtherWithoutAHole() {
        LocalDate end = LocalDate.of(2026, 1, 1);
        for (LocalDate date = LocalDate.of(2023, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
            assertThat(calendar.day(date).endNs())
                    .isEqualTo(calendar.day(date.plusDays(1)).fromNs());
            assertThat(calendar.dayAt(calendar.day(date).endNs() - 1)).isEqualTo(calendar.day(date));
        }
    }
}
