package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.LiveSession.Outcome;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.result.RunResult;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions on the ring that stop, go on, are killed and reset. */
class LiveSessionSystemTest {
    private static final int SECONDS = 1_000;
    private static final BooleanSupplier NEVER = () -> false;

    private final StrategyCatalog shipped = Strategies.shipped();

    @TempDir
    private Path folder;

    private Path tape;
    private JournalFolder journal;

    @BeforeEach
    void writeTape() {
        tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, SECONDS);
        journal = new JournalFolder(folder.resolve("journal"));
    }

    @Test
    void shouldGoOnWhereItStoppedAndMatchAReplayFromZero() {
        EffectiveConfig config = SampleConfig.trading(3).load(shipped);

        Outcome first = run(config, shipped, after(700), List.of());
        Outcome second = run(config, shipped, after(1_200), List.of());
        Outcome third = run(config, shipped, NEVER, List.of());
        Replay.Outcome replay = new Replay(shipped).run(journal, sequence -> {});

        assertThat(List.of(first.end(), second.end(), third.end()))
                .containsExactly(End.STOPPED, End.STOPPED, End.FINISHED);
        assertThat(first.recovered()).isZero();
        assertThat(second.recovered()).isEqualTo(first.result().statistics().events());
        assertThat(third.recovered()).isEqualTo(second.result().statistics().events());
        assertThat(RecordedRuns.all(journal))
                .extracting(run -> run.run().start())
                .containsExactly(1, 2, 3);
        assertThat(replay.word()).isEqualTo("MATCH");
        assertSame(replay.result(), third.result());
    }

    @Test
    void shouldDecideTheSameTwiceThoughThreadsAndTheClockDiffer() {
        EffectiveConfig config = SampleConfig.trading(3).load(shipped);

        RunResult first = run(config, shipped, NEVER, List.of()).result();
        journal = new JournalFolder(folder.resolve("again"));
        RunResult again = run(config, shipped, NEVER, List.of()).result();

        assertThat(first.statistics().fills()).isPositive();
        assertSame(again, first);
    }

    @Test
    void shouldCancelOpenOrdersEndAndStayDownUntilResetWhenItIsKilled() {
        StrategyCatalog resting = Strategies.only(new Strategies.Type("resting", LiveSessionSystemTest::restingOrder));
        EffectiveConfig config =
                SampleConfig.of("resting").latchedIn(folder.resolve("latch")).load(resting);
        EngineListener killer = event -> {
            if (event.sequence() == 500) {
                setLatch();
            }
        };

        Outcome killed = run(config, resting, NEVER, List.of(killer));

        assertThat(killed.end()).isEqualTo(End.KILLED);
        assertThat(killed.result().statistics().orders()).isEqualTo(1);
        assertThat(JournalText.of(journal).reports()).containsExactly("ACCEPTED", "CANCELED");
        assertThatThrownBy(() -> run(config, resting, NEVER, List.of())).isInstanceOf(HaltedException.class);
        Program kill = Program.run("kill", "--json", "--journal", journal.path(), "--actor", "alice");
        assertThat(kill.code()).as(kill.out() + kill.err()).isZero();
        reset();
        Outcome again = run(config, resting, NEVER, List.of());
        assertThat(again.end()).isEqualTo(End.FINISHED);
        assertThat(again.recovered()).isEqualTo(killed.result().statistics().events());
        assertThat(new Replay(resting).run(journal, sequence -> {}).word()).isEqualTo("MATCH");
    }

    @Test
    void shouldEndOrdersOfTheDeadVenueWhenItStartsAgain() {
        StrategyCatalog resting = Strategies.only(new Strategies.Type("resting", LiveSessionSystemTest::restingOrder));
        EffectiveConfig config = SampleConfig.of("resting").load(resting);

        run(config, resting, after(300), List.of());
        run(config, resting, after(600), List.of());

        assertThat(JournalText.of(journal).reports()).containsExactly("ACCEPTED", "EXPIRED");
        assertThat(new Replay(resting).run(journal, sequence -> {}).word()).isEqualTo("MATCH");
    }

    /** Clears the latch as an operator does: the first step gives the word, the second takes it, a wrong one voids it. */
    private void reset() {
        String wrong = firstStep() + "x";
        assertThat(Program.run("reset", "--journal", journal.path(), "--confirm", wrong)
                        .code())
                .isEqualTo(1);
        assertThat(latchIsSet()).isTrue();
        Program done = Program.run("reset", "--journal", journal.path(), "--confirm", firstStep());
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(latchIsSet()).isFalse();
    }

    private String firstStep() {
        Program shown = Program.run("reset", "--json", "--journal", journal.path());
        assertThat(shown.code()).isEqualTo(4);
        return shown.json().get("confirmWith").asText();
    }

    private void setLatch() {
        try (ControlFile control = ControlFile.open(journal.path())) {
            control.kill(1_700);
        }
    }

    private boolean latchIsSet() {
        try (ControlFile control = ControlFile.open(journal.path())) {
            return control.isSet();
        }
    }

    private Outcome run(
            EffectiveConfig config, StrategyCatalog catalog, BooleanSupplier stop, List<EngineListener> watchers) {
        LiveSession session = new LiveSession(config, new Wiring(config.config(), catalog), journal);
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            return session.run(LiveSession.playing(recordings, Pace.FASTEST), stop, watchers);
        }
    }

    /** A request to stop when it has been asked so often, that is after so many recorded events. */
    private static BooleanSupplier after(long questions) {
        AtomicLong asked = new AtomicLong();
        return () -> asked.incrementAndGet() > questions;
    }

    /** Buys once, far below the market. */
    private static ScriptedStrategy restingOrder() {
        return new ScriptedStrategy()
                .once(
                        "top",
                        context -> context.order(0)
                                .buy(FixedPoint.ONE)
                                .limit(context.topOfBook(0).bidPrice() * 97 / 100 / 1_000_000 * 1_000_000)
                                .submit("rest"));
    }

    private static void assertSame(RunResult actual, RunResult expected) {
        assertThat(actual.decisionHash()).isEqualTo(expected.decisionHash());
        assertThat(actual.stateHash()).isEqualTo(expected.stateHash());
        assertThat(actual.performance().pnl("USDT"))
                .isEqualTo(expected.performance().pnl("USDT"));
    }
}
