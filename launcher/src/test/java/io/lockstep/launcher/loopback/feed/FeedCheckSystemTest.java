package io.lockstep.launcher.loopback.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.SharedData;
import io.lockstep.launcher.tape.ImportProgress;
import io.lockstep.launcher.tape.ImportRequest;
import io.lockstep.launcher.tape.InstrumentTraits;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.tape.TapeImporter;
import io.lockstep.launcher.tape.format.TapeFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real recordings over the wire at fifty times their speed: every frame is on the ring or counted, and the books match the quotes. */
class FeedCheckSystemTest {
    private static final int LINES = 15_000;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "binance/hftbacktest/examples_spot_btcusdt_20240808.gz, BINANCE_SPOT",
        "binance/hftbacktest/examples_usdm_btcusdt_20240808.gz, BINANCE_USDM"
    })
    void shouldLoseNothingOfACaptureAtFiftyTimesItsSpeed(String capture, Venue venue) throws IOException {
        Path tape = imported(part(SharedData.require(capture)), venue);
        long deadline = System.nanoTime() + PATIENCE_NS;

        FeedResult result = new FeedCheck(List.of(tape), 50, folder.resolve("journal"))
                .run(() -> System.nanoTime() > deadline, ImportProgress.NONE);

        assertThat(result.unsent()).as("%s", result).isZero();
        assertThat(result.unexplained()).as("%s", result).isZero();
        assertThat(result.gaps()).as("%s", result).isZero();
        assertThat(result.ringBooks().checks()).as("%s", result).isGreaterThan(100);
        assertThat(result.isWhole()).as("%s", result).isTrue();
        assertThat(result.lines())
                .filteredOn(line -> line.recorded() > 0)
                .extracting(FeedLine::type)
                .containsExactly("topOfBook", "depthUpdate", "trade");
    }

    @Test
    void shouldRefuseATapeOfAnotherVenue() {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 10);

        FeedCheck check = new FeedCheck(List.of(tape), 50, folder.resolve("journal"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.run(() -> false, ImportProgress.NONE))
                .withMessageContaining("was recorded neither at Binance Spot nor at USDⓈ-M");
    }

    /** The first lines: whatever follows is of the same kind. */
    private Path part(Path capture) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(capture)), StandardCharsets.US_ASCII))) {
            return Files.write(
                    folder.resolve("part"), lines.lines().limit(LINES).toList());
        }
    }

    private Path imported(Path capture, Venue venue) throws IOException {
        Path tape = folder.resolve("tape");
        ImportRequest request = new ImportRequest(
                TapeFormat.BINANCE_CAPTURE, List.of(capture), null, venue, null, 0, InstrumentTraits.UNKNOWN);
        new TapeImporter(request, ImportProgress.NONE).run(tape);
        return tape;
    }
}
