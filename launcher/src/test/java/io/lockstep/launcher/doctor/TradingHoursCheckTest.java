package io.lockstep.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.Strategies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingHoursCheckTest {
    private static final long DAY_NS = 86_400_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "alpaca-paper.yaml, 4000, FINE",
        "alpaca-paper.yaml, 91, FINE",
        "alpaca-paper.yaml, 90, NOTE",
        "alpaca-paper.yaml, 0, NOTE",
        "alpaca-paper.yaml, -1, WRONG",
        "binance-paper.yaml, -1, "
    })
    void shouldWarnNinetyDaysBeforeTheCalendarEnds(String name, long daysLeft, Finding.Verdict expected)
            throws IOException {
        Path file = ChildProgram.repository().resolve("config").resolve(name);
        LockstepConfig config =
                new ConfigLoader(Strategies.shipped()).load(file).config();
        long nowNs = NyseCalendar.shared().lastDay().endNs() - daysLeft * DAY_NS;

        assertThat(TradingHoursCheck.run(config, nowNs))
                .extracting(Finding::verdict)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}
