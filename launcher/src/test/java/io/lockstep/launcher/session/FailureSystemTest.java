package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.journal.JournalVerifier;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is thrown inside a session: a strategy's fault stops that strategy, any other stops the session, none is silent. */
class FailureSystemTest {
    @TempDir
    private Path folder;

    private Path tape;
    private JournalFolder journal;

    @BeforeEach
    void writeTape() {
        tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 200);
        journal = new JournalFolder(folder.resolve("journal"));
    }

    @Test
    void shouldStopOnlyTheStrategyThatThrew() {
        ScriptedStrategy faulty = new ScriptedStrategy().once("trade", context -> {
            throw new IllegalStateException("a bug in a strategy");
        });
        ScriptedStrategy sound = new ScriptedStrategy();
        StrategyCatalog catalog =
                Strategies.only(new Strategies.Type("faulty", () -> faulty), new Strategies.Type("sound", () -> sound));

        LiveSession.Outcome outcome = run(catalog, SampleConfig.of("faulty", "sound"), List.of());

        assertThat(outcome.end()).isEqualTo(LiveSession.End.FINISHED);
        assertThat(faulty.calls()).filteredOn(call -> call.startsWith("trade")).hasSize(1);
        assertThat(sound.calls()).filteredOn(call -> call.startsWith("trade")).hasSize(200);
        assertThat(JournalText.of(journal).alerts()).singleElement().asString().contains("a bug in a strategy");
        assertThat(outcome.result().statistics().decisionsByType()).containsEntry("tradingState", 1L);
    }

    @Test
    void shouldEndTheSessionWhenAnyOtherHandlerThrows() {
        StrategyCatalog catalog = Strategies.only(new Strategies.Type(
                "buyer",
                () -> new ScriptedStrategy()
                        .once(
                                "trade",
                                context -> context.order(0)
                                        .buy(FixedPoint.ONE / 10)
                                        .market()
                                        .submit("test"))));
        OrderGateway broken = command -> {
            throw new IllegalStateException("a bug in the last handler");
        };

        assertThatThrownBy(() -> run(catalog, SampleConfig.of("buyer"), broken))
                .hasMessageContaining("a handler failed: sequence=")
                .hasRootCauseMessage("a bug in the last handler");
        assertThat(JournalVerifier.verify(journal.decisions()).records())
                .as("the decision was journaled before it was to leave")
                .isEqualTo(1);
    }

    private void run(StrategyCatalog catalog, SampleConfig sample, OrderGateway orders) {
        EffectiveConfig config = sample.load(catalog);
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            SessionMarket.Opener tapes = LiveSession.playing(recordings, Pace.FASTEST);
            new LiveSession(config, new Wiring(config.config(), catalog), journal)
                    .run(start -> new Redirected(tapes.open(start), orders), () -> false, List.of());
        }
    }

    /** A market whose orders go elsewhere. */
    private record Redirected(SessionMarket market, OrderGateway orders) implements SessionMarket {
        @Override
        public void begin(EventPublisher publisher) {
            market.begin(publisher);
        }

        @Override
        public LiveSession.End play(Supplier<LiveSession.@Nullable End> endNow) {
            return market.play(endNow);
        }

        @Override
        public void finish(LiveSession.End end) {
            market.finish(end);
        }
    }

    private LiveSession.Outcome run(StrategyCatalog catalog, SampleConfig sample, List<EngineListener> watchers) {
        EffectiveConfig config = sample.load(catalog);
        LiveSession session = new LiveSession(config, new Wiring(config.config(), catalog), journal);
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            return session.run(LiveSession.playing(recordings, Pace.FASTEST), () -> false, watchers);
        }
    }
}
