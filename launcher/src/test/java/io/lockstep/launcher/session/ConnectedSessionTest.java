package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.testkit.FakeVenue;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session on gateways: it publishes its own start and time, takes their events, and leaves no order behind. */
class ConnectedSessionTest {
    @TempDir
    private Path folder;

    private final StrategyCatalog catalog = Strategies.only(new Strategies.Type(
            "buyer",
            () -> new ScriptedStrategy()
                    .once(
                            "trade",
                            context -> context.order(0)
                                    .buy(FixedPoint.ONE / 10)
                                    .limit(99 * FixedPoint.ONE)
                                    .submit("test"))));
    private JournalFolder journal;

    @BeforeEach
    void nameJournal() {
        journal = new JournalFolder(folder.resolve("journal"));
    }

    @Test
    void shouldCancelWhatIsOpenBeforeItStops() {
        FakeVenue venue = new FakeVenue();

        LiveSession.Outcome outcome = run(venue, () -> venue.accepted() == 1);

        assertThat(outcome.end()).isEqualTo(LiveSession.End.STOPPED);
        assertThat(venue.openOrders()).isZero();
        JournalText text = JournalText.of(journal);
        assertThat(text.reports()).containsExactly("ACCEPTED", "CANCELED");
        assertThat(text.stops()).containsExactly("STOPPED");
    }

    @Test
    void shouldMatchWhenItIsReplayed() {
        FakeVenue venue = new FakeVenue();

        run(venue, () -> venue.accepted() == 1);

        assertThat(new Replay(catalog).run(journal, sequence -> {}).word()).isEqualTo("MATCH");
    }

    @Test
    void shouldKeepTheJournalsTagOverRestartsSoThatClientOrderIdsStayKnown() {
        FakeVenue first = new FakeVenue();
        FakeVenue second = new FakeVenue();

        run(first, () -> first.accepted() == 1);
        LiveSession.Outcome outcome = run(second, () -> second.runId() != 0);

        assertThat(outcome.recovered()).isPositive();
        assertThat(second.runId()).isEqualTo(first.runId());
    }

    @Test
    void shouldGiveEachJournalATagOfItsOwn() {
        FakeVenue first = new FakeVenue();
        FakeVenue second = new FakeVenue();

        run(first, () -> first.accepted() == 1);
        journal = new JournalFolder(folder.resolve("another"));
        run(second, () -> second.accepted() == 1);

        assertThat(second.runId()).isNotEqualTo(first.runId());
    }

    @Test
    void shouldCancelAndEndKilledWhenTheLatchIsSet() {
        FakeVenue venue = new FakeVenue();

        LiveSession.Outcome outcome = run(venue, () -> {
            if (venue.accepted() == 1) {
                try (ControlFile control = ControlFile.open(journal.path())) {
                    control.kill(1);
                }
            }
            return false;
        });

        assertThat(outcome.end()).isEqualTo(LiveSession.End.KILLED);
        assertThat(venue.openOrders()).isZero();
    }

    private LiveSession.Outcome run(FakeVenue venue, BooleanSupplier stop) {
        EffectiveConfig config =
                SampleConfig.of("buyer").latchedIn(folder.resolve("latch")).load(catalog);
        return new LiveSession(config, new Wiring(config.config(), catalog), journal)
                .run(
                        LiveSession.connected(venue, venue.loadInstruments(), new SystemEpochNanoClock()),
                        stop,
                        List.of());
    }
}
