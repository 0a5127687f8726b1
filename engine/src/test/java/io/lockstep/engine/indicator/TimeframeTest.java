package io.lockstep.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeframeTest {
    @ParameterizedTest
    @CsvSource({
        "1s, 2025-03-03T10:17:23.999Z, 2025-03-03T10:17:23Z",
        "5m, 2025-03-03T10:17:23Z, 2025-03-03T10:15:00Z",
        "4h, 2025-03-03T10:17:23Z, 2025-03-03T08:00:00Z",
        "1d, 2025-03-03T10:17:23Z, 2025-03-03T00:00:00Z",
        "1d, 2025-03-03T00:00:00Z, 2025-03-03T00:00:00Z",
        "1h, 1969-12-31T23:59:59Z, 1969-12-31T23:00:00Z"
    })
    void shouldStartBarsAtMultiplesOfTheirLength(String label, Instant moment, Instant open) {
        assertThat(Timeframe.of(label).openOf(ns(moment))).isEqualTo(ns(open));
    }

    @Test
    void shouldNameWhatThereIsWhenAskedForWhatThereIsNot() {
        assertThatThrownBy(() -> Timeframe.of("7m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7m")
                .hasMessageContaining("1s, 5s");
    }

    @Test
    void shouldListLengthsShortestFirstWithoutDoubles() {
        assertThat(Timeframe.ALL).extracting(Timeframe::seconds).isSorted().doesNotHaveDuplicates();
        assertThat(Timeframe.ALL)
                .allSatisfy(each -> assertThat(Timeframe.of(each.label())).isSameAs(each));
    }

    private static long ns(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
