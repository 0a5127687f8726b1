package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.Threading;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.result.RunResult;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.ImportProgress;
import io.lockstep.launcher.tape.ImportRequest;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.tape.TapeImporter;
import io.lockstep.launcher.tape.format.TapeFormat;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equal tapes and configurations lead to equal decisions. */
class BacktestSystemTest {
    private static final int SECONDS = 2_500;

    /** Five threads that hand each other one event at a time are slow where there are fewer cores. */
    private static final int STAGED_SECONDS = 500;

    private static final int CAPTURE_LINES = Integer.getInteger("lockstep.captureLines", 4_000);

    private static final String SCALPING = """
            mode: paper
            accounts:
              - { name: test, venue: simulated, balances: { USDT: 100000 } }
            instruments:
              - symbol: BTCUSDT
                venue: simulated
                assetClass: perpetual
                baseAsset: BTC
                quoteAsset: USDT
                tickSize: 0.1
                lotSize: 0.001
                minNotional: 5
                makerFee: 0
                takerFee: 0
                timeframes: [1s, 5s]
            strategies:
              - { name: scalper, type: obi-scalper, account: test, instruments: [BTCUSDT] }
              - name: trend
                type: ema-cross
                account: test
                instruments: [BTCUSDT]
                parameters: { tf: 5s, fast: 3, slow: 8, notional: 2000 }
            risk:
              instruments:
                - { symbol: BTCUSDT, maxOrderQuantity: 10, maxOrderNotional: 50000, maxLong: 100, maxShort: 100 }
            """;

    private final StrategyCatalog catalog = Strategies.shipped();

    @TempDir
    private Path folder;

    @Test
    void shouldDecideTheSameWhenTheHandlersRunOnOneThreadOrOnFive() {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, STAGED_SECONDS);
        EffectiveConfig config = SampleConfig.trading(3).load(catalog);

        RunResult fused = run(config, tape, Threading.FUSED, "fused");
        RunResult again = run(config, tape, Threading.FUSED, "again");
        RunResult staged = run(config, tape, Threading.STAGED, "staged");

        assertThat(fused.statistics().fills()).isGreaterThan(10);
        assertSame(again, fused);
        assertSame(staged, fused);
    }

    @Test
    void shouldMatchWhenItsJournalIsReplayed() {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, SECONDS);
        EffectiveConfig config = SampleConfig.trading(3).load(catalog);

        RunResult result = run(config, tape, Threading.FUSED, "journal");
        Replay.Outcome replay = new Replay(catalog).run(new JournalFolder(folder.resolve("journal")), sequence -> {});

        assertThat(replay.word()).isEqualTo("MATCH");
        assertThat(replay.unrecorded()).isZero();
        assertThat(replay.result()).isNotNull();
        assertSame(replay.result(), result);
    }

    @Test
    void shouldDecideOtherwiseWhenAParameterOrTheMarketIsAnother() {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, SECONDS);
        Path other = SampleTape.write(folder.resolve("other"), SampleTape.SEED + 1, SECONDS);
        EffectiveConfig config = SampleConfig.trading(3).load(catalog);

        RunResult result = run(config, tape, Threading.FUSED, "first");
        RunResult slower = run(SampleConfig.trading(5).load(catalog), tape, Threading.FUSED, "slower");
        RunResult elsewhere = run(config, other, Threading.FUSED, "elsewhere");

        assertThat(slower.decisionHash()).isNotEqualTo(result.decisionHash());
        assertThat(elsewhere.decisionHash()).isNotEqualTo(result.decisionHash());
    }

    @Test
    void shouldDecideTheSameOverTheMarketDataOfItsOwnJournal() {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, SECONDS);
        EffectiveConfig config = SampleConfig.trading(3).load(catalog);

        RunResult result = run(config, tape, Threading.FUSED, "journal");
        RunResult again = run(config, folder.resolve("journal").resolve("inputs"), Threading.FUSED, "again");

        assertSame(again, result);
    }

    @Test
    void shouldDecideTheSameOverARealFuturesCaptureFusedAndStaged() throws IOException {
        Path capture = SharedData.file("data/binance/hftbacktest/examples_usdm_btcusdt_20240808.gz");
        Path tape = folder.resolve("tape");
        Path part = firstLines(capture, CAPTURE_LINES);
        new TapeImporter(ImportRequest.of(TapeFormat.BINANCE_CAPTURE, List.of(part), null), ImportProgress.NONE)
                .run(tape);
        EffectiveConfig config = new ConfigLoader(catalog).parse(SCALPING, "scalping");

        RunResult fused = run(config, tape, Threading.FUSED, "fused");
        RunResult staged = run(config, tape, Threading.STAGED, "staged");

        assertThat(fused.statistics().inputsByType()).containsKeys("topOfBook", "depth", "trade");
        assertSame(staged, fused);
    }

    /** The start of a gzipped capture as plain text; set {@code lockstep.captureLines} to play more of it. */
    private Path firstLines(Path capture, int count) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(capture));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Files.write(
                    folder.resolve("capture.txt"), lines.lines().limit(count).toList());
        }
    }

    private RunResult run(EffectiveConfig config, Path tape, Threading threading, String journal) {
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            return new Backtest(config, new Wiring(config.config(), catalog), threading)
                    .run(recordings, new JournalFolder(folder.resolve(journal)), timeNs -> {});
        }
    }

    private static void assertSame(RunResult actual, RunResult expected) {
        assertThat(actual.decisionHash()).isEqualTo(expected.decisionHash());
        assertThat(actual.stateHash()).isEqualTo(expected.stateHash());
        assertThat(actual.decisions()).isEqualTo(expected.decisions());
    }
}
