package io.lockstep.launcher.tape.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.LoopbackVenues;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.venue.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording over loopback: what the simulated venues sent is on the tape, and the tape is one that other commands take. */
class RecordSystemTest {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long ENOUGH = 1_000;

    @TempDir
    private Path folder;

    @Test
    void shouldRecordAllVenuesOnOneTape() throws IOException {
        Path tape = folder.resolve("tape");

        Recording.Result result;
        try (LoopbackVenues venues = LoopbackVenues.start(folder)) {
            result = record(ConfigLoader.structure(venues.config(), "test"), tape);
        }

        JsonNode inspected =
                Program.run("inspect", "--json", "--check-book", tape).json();
        assertThat(result.records()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(result.counts()).containsKeys("topOfBook", "trade", "depthSnapshot", "depthUpdate", "markPrice");
        assertThat(inspected.get("records").asLong())
                .isEqualTo(result.records() + result.instruments().size());
        assertThat(inspected.get("counts").get("trade").asLong())
                .isEqualTo(result.counts().get("trade"));
        assertThat(inspected.get("instruments").findValuesAsText("symbol"))
                .containsExactly("BTCUSDT", "ETHUSDT", "SPY");
    }

    @Test
    void shouldRecordABookThatMatchesTheVenuesQuotes() throws IOException {
        Path tape = folder.resolve("tape");

        try (LoopbackVenues venues = LoopbackVenues.start(folder)) {
            record(ConfigLoader.structure(venues.config(), "test"), tape);
        }

        JsonNode inspected =
                Program.run("inspect", "--json", "--check-book", tape).json();
        assertThat(inspected.get("gaps").asLong()).isZero();
        assertThat(inspected.get("bookChecks").asLong()).isPositive();
        assertThat(inspected.get("mismatches")).isEmpty();
    }

    @Test
    void shouldEndOnSigtermAndPrintWhatItRecorded() throws Exception {
        Path tape = folder.resolve("tape");

        Program ended;
        try (LoopbackVenues venues = LoopbackVenues.start(folder);
                ChildProgram child = ChildProgram.start(
                        folder, "record", "--json", "--config", venues.file(venues.config()), "--out", tape)) {
            child.awaitUntil("the tape holds something", () -> size(tape) > 0);
            child.terminate();
            ended = child.awaitEnd();
        }

        assertThat(ended.json().get("tape").asText()).isEqualTo(tape.toString());
        assertThat(ended.json().get("counts").has("instrumentDefinition")).isFalse();
    }

    @Test
    void shouldRefuseAFolderThatHoldsSomething() throws IOException {
        Path tape = Files.createDirectory(folder.resolve("tape"));
        Files.writeString(tape.resolve("other"), "");

        Program refused;
        try (LoopbackVenues venues = LoopbackVenues.start(folder)) {
            refused = Program.run("record", "--config", venues.file(venues.config()), "--out", tape);
        }

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("must be a new or empty folder");
    }

    @Test
    void shouldRefuseAConfigurationWithoutAVenue() {
        Path config = ChildProgram.repository().resolve("config").resolve("paper.yaml");

        Program refused = Program.run("record", "--config", config, "--out", folder.resolve("tape"));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("no venue to record from");
    }

    @Test
    void shouldSayInOneLineThatAVenueIsNotThere() throws IOException {
        Path config;
        try (LoopbackVenues venues = LoopbackVenues.start(folder)) {
            config = venues.file(venues.config());
        }

        Program failed = Program.run("record", "--config", config, "--out", folder.resolve("tape"));

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err().lines()).singleElement().asString().startsWith("lockstep record: ");
        assertThat(folder.resolve("tape")).doesNotExist();
    }

    private Recording.Result record(LockstepConfig config, Path tape) {
        try (Connections network = Connections.open(config, folder, new SystemEpochNanoClock())) {
            AtomicLong written = new AtomicLong();
            long deadlineNs = System.nanoTime() + PATIENCE_NS;
            BooleanSupplier stop = () -> written.get() >= ENOUGH || System.nanoTime() - deadlineNs > 0;
            return new Recording(network.gateways().marketData(), network.clock()).run(tape, stop, written::set);
        }
    }

    private static long size(Path tape) {
        String[] files = tape.toFile().list();
        return files == null ? 0 : files.length;
    }
}
