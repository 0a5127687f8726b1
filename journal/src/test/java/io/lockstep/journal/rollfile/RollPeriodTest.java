package io.lockstep.journal.rollfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "FIVE_MINUTES, 2026-11-21T14:33:11Z, 20261121-1430V.cq4",
        "HALF_HOUR,    2026-11-21T14:33:11Z, 20261121-1430H.cq4",
        "HOUR,         2026-11-21T14:33:11Z, 20261121-14F.cq4",
        "SIX_HOURS,    2026-11-21T14:33:11Z, 20261121-12VI.cq4",
        "DAY,          2026-11-21T14:33:11Z, 20261121F.cq4",
        "DAY,          2024-02-29T23:59:59Z, 20240229F.cq4"
    })
    void shouldNameFileForItsPeriod(RollPeriod period, Instant time, String expected) {
        assertThat(period.fileName(period.cycleAt(time.toEpochMilli()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindPeriodOfName(RollPeriod period) {
        for (int cycle = 0; cycle < 500_000; cycle += 4_999) {
            assertThat(period.cycleOf(period.fileName(cycle))).hasValue(cycle);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261121-14F.cq4.bak",
                "20261121-24F.cq4",
                "20261131-14F.cq4",
                "20261121F.cq4",
                "20261121-14L.cq4",
                "copy of 20261121-14F.cq4",
                "metadata.cq4t"
            })
    void shouldNotTakeOtherNamesForAnHours(String name) {
        assertThat(RollPeriod.HOUR.cycleOf(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261121-1431H.cq4", "20261121-1400V.cq4"})
    void shouldNotTakeTimesBetweenPeriods(String name) {
        assertThat(RollPeriod.HALF_HOUR.cycleOf(name)).isEmpty();
    }
}
