package io.lockstep.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.LatchFile;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal on a tiny file system of its own, seen by the engine's process alone, that another program fills. */
class DiskFullSystemTest {
    private static final long MIB = 1 << 20;
    private static final String SMALL = """
            journal:
              lowFreeBytes: 25165824
              lowFreePercent: 0
              criticalFreeBytes: 12582912
              blockBytes: 1048576
              pretouchAheadBytes: 1048576
            """;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void needNamespaces() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Process tried = new ProcessBuilder(wrapper("1m", "true")).start();
        assumeTrue(tried.waitFor() == 0, "this machine lets nobody mount a file system of their own");
    }

    @Test
    void shouldTakeNoRiskWhenRoomRunsLowAndKillItselfBeforeItRunsOut() throws IOException {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 100_000);
        Path config = Files.writeString(
                folder.resolve("run.yaml"),
                SampleConfig.trading(3)
                                .playing(tape, "20x")
                                .latchedIn(folder.resolve("latch"))
                                .text()
                        + SMALL);
        try (ChildProgram engine = ChildProgram.startUnder(
                wrapper("96m"), folder, "run", "--json", "--config", config, "--journal", disk.resolve("journal"))) {
            Path seen = Path.of("/proc", Long.toString(engine.pid()), "root" + disk);
            engine.awaitUntil("a control file", () -> ControlFile.exists(seen.resolve("journal")));
            try (ControlFile control = ControlFile.open(seen.resolve("journal"))) {
                engine.awaitUntil("live events", () -> control.gauges().get(Gauge.MARKET_MS) > 0);
                fill(seen, 20 * MIB);
                engine.awaitUntil(
                        "a denial",
                        () -> control.gauges().get(Gauge.DISK_FREE) < 24 * MIB
                                && control.counters().get(Counter.DENIED) > 0);
                assertThat(control.isSet()).isFalse();
                fill(seen, 8 * MIB);
            }
            Program ended = engine.awaitEnd();

            assertThat(ended.code()).as(ended.err()).isEqualTo(4);
            assertThat(ended.json().get("end").asText()).isEqualTo("killed");
        }
        LatchFile.Entry latched = new LatchFile(folder.resolve("latch/test.latch")).read();
        assertThat(latched.actor()).isEqualTo("engine");
        assertThat(latched.reason()).isEqualTo("HOST_DISK");
    }

    /** Leaves so much room. */
    private static void fill(Path seen, long left) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(seen.resolve("filler").toFile(), "rw")) {
            byte[] block = new byte[64 * 1024];
            file.seek(file.length());
            while (Files.getFileStore(seen).getUsableSpace() > left) {
                file.write(block);
            }
        }
    }

    private List<String> wrapper(String size, String... more) {
        List<String> command = new java.util.ArrayList<>(List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + size + " tmpfs \"$0\" && exec \"$@\"",
                disk.toString()));
        command.addAll(List.of(more));
        return command;
    }
}
