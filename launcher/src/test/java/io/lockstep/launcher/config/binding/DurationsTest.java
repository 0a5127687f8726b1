package io.lockstep.launcher.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0s,0",
        "7ns,7",
        "250us,250000",
        "1500ms,1500000000",
        "90s,90000000000",
        "4h,14400000000000",
        "1d,86400000000000"
    })
    void shouldReadWhatItWrites(String text, long ns) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofNanos(ns));
        assertThat(Durations.parse(Durations.format(Duration.ofNanos(ns)))).isEqualTo(Duration.ofNanos(ns));
    }

    @ParameterizedTest
    @CsvSource({"1500000000,1500ms", "90000000000,90s", "14400000000000,4h", "60000000000,1m", "0,0s", "1,1ns"})
    void shouldWriteTheLongestUnitThatIsExact(long ns, String text) {
        assertThat(Durations.format(Duration.ofNanos(ns))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-1s", "1.5s", "5 s", "5S", "5min", "１s", "999999999999999999d"})
    void shouldRefuseWhatIsNoTime(String text) {
        assertThat(Durations.parse(text)).isNull();
    }
}
