package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.port.EngineListener;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession.Outcome;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a start takes on a long journal, and that it takes all of it in. {@code -Dlockstep.restart.seconds=3300000} writes ten million inputs and
 * prints what it finds.
 */
class RestartTimeSystemTest {
    private static final int SECONDS = Integer.getInteger("lockstep.restart.seconds", 20_000);
    private static final int LEAST_PER_EPOCH = 5_000;

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
    void shouldTakeAWholeLongJournalIn() {
        EffectiveConfig config = SampleConfig.trading(3).load(shipped);
        AtomicLong seen = new AtomicLong();
        long writtenNs = System.nanoTime();
        Outcome first = run(config, beforeTheEnd(), event -> seen.incrementAndGet());
        long startedNs = System.nanoTime();

        Outcome second = run(config, () -> true, event -> {});

        long endedNs = System.nanoTime();
        assertThat(second.recovered()).isEqualTo(seen.get());
        assertThat(first.result().statistics().fills()).isPositive();
        print("written", seen.get(), startedNs - writtenNs);
        print("restarted", second.recovered(), endedNs - startedNs);
    }

    @Test
    void shouldReplayNoMoreThanAnEpochAfterALongRun() {
        EffectiveConfig config = load("journal: { epochRecords: " + LEAST_PER_EPOCH + ", warmUpMs: 60000 }\n");
        run(config, beforeTheEnd(), event -> {});
        run(config, () -> true, event -> {});
        long startedNs = System.nanoTime();

        Outcome third = run(config, () -> true, event -> {});

        print("restarted in the next epoch", third.recovered(), System.nanoTime() - startedNs);
        assertThat(journal.epochs()).hasSize(2);
    }

    private EffectiveConfig load(String more) {
        return new ConfigLoader(shipped).parse(SampleConfig.trading(3).text() + more, "sample");
    }

    /** Something is left to play, so that the next start has a reason to live. */
    private BooleanSupplier beforeTheEnd() {
        AtomicLong asked = new AtomicLong();
        return () -> asked.incrementAndGet() > SECONDS * 9L / 10;
    }

    private Outcome run(EffectiveConfig config, BooleanSupplier stop, EngineListener watcher) {
        LiveSession session = new LiveSession(config, new Wiring(config.config(), shipped), journal);
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            return session.run(LiveSession.playing(recordings, Pace.FASTEST), stop, List.of(watcher));
        }
    }

    private static void print(String what, long events, long tookNs) {
        System.out.printf(
                "%s: inputs=%d, ms=%d, inputs/s=%d%n",
                what, events, tookNs / 1_000_000, events * 1_000_000_000L / tookNs);
    }
}
