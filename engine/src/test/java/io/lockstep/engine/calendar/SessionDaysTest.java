package io.lockstep.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionDaysTest {
    @ParameterizedTest
    @CsvSource({
        // the evening in New York is the next day in UTC, and the same trading day until its last session has ended
        "2026-03-05T23:59:59Z, 20260305, 20260305",
        "2026-03-06T00:30:00Z, 20260305, 20260306",
        "2026-03-06T01:00:00Z, 20260306, 20260306",
        // in summer midnight UTC is that end
        "2026-07-06T23:59:59Z, 20260706, 20260706",
        "2026-07-07T00:00:00Z, 20260707, 20260707",
        // a weekend leads into Monday
        "2026-03-07T12:00:00Z, 20260309, 20260307",
        // where the calendar does not reach
        "2040-01-01T12:00:00Z, 20400101, 20400101",
        "1999-12-31T23:59:59Z, 19991231, 19991231"
    })
    void shouldNameTheDayOfTheExchangesAndOfUtc(Instant time, int exchange, int utc) {
        long timeNs = time.getEpochSecond() * 1_000_000_000L;

        assertThat(SessionDays.exchange(timeNs)).isEqualTo(exchange);
        assertThat(SessionDays.utc(timeNs)).isEqualTo(utc);
    }

    @Test
    void shouldAgreeWithTheLibraryOnAnyDate() {
        long seed = 20_261_121;
        SplittableRandom random = new SplittableRandom(seed);
        DateTimeFormatter date = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);
        for (int i = 0; i < 10_000; i++) {
            long second = random.nextLong(-2_000_000_000L, 9_000_000_000L);

            int day = SessionDays.utc(second * 1_000_000_000L);

            String expected = date.format(Instant.ofEpochSecond(second)).substring(0, 8);
            assertThat(day).as("seed=%d, second=%d", seed, second).isEqualTo(Integer.parseInt(expected));
        }
    }
}
