package io.lockstep.launcher.testkit;

import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text of a configuration for the sample tape, changed step by step.
 *
 * @param strategies YAML of the list of strategies
 * @param feed YAML of the feed
 * @param latchFolder where the second copy of the kill latch goes
 */
public record SampleConfig(String strategies, String feed, Path latchFolder) {
    private static final String TEXT = """
            mode: paper
            accounts:
              - name: test
                venue: simulated
                balances: { USDT: 100000 }
            instruments:
              - symbol: BTCUSDT
                venue: simulated
                baseAsset: BTC
                quoteAsset: USDT
                tickSize: 0.01
                lotSize: 0.00001
                minNotional: 5
                makerFee: 0.0002
                takerFee: 0.0005
                timeframes: [10s]
            strategies:
            %s
            risk:
              instruments:
                - { symbol: BTCUSDT, maxOrderQuantity: 1000, maxOrderNotional: 5000, maxLong: 1000, maxShort: 0 }
              collarBps: 500
              maxNewPerSecond: 100
              maxNewPerMinute: 1000
              maxOpenOrders: 10
              maxDataAgeMs: 60000
            engine:
              timerIntervalMs: 5000
              checkpointEvery: 500
            feed: %s
            control: { latchFolder: '%s' }
            """;

    private static final Path LATCHES = newFolder();

    private static final String TRADING = """
              - name: trend
                type: ema-cross
                account: test
                instruments: [BTCUSDT]
                parameters: { tf: 10s, fast: %d, slow: 8, notional: 2000 }
              - name: reversion
                type: mean-reversion
                account: test
                instruments: [BTCUSDT]
                parameters: { tf: 10s, period: 10, entryZ: 1, exitZ: 0.25, stopZ: 6, notional: 1000, allowShort: false }
            """;

    /** Two strategies that ship, the first with a fast mean of so many bars. */
    public static SampleConfig trading(int fast) {
        return new SampleConfig(TRADING.formatted(fast), "{}", LATCHES);
    }

    /** Strategies without parameters, each named as its type. */
    public static SampleConfig of(String... types) {
        StringBuilder list = new StringBuilder();
        for (String type : types) {
            list.append("  - { name: %1$s, type: %1$s, account: test, instruments: [BTCUSDT] }%n".formatted(type));
        }
        return new SampleConfig(list.toString(), "{}", LATCHES);
    }

    /** The same, playing a tape at a speed. */
    public SampleConfig playing(Path tape, String speed) {
        return new SampleConfig(strategies, "{ tapes: ['" + tape + "'], speed: " + speed + " }", latchFolder);
    }

    /** The same, with a latch folder of its own: for tests that kill, whose latch must not stop others. */
    public SampleConfig latchedIn(Path folder) {
        return new SampleConfig(strategies, feed, folder);
    }

    /** The file's text. */
    public String text() {
        return TEXT.formatted(strategies, feed, latchFolder);
    }

    /** The checked configuration. */
    public EffectiveConfig load(StrategyCatalog catalog) {
        return new ConfigLoader(catalog).parse(text(), "sample");
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("lockstep-latch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
