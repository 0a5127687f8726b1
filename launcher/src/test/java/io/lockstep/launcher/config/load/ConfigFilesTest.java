package io.lockstep.launcher.config.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.sbe.RunMode;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.testkit.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in {@code config/} are what users begin with: each must load as it stands. */
class ConfigFilesTest {
    /** Files of other kinds, each loaded by the test of what reads it. */
    private static final Set<String> NO_ENGINE = Set.of("simulator.yaml", "demo-venue.yaml", "scenario.yaml");

    private static final Path FOLDER = ChildProgram.repository().resolve("config");

    private final ConfigLoader loader;

    ConfigFilesTest() throws IOException {
        loader = new ConfigLoader(StrategyCatalog.load(null));
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !NO_ENGINE.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldLoad(Path file) throws IOException {
        LockstepConfig config = loader.load(file).config();

        assertThat(config.strategies()).isNotEmpty();
        assertThat(config.risk().missingFor(config.mode())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxGross: 500",
                "maxNet: 500",
                "maxDailyLoss: 20",
                "maxConcentrationPercent: 50",
                "maxTradesPerDay: 40",
                "alertAckMs: 60000"
            })
    void shouldRefuseLiveModeWithoutALimitAndNameIt(String line) throws IOException {
        String text = text("binance-live.yaml").replaceFirst(" {2}" + line + ".*", "");

        assertThatThrownBy(() -> loader.parse(text, "test"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(line.substring(0, line.indexOf(':')))
                .hasMessageContaining("live mode does not start without this limit");
    }

    @Test
    void shouldDifferFromPaperByConfigurationAlone() throws IOException {
        LockstepConfig paper = loader.load(FOLDER.resolve("binance-paper.yaml")).config();
        LockstepConfig testnet =
                loader.load(FOLDER.resolve("binance-testnet.yaml")).config();
        LockstepConfig live = loader.load(FOLDER.resolve("binance-live.yaml")).config();

        assertThat(testnet.instruments()).isEqualTo(paper.instruments());
        assertThat(testnet.mode()).isEqualTo(RunMode.PAPER);
        assertThat(live.mode()).isEqualTo(RunMode.LIVE);
        assertThat(Stream.of(paper, testnet, live))
                .allSatisfy(config -> assertThat(config.connectedAccounts()).hasSize(2));
    }

    @Test
    void shouldSendNothingInShadowMode() throws IOException {
        LockstepConfig shadow =
                loader.load(FOLDER.resolve("binance-shadow.yaml")).config();

        assertThat(shadow.connectedAccounts()).isEmpty();
        assertThat(shadow.venues().isConnected()).isTrue();
    }

    private static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
