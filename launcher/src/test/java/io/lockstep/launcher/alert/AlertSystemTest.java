package io.lockstep.launcher.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.Pace;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert of a real session: into a file, once, and its delivery into the journal. */
class AlertSystemTest {
    private final StrategyCatalog failing = Strategies.only(new Strategies.Type(
            "failing",
            () -> new ScriptedStrategy().once("trade", context -> {
                throw new IllegalStateException("a bug in a strategy");
            })));

    @TempDir
    private Path folder;

    @Test
    void shouldReachItsReceiverOnceOverTwoRunsAndStayInTheJournal() throws IOException {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 200);
        Path file = folder.resolve("alerts.jsonl");
        JournalFolder journal = new JournalFolder(folder.resolve("journal"));
        String text = SampleConfig.of("failing").text() + "alerts: { file: '" + file + "' }\n";
        EffectiveConfig config = new ConfigLoader(failing).parse(text, "test");

        run(config, journal, tape);
        run(config, journal, tape);

        assertThat(Files.readAllLines(file)).singleElement().asString().contains("a bug in a strategy", "CRITICAL");
        Program deliveries =
                Program.run("journal", "print", "--json", "--journal", journal.path(), "--type", "alertDelivery");
        assertThat(deliveries.out().lines()).hasSize(1);
        assertThat(deliveries.json().get("receiver").asText()).isEqualTo("file");
        assertThat(deliveries.json().get("delivered").asInt()).isEqualTo(1);
        assertThat(new Replay(failing).run(journal, sequence -> {}).word()).isEqualTo("MATCH");
    }

    private void run(EffectiveConfig config, JournalFolder journal, Path tape) {
        LiveSession session = new LiveSession(config, new Wiring(config.config(), failing), journal);
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            session.run(LiveSession.playing(recordings, Pace.FASTEST), () -> false, List.of());
        }
    }
}
