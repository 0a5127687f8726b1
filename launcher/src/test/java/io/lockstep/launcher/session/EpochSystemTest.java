package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.replay.Divergence;
import io.lockstep.engine.replay.HandlerFailure;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession.Outcome;
import io.lockstep.launcher.session.epoch.EpochChange;
import io.lockstep.launcher.session.epoch.UnprovenEpochException;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.recovery.QuarantinedInputException;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that go on in a new epoch: nothing that was sent is decided again, nothing that was true is lost. */
class EpochSystemTest {
    private static final int SECONDS = 1_000;
    private static final BooleanSupplier NEVER = () -> false;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StrategyCatalog buying = catalog(EpochSystemTest::buyer);
    private final StrategyCatalog silent = catalog(ScriptedStrategy::new);

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
    void shouldGoOnInANewEpochWithWhatWasTrueWhenTheConfigurationChanges() throws IOException {
        Outcome first = run(SampleConfig.of("buyer"), buying, after(400));
        Outcome second = run(SampleConfig.of("buyer", "other"), buying, after(800));
        Outcome third = run(SampleConfig.of("buyer", "other"), buying, NEVER);

        assertThat(first.result().statistics().fills()).isEqualTo(1);
        assertThat(second.result().statistics().orders()).isZero();
        assertThat(third.result().statistics().orders()).isZero();
        assertThat(records("carriedPosition", "inputs"))
                .extracting(
                        each -> each.path("strategyId").asInt(-1),
                        each -> each.get("quantity").asText())
                .contains(tuple(1, "1"), tuple(-1, "1"));
        assertThat(records("epochOpening", "inputs").get(0).get("reason").asText())
                .isEqualTo("CONFIGURATION");
        assertThat(records("epochOpening", "inputs").get(0).get("proven").asInt())
                .isEqualTo(1);
        assertThat(epochs(buying)).containsExactly("MATCH", "MATCH");
        assertSound();
        assertThat(third.result().decisions())
                .isGreaterThanOrEqualTo(second.result().decisions());
    }

    @Test
    void shouldWarmStrategiesUpWithRecordedMarketDataInWhichTheyDoNotAct() throws IOException {
        run(SampleConfig.trading(3), Strategies.shipped(), after(600));

        run(SampleConfig.trading(4), Strategies.shipped(), NEVER);

        JsonNode opened = records("epochOpened", "inputs").get(0);
        assertThat(opened.get("warmUp").asLong()).isEqualTo(600);
        assertThat(records("orderCommand", "decisions"))
                .allSatisfy(each -> assertThat(each.get("causeSequence").asLong())
                        .isGreaterThan(opened.get("sequence").asLong()));
        assertThat(epochs(Strategies.shipped())).containsExactly("MATCH", "MATCH");
    }

    @Test
    void shouldRefuseWhatAnotherBuildRecordedAndThisOneCannotProve() throws IOException {
        run(SampleConfig.of("buyer"), buying, after(400));
        EffectiveConfig config = SampleConfig.of("buyer").load(silent);
        EpochChange change = new EpochChange(journal, config, new Wiring(config.config(), silent), "other");

        assertThatThrownBy(() -> change.openIfNeeded(false))
                .isInstanceOf(UnprovenEpochException.class)
                .hasMessageContaining("replay diverged")
                .hasMessageContaining("journal epoch");
        assertThat(journal.epochs()).hasSize(1);

        LiveSession.openEpoch(journal, SampleConfig.of("buyer").load(buying), buying);
        assertThat(change.openIfNeeded(false)).contains(EpochChange.Reason.BUILD);

        assertThat(journal.epochs()).hasSize(3);
        assertThat(records("carriedPosition", "inputs").get(0).get("quantity").asText())
                .isEqualTo("1");
        assertSound();
    }

    @Test
    void shouldRefuseWhenTheSameBuildDecidesOtherwise() {
        run(SampleConfig.of("buyer"), buying, after(400));
        EffectiveConfig config = SampleConfig.of("buyer").load(silent);

        assertThatThrownBy(() -> run(SampleConfig.of("buyer"), silent, NEVER)).isInstanceOf(Divergence.class);
        assertThatThrownBy(() -> run(SampleConfig.of("buyer", "other"), silent, NEVER))
                .isInstanceOf(Divergence.class);
        assertThatThrownBy(() -> session(config, silent, session -> session.newEpoch(), NEVER))
                .isInstanceOf(Divergence.class);

        assertThat(journal.epochs()).hasSize(1);
        assertThat(epochs(buying)).containsExactly("MATCH");
    }

    @Test
    void shouldPassThePositionOfAStrategyThatIsGoneToNobodyWithAnAlert() throws IOException {
        run(SampleConfig.of("buyer"), buying, after(400));

        run(SampleConfig.of("other"), buying, NEVER);

        assertThat(records("carriedPosition", "inputs").get(0).get("strategyId").asInt())
                .isZero();
        assertThat(records("alert", "decisions").get(0).get("code").asText()).isEqualTo("NO_HOME_IN_EPOCH");
        assertThat(records("alert", "decisions").get(0).get("detail").asText()).contains("buyer", "BTCUSDT", "1");
    }

    @Test
    void shouldRefuseAConfigurationWithoutAnInstrumentThatIsHeldAndChangeNothing() {
        run(SampleConfig.of("buyer"), buying, after(400));
        String without = SampleConfig.of("buyer").text().replace("BTC", "ETH");
        EffectiveConfig config = new ConfigLoader(buying).parse(without, "sample");

        assertThatThrownBy(() -> session(config, buying, session -> {}, NEVER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("BTCUSDT")
                .hasMessageContaining("until it is flat");

        assertThat(journal.epochs()).hasSize(1);
        assertThat(epochs(buying)).containsExactly("MATCH");
    }

    @Test
    void shouldNeedNoOlderEpochOnceTheNextOneIsOpen() {
        EffectiveConfig config = SampleConfig.trading(3).load(Strategies.shipped());
        for (int part = 1; part <= 3; part++) {
            session(config, Strategies.shipped(), session -> session.newEpoch(), after(part * 250L));
        }
        assertSound();

        Program trimmed = Program.run("journal", "trim", "--json", "--keep-epochs", 0, "--journal", journal.path());
        Outcome last = session(config, Strategies.shipped(), session -> {}, NEVER);

        assertThat(trimmed.code()).as(trimmed.err()).isZero();
        assertThat(trimmed.json().get("deleted")).hasSize(2);
        assertThat(journal.epochs()).hasSize(1);
        assertThat(epochs(Strategies.shipped())).containsExactly("MATCH");
        assertThat(last.result().statistics().fills()).isPositive();
        assertSound();
    }

    @Test
    void shouldFindAnEpochThatIsMissingBetweenTwoOthers() {
        EffectiveConfig config = SampleConfig.trading(3).load(Strategies.shipped());
        for (int part = 1; part <= 3; part++) {
            session(config, Strategies.shipped(), session -> session.newEpoch(), after(part * 250L));
        }
        Path second = journal.layout().ended(2);

        assertThat(second.toFile().renameTo(folder.resolve("taken").toFile())).isTrue();

        Program verify = Program.run("verify", "--json", "--journal", journal.path());
        assertThat(verify.code()).isEqualTo(3);
        assertThat(verify.json().get("reason").asText()).contains("epoch is missing");
    }

    @Test
    void shouldOpenANewEpochWhenTheCurrentOneIsLong() {
        String text = SampleConfig.trading(3).text() + "journal: { epochRecords: 300, keepEpochs: 1 }\n";
        EffectiveConfig config = new ConfigLoader(Strategies.shipped()).parse(text, "sample");

        for (int part = 1; part <= 6; part++) {
            session(config, Strategies.shipped(), session -> {}, after(150));
        }

        assertThat(journal.layout().ended()).containsExactly(2);
        assertThat(epochs(Strategies.shipped())).containsExactly("MATCH", "MATCH");
    }

    @Test
    void shouldPlayEachRecordedTradeOnceWhenABacktestReadsSeveralEpochs() throws IOException {
        run(SampleConfig.trading(3), Strategies.shipped(), after(400));
        run(SampleConfig.trading(4), Strategies.shipped(), NEVER);
        Path config = Files.writeString(
                folder.resolve("b.yaml"), SampleConfig.trading(5).text());

        Program fromJournal =
                Program.run("backtest", "--json", "--no-journal", "--config", config, "--from-journal", journal.path());
        long opened = records("epochOpened", "inputs").get(0).get("sequence").asLong();
        long live = records("trade", "inputs").stream()
                .filter(each -> each.get("sequence").asLong() > opened)
                .count();
        long before = Program.run("journal", "print", "--journal", journal.path(), "--epoch", 1, "--type", "trade")
                .out()
                .lines()
                .count();

        assertThat(fromJournal.code()).as(fromJournal.err()).isZero();
        assertThat(fromJournal.json().at("/inputsByType/trade").asLong()).isEqualTo(before + live);
    }

    @Test
    void shouldStopTryingAfterThreeStartsThatFailOnOneInputAndGoOnInANewEpoch() {
        StrategyCatalog failing = catalog(() -> new FailingIndicator(200));
        SampleConfig sample = SampleConfig.of("buyer");
        EffectiveConfig config = sample.load(failing);
        assertThatThrownBy(() -> session(config, failing, session -> {}, NEVER))
                .hasMessageContaining("a handler failed");

        for (int start = 1; start <= 3; start++) {
            assertThatThrownBy(() -> session(config, failing, session -> {}, NEVER))
                    .isInstanceOf(HandlerFailure.class);
        }
        assertThatThrownBy(() -> session(config, failing, session -> {}, NEVER))
                .isInstanceOf(QuarantinedInputException.class)
                .hasMessageContaining("--new-epoch");
        StrategyCatalog mended = catalog(() -> new FailingIndicator(Integer.MAX_VALUE));
        Outcome after = session(config, mended, session -> session.newEpoch(), NEVER);

        assertThat(after.end()).isEqualTo(LiveSession.End.FINISHED);
        assertThat(journal.path().resolve("failed-starts")).doesNotExist();
    }

    @Test
    void shouldSayWhetherTheStateHoldsAndStartNothing() throws IOException {
        Outcome run = run(SampleConfig.trading(3), Strategies.shipped(), after(400));
        Path same = Files.writeString(
                folder.resolve("a.yaml"), SampleConfig.trading(3).text());
        Path other = Files.writeString(
                folder.resolve("b.yaml"), SampleConfig.trading(4).text());

        Program valid = Program.run("run", "--json", "--validate-state", "--config", same, "--journal", journal.path());
        Program changed =
                Program.run("run", "--json", "--validate-state", "--config", other, "--journal", journal.path());

        assertThat(valid.code()).as(valid.err()).isZero();
        assertThat(valid.json().get("replay").asText()).isEqualTo("MATCH");
        assertThat(Long.parseUnsignedLong(valid.json().get("stateHash").asText(), 16))
                .isEqualTo(run.result().stateHash());
        assertThat(valid.json().get("startOpensEpoch").asText()).isEqualTo("none");
        assertThat(changed.json().get("startOpensEpoch").asText()).isEqualTo("CONFIGURATION");
        assertThat(RecordedRuns.all(journal)).hasSize(1);
    }

    @Test
    void shouldFinishAChangeOfEpochsThatWasCutShort() throws IOException {
        run(SampleConfig.of("buyer"), buying, after(400));
        run(SampleConfig.of("buyer", "other"), buying, after(500));
        Path next = journal.path().resolve("epochs/next");
        Files.createDirectories(next);
        Files.move(journal.decisions(), next.resolve("decisions"));
        Files.writeString(next.resolve("ready"), "1");

        assertThat(epochs(buying)).containsExactly("MATCH", "MATCH");

        assertThat(next).doesNotExist();
        assertSound();
    }

    private List<JsonNode> records(String type, String queue) throws IOException {
        Program printed = Program.run(
                "journal", "print", "--json", "--journal", journal.path(), "--queue", queue, "--type", type);
        assertThat(printed.code()).as(printed.err()).isZero();
        List<JsonNode> records = new ArrayList<>();
        for (String line : printed.out().lines().toList()) {
            records.add(JSON.readTree(line));
        }
        return records;
    }

    private List<String> epochs(StrategyCatalog catalog) {
        return new Replay(catalog)
                .runAll(journal.require(), sequence -> {}).stream()
                        .map(Replay.Outcome::word)
                        .toList();
    }

    private void assertSound() {
        Program verify = Program.run("verify", "--json", "--journal", journal.path());
        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
    }

    private Outcome run(SampleConfig sample, StrategyCatalog catalog, BooleanSupplier stop) {
        return session(sample.load(catalog), catalog, session -> {}, stop);
    }

    private Outcome session(
            EffectiveConfig config, StrategyCatalog catalog, Consumer<LiveSession> change, BooleanSupplier stop) {
        LiveSession session = new LiveSession(config, new Wiring(config.config(), catalog), journal);
        change.accept(session);
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            return session.run(LiveSession.playing(recordings, Pace.FASTEST), stop, List.of());
        }
    }

    private static BooleanSupplier after(long questions) {
        AtomicLong asked = new AtomicLong();
        return () -> asked.incrementAndGet() > questions;
    }

    private static StrategyCatalog catalog(Supplier<Strategy> buyer) {
        return Strategies.only(
                new Strategies.Type("buyer", buyer), new Strategies.Type("other", ScriptedStrategy::new));
    }

    /** Buys once, and never again while it holds something. */
    private static ScriptedStrategy buyer() {
        return new ScriptedStrategy().on("top", context -> {
            if (context.position(0).isFlat() && context.workingOrders(0) == 0) {
                context.order(0).buy(FixedPoint.ONE).market().submit("buy");
            }
        });
    }

    /** Declares an indicator that throws at a trade, which is no strategy's failure but a handler's. */
    private record FailingIndicator(int throwsAt) implements Strategy {
        @Override
        public void declare(StrategyDeclaration declaration) {
            declaration.onTrades(0, new TradeIndicator() {
                private int trades;

                @Override
                public void onTrade(long timeNs, long price, long quantity, Side aggressor) {
                    if (++trades == throwsAt) {
                        throw new IllegalStateException("trade " + trades);
                    }
                }

                @Override
                public int outputCount() {
                    return 1;
                }

                @Override
                public double output(int output) {
                    return trades;
                }
            });
        }
    }
}
