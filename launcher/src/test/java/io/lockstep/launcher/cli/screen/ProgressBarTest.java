package io.lockstep.launcher.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "0,    100, writing [........................................] 0%",
        "50,   100, writing [####################....................] 50%",
        "150,  100, writing [########################################] 100%",
        "5242880, 0, writing 5 MiB"
    })
    void shouldShowTheShareRead(long read, long total, String line) {
        assertThat(ProgressBar.line("writing", read, total)).isEqualTo(line);
    }

    @Test
    void shouldDrawOnATerminalAndClearItsLine() {
        try (ProgressBar bar = new ProgressBar(new PrintWriter(err), true)) {
            bar.onRead("writing", 1, 2);
        }

        assertThat(err.toString()).contains("] 50%").endsWith("\r\u001b[K");
    }

    @Test
    void shouldBeSilentElsewhere() {
        try (ProgressBar bar = new ProgressBar(new PrintWriter(err), false)) {
            bar.onRead("writing", 1, 2);
        }

        assertThat(err.toString()).isEmpty();
    }
}
