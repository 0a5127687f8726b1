package io.lockstep.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose process stands still for seconds, as by a pause of its host, and goes on. */
class PauseSystemTest {
    private static final int PAUSE_MS = 6_000;

    @TempDir
    private Path folder;

    @Test
    void shouldTradeOnFreshDataOnlyAndKeepItsBooksWhenItWasPaused() throws IOException {
        try (ServedVenues venues = ServedVenues.start(folder)) {
            Path config = venues.config("run");
            JournalFolder journal = new JournalFolder(folder.resolve("journal"));
            Program ended;
            try (EngineProcess engine = EngineProcess.start(folder, config, journal)) {
                engine.awaitOpenOrders(1);
                engine.signal("STOP");
                engine.awaitMs(PAUSE_MS);
                long fills = fills(journal);
                engine.signal("CONT");
                engine.await(
                        "fills after the pause", control -> control.counters().get(Counter.FILLS) > fills + 3);
                ended = engine.stop();
            }

            assertThat(ended.code()).as(ended.err()).isZero();
            JournalStory story = JournalStory.of(journal);
            for (VenueLedger ledger : venues.ledgers()) {
                assertThat(story.trades(ledger.venue())).isEqualTo(ledger.trades());
            }
            Program replay = Program.run("replay", "--json", "--journal", journal.path());
            assertThat(replay.json().get("replay").asText()).isEqualTo("MATCH");
        }
    }

    private static long fills(JournalFolder journal) {
        try (ControlFile control = ControlFile.open(journal.path())) {
            return control.counters().get(Counter.FILLS);
        }
    }
}
