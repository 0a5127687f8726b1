package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts see of a run: exit codes, names of figures, messages. */
class ProgramSystemTest {
    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheNamesScriptsRelyOnAndMatchWhenTheDemoRuns() throws IOException {
        Path repository = ChildProgram.repository();
        Path journal = folder.resolve("demo");
        Files.createDirectories(folder.resolve("home/config"));
        for (String file : List.of("demo.yaml", "demo-venue.yaml", "demo-in-process.yaml")) {
            Files.copy(
                    repository.resolve("config").resolve(file),
                    folder.resolve("home/config").resolve(file));
        }
        String home = System.setProperty("lockstep.home", folder.resolve("home").toString());
        try {
            Program demo = Program.run("demo", "--in-process", "--seconds", 1, "--json", "--journal", journal);

            assertThat(demo.code()).as(demo.err()).isZero();
            assertThat(demo.json().fieldNames())
                    .toIterable()
                    .contains(
                            "events",
                            "decisions",
                            "orders",
                            "fills",
                            "pnl",
                            "decisionHash",
                            "stateHash",
                            "journal",
                            "replay");
            assertThat(demo.json().get("replay").asText()).isEqualTo("MATCH");
            assertThat(demo.json().get("journal").asText()).isEqualTo(journal.toString());
            assertThat(demo.json().get("fills").asLong()).isPositive();
            assertThat(demo.json().get("events").asLong()).isGreaterThan(90_000);

            Program wire = Program.run("demo", "--seconds", 3, "--json", "--journal", folder.resolve("wire"));

            assertThat(wire.code()).as(wire.err()).isZero();
            assertThat(wire.json().get("replay").asText()).isEqualTo("MATCH");
            assertThat(wire.json().get("events").asLong()).isPositive();
        } finally {
            restore("lockstep.home", home);
        }
    }

    @Test
    void shouldStopCleanlyOnSigterm() throws IOException {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 5_000);
        Path config = write(SampleConfig.trading(3).playing(tape, "200x").text());
        JournalFolder journal = new JournalFolder(folder.resolve("journal"));

        Program run;
        try (ChildProgram child =
                ChildProgram.start(folder, "run", "--json", "--config", config, "--journal", journal.path())) {
            child.awaitUntil("a control file", () -> ControlFile.exists(journal.path()));
            try (ControlFile control = ControlFile.open(journal.path())) {
                child.awaitUntil("events", () -> control.sequence() > 100);
            }
            child.terminate();
            run = child.awaitEnd();
        }

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("end").asText()).isEqualTo("stopped");
        assertThat(JournalText.of(journal).stops()).containsExactly("STOPPED");
        assertReplays(journal, run);
    }

    @Test
    void shouldEndWith4WhenItIsKilledAndRefuseToStartUntilReset() throws IOException {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 50);
        Path config = write(SampleConfig.trading(3)
                .playing(tape, "max")
                .latchedIn(folder.resolve("latch"))
                .text());
        Path journal = folder.resolve("journal");

        Program first = Program.run("run", "--json", "--config", config, "--journal", journal);
        Program kill = Program.run("kill", "--journal", journal);
        Program refused = Program.run("run", "--json", "--config", config, "--journal", journal);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(kill.code()).isZero();
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("kill latch", "reset");
    }

    @Test
    void shouldRefuseABadConfigurationWithAllFaultsInOneMessage() throws IOException {
        Path config = write(SampleConfig.trading(3)
                .text()
                .replace("mode: paper", "mode: papier")
                .replace("maxOpenOrders: 10", "maxOpenOrders: -1")
                .replace("collarBps: 500", "collarBp: 500"));

        Program run = Program.run("run", "--config", config, "--journal", folder.resolve("journal"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("3 faults", "mode", "papier", "risk.maxOpenOrders", "-1", "risk.collarBp");
        assertThat(folder.resolve("journal")).doesNotExist();
    }

    @Test
    void shouldRefuseToRunWithoutStrategiesOrWithoutInstruments() throws IOException {
        String text = SampleConfig.trading(3).text();
        String idle = text.substring(0, text.indexOf("strategies:")) + "strategies: []\n"
                + text.substring(text.indexOf("risk:"));
        String blind = idle.substring(0, idle.indexOf("instruments:")) + "instruments: []\n"
                + text.substring(text.indexOf("strategies:"));

        Program noStrategy = Program.run("run", "--config", write(idle), "--journal", folder.resolve("journal"));
        Program noInstrument = Program.run("run", "--config", write(blind), "--journal", folder.resolve("journal"));

        assertThat(noStrategy.code()).isEqualTo(2);
        assertThat(noStrategy.err()).contains("strategies");
        assertThat(noInstrument.code()).isEqualTo(2);
        assertThat(noInstrument.err()).contains("instruments");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("run.yaml"), text);
    }

    private static void assertReplays(JournalFolder journal, Program run) {
        JsonNode replay =
                Program.run("replay", "--json", "--journal", journal.path()).json();

        assertThat(replay.get("replay").asText()).isEqualTo("MATCH");
        assertThat(replay.get("decisionHash")).isEqualTo(run.json().get("decisionHash"));
        assertThat(replay.get("stateHash")).isEqualTo(run.json().get("stateHash"));
    }

    private static void restore(String property, String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
