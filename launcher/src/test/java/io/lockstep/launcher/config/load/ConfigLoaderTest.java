package io.lockstep.launcher.config.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.plugin.StrategyCatalog;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
    static final String GOOD = """
            mode: paper
            accounts:
              - {name: main, venue: simulated, balances: {USD: 100000}}
            instruments:
              - {symbol: BTCUSD, venue: simulated, baseAsset: BTC, quoteAsset: USD, tickSize: 0.01, lotSize: 0.0001, timeframes: [1m]}
            strategies:
              - {name: first, type: bars, account: main, instruments: [BTCUSD]}
            risk:
              instruments:
                - {symbol: BTCUSD, maxOrderQuantity: 1, maxOrderNotional: 50000, maxLong: 2}
            """;

    private final ConfigLoader loader = new ConfigLoader(StrategyCatalog.of(List.of(new BarsFactory())));

    @Test
    void shouldFillInEveryDefault() {
        EffectiveConfig config = loader.parse(GOOD, "good.yaml");

        assertThat(config.config().instruments().get(0).minQuantity()).isEqualTo(10_000L);
        assertThat(config.config().feed().speed()).isEqualTo("max");
        assertThat(config.config().strategies().get(0).parameters())
                .containsEntry("length", new BigDecimal("20"))
                .containsEntry("timeframe", "1m")
                .containsEntry("reverse", false);
    }

    @Test
    void shouldReadItsOwnTextBackToTheSameHash() {
        EffectiveConfig config = loader.parse(GOOD, "good.yaml");

        EffectiveConfig again = loader.parse(config.text(), "journal");

        assertThat(again.text()).isEqualTo(config.text());
        assertThat(again.sha256Hex()).isEqualTo(config.sha256Hex()).hasSize(64);
        assertThat(again.config()).isEqualTo(config.config());
    }

    @Test
    void shouldHashWhatIsMeantRatherThanHowItIsWritten() {
        String other =
                GOOD.replace("mode: paper\n", "").replace("maxLong: 2", "maxLong: 2.00") + "mode: paper # last\n";

        assertThat(loader.parse(other, "other.yaml").sha256Hex())
                .isEqualTo(loader.parse(GOOD, "good.yaml").sha256Hex());
        assertThat(loader.parse(GOOD.replace("maxLong: 2", "maxLong: 3"), "other.yaml")
                        .sha256Hex())
                .isNotEqualTo(loader.parse(GOOD, "good.yaml").sha256Hex());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    account: main, i    | account: other, i         | strategies[0].account=other: no such account; defined: [main]
                    instruments: [BTCUSD]}  | instruments: [ETHUSD]}    | strategies[0].instruments[0]=ETHUSD: no such instrument; defined: [simulated:BTCUSD]
                    instruments: [BTCUSD]}  | instruments: []}          | strategies[0].instruments: zero subscriptions
                    type: bars          | type: none                | strategies[0].type=none: no such kind of strategy; found: [bars]
                    [BTCUSD]}           | [BTCUSD], parameters: {length: 0}} | strategies[0].parameters.length=0: must be from 1 to 200
                    [BTCUSD]}           | [BTCUSD], parameters: {lenght: 9}} | strategies[0].parameters.lenght: unknown key
                    [BTCUSD]}           | [BTCUSD], parameters: {timeframe: 5m}} | strategies[0]: asks for bars the instrument does not list: timeframe=5m
                    timeframes: [1m]    | timeframes: [7m]          | instruments[0] (line 5, column 5): no such timeframe: 7m
                    timeframes: [1m]    | timeframes: [1m, 1m]      | instruments[0] (line 5, column 5): must not repeat
                    symbol: BTCUSD, v   | symbol: btcusd, v         | instruments[0] (line 5, column 5): must be upper case letters
                    {name: main, venue: simulated | {name: main, venue: alpaca | strategies[0].instruments[0]=simulated:BTCUSD: trades on another venue
                    symbol: BTCUSD, max | symbol: ETHUSD, max       | risk.instruments[0].symbol=ETHUSD: no such instrument
                    mode: paper         | feed: {speed: 0x}         | mode (line 1, column 1): is missing
                    """)
    void shouldRefuseReferencesThatLeadNowhere(String good, String bad, String fault) {
        ConfigurationException refused = refuse(GOOD.replace(good, bad));

        assertThat(refused.faults())
                .anySatisfy(found -> assertThat(found.toString()).startsWith(fault));
    }

    @Test
    void shouldRefuseAConfigurationWithNothingToDo() {
        ConfigurationException refused =
                refuse("{mode: paper, accounts: [], instruments: [], strategies: [], risk: {instruments: []}}");

        assertThat(refused.getMessage())
                .startsWith("file.yaml: 3 faults\n")
                .contains("instruments: zero subscriptions", "strategies: zero strategies", "accounts: zero accounts");
    }

    @Test
    void shouldRefuseAmbiguousAndRepeatedNames() {
        String twoVenues = GOOD.replace(
                "instruments:\n  - {symbol",
                "instruments:\n  - {symbol: BTCUSD, venue: alpaca, baseAsset: BTC, quoteAsset: USD, tickSize: 1, lotSize: 1}\n  - {symbol");
        String twoAccounts = GOOD.replace("accounts:\n", "accounts:\n  - {name: main, venue: simulated}\n");

        assertThat(refuse(twoVenues).getMessage())
                .contains("means several instruments; write one of [alpaca:BTCUSD, simulated:BTCUSD]");
        assertThat(refuse(twoAccounts).getMessage()).contains("accounts[1].name=main: must be unique");
    }

    @Test
    void shouldRefuseATradedInstrumentWithoutLimits() {
        String unlimited = GOOD.replace(
                        "    - {symbol: BTCUSD, maxOrderQuantity: 1, maxOrderNotional: 50000, maxLong: 2}\n", "")
                .replace("  instruments:\n", "  instruments: []\n");

        assertThat(refuse(unlimited).getMessage())
                .contains("risk.instruments: limits are missing for a traded instrument: simulated:BTCUSD");
    }

    @Test
    void shouldMaskWhatLooksLikeASecret() {
        EffectiveConfig config = loader.parse(
                GOOD.replace("[BTCUSD]}", "[BTCUSD], parameters: {length: 5, apiToken: hunter2, keyFile: keys.txt}}"),
                "good.yaml");

        assertThat(config.text())
                .contains("apiToken: \"***\"")
                .doesNotContain("hunter2")
                .contains("keyFile: \"keys.txt\"");
    }

    @Test
    void shouldRefuseAFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});

        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, () -> loader.load(file));

        assertThat(refused).hasMessageContaining("not UTF-8");
    }

    private ConfigurationException refuse(String yaml) {
        return catchThrowableOfType(ConfigurationException.class, () -> loader.parse(yaml, "file.yaml"));
    }

    /** Asks for bars of a timeframe. */
    private static final class BarsFactory implements StrategyFactory {
        @Override
        public String type() {
            return "bars";
        }

        @Override
        public String description() {
            return "Asks for bars.";
        }

        @Override
        public Strategy create(StrategyParameters parameters) {
            parameters.integer("length", 20, 1, 200);
            parameters.flag("reverse", false);
            parameters.text("apiToken", "");
            parameters.text("keyFile", "");
            String timeframe = parameters.text("timeframe", "1m");
            return new Strategy() {
                @Override
                public void declare(StrategyDeclaration declaration) {
                    declaration.bars(declaration.instruments().get(0), timeframe);
                }
            };
        }
    }
}
