package io.lockstep.gateway.alpaca.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.sbe.TimeInForce;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuctionWindowsTest {
    private final AuctionWindows windows = new AuctionWindows(new NyseCalendar());

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T18:59:59.999, false, false",
        "2026-03-09T19:00:00, true, true",
        "2026-03-09T20:00:00, true, true",
        "2026-03-10T00:00:00, true, true",
        "2026-03-10T09:27:59.999, true, true",
        "2026-03-10T09:28:00, false, true",
        "2026-03-10T15:49:59.999, false, true",
        "2026-03-10T15:50:00, false, false",
        "2026-03-10T18:00:00, false, false",
        "2026-11-27T12:49:59.999, false, true",
        "2026-11-27T12:50:00, false, false",
        "2026-11-27T19:30:00, false, false",
        "2026-11-29T18:59:59.999, false, false",
        "2026-11-29T19:00:00, true, true",
        "2026-07-03T12:00:00, false, false",
        "2026-03-08T19:00:00, true, true"
    })
    void shouldOpenAndCloseTheAuctions(LocalDateTime newYork, boolean opening, boolean closing) {
        assertThat(windows.accepts(TimeInForce.OPG, ns(newYork))).isEqualTo(opening);
        assertThat(windows.accepts(TimeInForce.CLS, ns(newYork))).isEqualTo(closing);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T18:30:00, DAY, DAY",
        "2026-03-09T19:30:00, OPG, DAY",
        "2026-03-10T09:27:59, OPG, DAY",
        "2026-03-10T09:28:00, DAY, DAY",
        "2026-03-10T09:30:00, CLS, DAY",
        "2026-03-10T15:48:00, CLS, DAY",
        "2026-03-10T15:49:59, CLS, DAY",
        "2026-03-10T15:50:00, DAY, DAY",
        "2026-03-10T15:55:00, DAY, DAY",
        "2026-11-27T12:49:00, CLS, DAY",
        "2026-11-27T12:55:00, DAY, DAY"
    })
    void shouldChooseTheTimeInForceOfAnExit(LocalDateTime newYork, TimeInForce whole, TimeInForce parts) {
        assertThat(windows.exit(ns(newYork), true)).isEqualTo(whole);
        assertThat(windows.exit(ns(newYork), false)).isEqualTo(parts);
    }

    static long ns(LocalDateTime newYork) {
        var instant = newYork.atZone(NyseCalendar.NEW_YORK).toInstant();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
