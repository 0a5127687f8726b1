package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Verification;
import io.lockstep.journal.sidefile.MarkFile;
import io.lockstep.launcher.session.folder.JournalFolder;
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
 * A session dies again and again without a word: while it starts, takes its past in, changes to another configuration's epoch, or runs. What the
 * engine had handled is in the journal, and the next start goes on from there. {@code -Dlockstep.kills=200} for a longer run.
 */
class KillNineSystemTest {
    private static final int KILLS = Integer.getInteger("lockstep.kills", 8);
    private static final long SEED = Long.getLong("lockstep.seed", 9);
    private static final int EVENTS_BETWEEN = 400;
    private static final int MOST_START_MS = 2_500;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    private JournalFolder journal;
    private Path config;
    private Path otherConfig;
    private long acknowledged;

    @Test
    void shouldLoseNothingAndGoOnWhenItIsKilledAtRandomMoments() throws IOException {
        System.out.println("kill -9: seed=" + SEED + ", kills=" + KILLS);
        Path tape = SampleTape.write(folder.resolve("tape"), SEED, (KILLS + 2) * 2 * EVENTS_BETWEEN);
        config = write("run.yaml", 3, tape);
        otherConfig = write("other.yaml", 4, tape);
        journal = new JournalFolder(folder.resolve("journal"));

        for (int kill = 1; kill <= KILLS; kill++) {
            killAtRandom(kill);
            assertSound(kill);
        }
        Program last = stopAfter(EVENTS_BETWEEN);

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(last.json().get("end").asText()).isEqualTo("stopped");
        assertThat(last.json().get("recovered").asLong()).isGreaterThanOrEqualTo(acknowledged);
        assertReplays(last);
    }

    private Path write(String name, int fast, Path tape) throws IOException {
        String text = SampleConfig.trading(fast).playing(tape, "200x").text() + "journal: { warmUpMs: 60000 }\n";
        return Files.writeString(folder.resolve(name), text);
    }

    private void killAtRandom(int kill) {
        boolean changes = random.nextInt(3) == 0;
        boolean whileStarting = random.nextBoolean();
        if (changes) {
            Path other = otherConfig;
            otherConfig = config;
            config = other;
        }
        System.out.println("kill " + kill + ": changes=" + changes + ", whileStarting=" + whileStarting
                + ", acknowledged=" + acknowledged);
        try (ChildProgram child = start()) {
            long seen = whileStarting
                    ? awaitMoment(child, random.nextInt(MOST_START_MS))
                    : awaitSequence(child, acknowledged + 1 + random.nextInt(EVENTS_BETWEEN));
            child.kill();
            acknowledged = Math.max(acknowledged, seen);
        }
    }

    /** Nothing acknowledged is lost, every epoch is sound, and each goes on where the one before ends. */
    private void assertSound(int kill) {
        boolean begun = Files.exists(journal.decisions().resolve(MarkFile.NAME));
        if (journal.layout().isChanging() || !begun) {
            System.out.println("kill " + kill + ": no current epoch at this moment");
            return;
        }
        for (JournalFolder epoch : journal.epochs()) {
            for (Path queue : new Path[] {epoch.inputs(), epoch.decisions()}) {
                Verification found = JournalVerifier.verify(queue);
                assertThat(found.reason()).as("kill %d: %s", kill, queue).isEmpty();
                assertThat(found.gaps()).as("kill %d: %s", kill, queue).isEmpty();
            }
        }
        assertThat(journal.brokenLink()).as("kill %d", kill).isEmpty();
        long last = JournalVerifier.verify(journal.inputs()).lastSequence();
        assertThat(last).as("kill %d", kill).isGreaterThanOrEqualTo(acknowledged);
        acknowledged = last;
    }

    private Program stopAfter(int events) {
        try (ChildProgram child = start()) {
            awaitSequence(child, acknowledged + events);
            child.terminate();
            return child.awaitEnd();
        }
    }

    /** Waits until the engine's heartbeat shows a sequence, and tells the one it showed. */
    private long awaitSequence(ChildProgram child, long target) {
        child.awaitUntil("a control file", () -> ControlFile.exists(journal.path()));
        try (ControlFile control = ControlFile.open(journal.path())) {
            child.awaitUntil("the engine to begin", () -> control.pid() == child.pid());
            child.awaitUntil("sequence " + target, () -> control.sequence() >= target);
            return control.sequence();
        }
    }

    /** Waits for a moment of the start, and tells the sequence shown then, 0 if none is. */
    private long awaitMoment(ChildProgram child, int ms) {
        long moment = System.nanoTime() + ms * 1_000_000L;
        child.awaitUntil("the moment", () -> System.nanoTime() >= moment);
        if (!ControlFile.exists(journal.path())) {
            return 0;
        }
        try (ControlFile control = ControlFile.open(journal.path())) {
            return control.pid() == child.pid() ? control.sequence() : 0;
        }
    }

    private ChildProgram start() {
        return ChildProgram.start(folder, "run", "--json", "--config", config, "--journal", journal.path());
    }

    private void assertReplays(Program last) {
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
