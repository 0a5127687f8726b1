package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Verification;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running session dies again and again without a word, also while it takes its past in. What the engine had handled is in the journal, and
 * the next start goes on from there. {@code -Dlockstep.kills=200} for a longer run.
 */
class KillNineSystemTest {
    private static final int KILLS = Integer.getInteger("lockstep.kills", 8);
    private static final long SEED = Long.getLong("lockstep.seed", 9);
    private static final int EVENTS_BETWEEN = 400;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    private long acknowledged;

    @Test
    void shouldLoseNothingAndGoOnWhenItIsKilledAtRandomMoments() throws IOException {
        System.out.println("kill -9: seed=" + SEED + ", kills=" + KILLS);
        Path tape = SampleTape.write(folder.resolve("tape"), SEED, (KILLS + 2) * EVENTS_BETWEEN);
        Path config = Files.writeString(
                folder.resolve("run.yaml"),
                SampleConfig.trading(3).playing(tape, "500x").text());
        JournalFolder journal = new JournalFolder(folder.resolve("journal"));

        for (int kill = 1; kill <= KILLS; kill++) {
            killAfter(random.nextInt(EVENTS_BETWEEN), config, journal, kill);
        }
        Program last = stopAfter(EVENTS_BETWEEN, config, journal);

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(last.json().get("end").asText()).isEqualTo("stopped");
        assertThat(last.json().get("recovered").asLong()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(last.json().get("fills").asLong()).isPositive();
        assertReplays(journal, last);
    }

    private void killAfter(int events, Path config, JournalFolder journal, int kill) {
        boolean atStart = random.nextInt(4) == 0;
        long target = atStart ? 1 : acknowledged + 1 + events;
        try (ChildProgram child = run(config, journal)) {
            long seen = awaitSequence(child, journal, target);
            child.kill();
            acknowledged = Math.max(acknowledged, seen);
        }
        Verification inputs = JournalVerifier.verify(journal.inputs());
        Verification decisions = JournalVerifier.verify(journal.decisions());
        System.out.println("kill " + kill + ": target=" + target + ", acknowledged=" + acknowledged + ", journaled="
                + inputs.lastSequence());

        assertThat(inputs.reason()).isEmpty();
        assertThat(decisions.reason()).isEmpty();
        assertThat(inputs.gaps()).isEmpty();
        assertThat(inputs.records()).isEqualTo(inputs.lastSequence());
        assertThat(inputs.lastSequence()).isGreaterThanOrEqualTo(acknowledged);
        acknowledged = inputs.lastSequence();
    }

    private Program stopAfter(int events, Path config, JournalFolder journal) {
        try (ChildProgram child = run(config, journal)) {
            awaitSequence(child, journal, acknowledged + events);
            child.terminate();
            return child.awaitEnd();
        }
    }

    /** Waits until the engine's heartbeat shows a sequence, and tells the one it showed. */
    private static long awaitSequence(ChildProgram child, JournalFolder journal, long target) {
        child.awaitUntil("a control file", () -> ControlFile.exists(journal.path()));
        try (ControlFile control = ControlFile.open(journal.path())) {
            child.awaitUntil("the engine to begin", () -> control.pid() == child.pid());
            child.awaitUntil("sequence " + target, () -> control.sequence() >= target);
            return control.sequence();
        }
    }

    private ChildProgram run(Path config, JournalFolder journal) {
        return ChildProgram.start(folder, "run", "--json", "--config", config, "--journal", journal.path());
    }

    private static void assertReplays(JournalFolder journal, Program last) {
        Program again = Program.run("replay", "--json", "--journal", journal.path());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.json().get("replay").asText()).isEqualTo("MATCH");
        for (String figure :
                new String[] {"events", "decisions", "orders", "fills", "pnl", "decisionHash", "stateHash"}) {
            assertThat(again.json().get(figure))
                    .as(figure)
                    .isEqualTo(last.json().get(figure));
        }
    }
}
