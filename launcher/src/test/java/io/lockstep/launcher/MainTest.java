package io.lockstep.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.launcher.cli.Lockstep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The program from its command line to its exit code, in this process. */
class MainTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return new CommandLine(new Lockstep()).getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldHelpWithEveryCommandAndNameItsExitCodes(String command) {
        int code = run(command, "--help");

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("Usage: lockstep " + command)
                .contains("0   done", "1   failed", "2   bad usage", "3   divergence", "4   halted");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "--nope",
                "config",
                "import",
                "inspect",
                "inspect --nope x",
                "import --format nope --out t f"
            })
    void shouldExitWith2AndSayWhyOnBadUsage(String line) {
        int code = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("lockstep: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldExitWith1WhenAFileIsNotThere() {
        int code = run("config", "--check", folder.resolve("none.yaml").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("lockstep config: NoSuchFileException: ")
                .contains("none.yaml");
    }

    @Test
    void shouldExitWith2AndNameAllFaultsOfAConfiguration() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "{mode: papr, strategies: 5}");

        int code = run("config", "--check", file.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains("mode=papr (line 1, column 8)", "strategies=5", "accounts (line 1, column 1): is missing");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldExplainEveryKeyAsJson() throws IOException {
        assertThat(run("config", "--explain", "--json")).isZero();

        JsonNode keys = JSON.readTree(out.toString()).get("keys");
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.fieldNames())
                        .toIterable()
                        .containsExactly("key", "type", "range", "unit", "default", "help"));
    }

    @Test
    void shouldListStrategiesAsJson() throws IOException {
        assertThat(run("strategies", "--json")).isZero();

        assertThat(JSON.readTree(out.toString()).get("strategies"))
                .isNotEmpty()
                .allSatisfy(strategy -> assertThat(strategy.fieldNames())
                        .toIterable()
                        .containsExactly("type", "description", "parameters"));
    }

    @Test
    void shouldImportAndInspectUnderTheNamesScriptsRelyOn() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("t.csv"), "1385337600,800.01,0.1\n1385337613,x,1\n1385337613,800.05,0.27\n");
        String tape = folder.resolve("tape").toString();

        int imported =
                run("import", "--format", "csv-trades", "--symbol", "BTCUSD", "--out", tape, "--json", csv.toString());
        JsonNode result = JSON.readTree(out.toString());
        out.getBuffer().setLength(0);
        int inspected = run("inspect", tape, "--check-book", "--json");
        JsonNode contents = JSON.readTree(out.toString());

        assertThat(imported).isZero();
        assertThat(result.get("lines").longValue()).isEqualTo(3);
        assertThat(result.get("events").longValue()).isEqualTo(2);
        assertThat(result.get("rejected").toString()).isEqualTo("{\"not-a-number\":1}");
        assertThat(inspected).isZero();
        assertThat(contents.get("counts").toString()).isEqualTo("{\"instrumentDefinition\":1,\"trade\":2}");
        assertThat(List.of(contents.get("gaps"), contents.get("bookChecks"), contents.get("bookMatches")))
                .allSatisfy(number -> assertThat(number.longValue()).isZero());
        assertThat(contents.get("instruments").get(0).get("tickSize").decimalValue())
                .isEqualByComparingTo("0.01");
    }

    @Test
    void shouldTakeWhatIsSaidAboutTheInstrument() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), "1385337600,800,1\n");
        List<String> line =
                new ArrayList<>(List.of("import", "--format", "csv-trades", "--symbol", "XBTEUR", "--json"));
        line.addAll(List.of(
                "--base",
                "BTC",
                "--quote",
                "EUR",
                "--tick-size",
                "0.5",
                "--lot-size",
                "0.001",
                "--venue",
                "binance-spot"));
        line.addAll(List.of("--out", folder.resolve("tape").toString(), csv.toString()));

        assertThat(run(line.toArray(String[]::new))).isZero();

        assertThat(JSON.readTree(out.toString()).get("instruments").get(0).toString())
                .isEqualTo(
                        "{\"id\":0,\"symbol\":\"XBTEUR\",\"venue\":\"BINANCE_SPOT\",\"assetClass\":\"SPOT\",\"base\":\"BTC\","
                                + "\"quote\":\"EUR\",\"tickSize\":0.5,\"lotSize\":0.001}");
    }

    @Test
    void shouldExitWith1WhenNothingCouldBeImported() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), "junk\n");

        int code = run(
                "import",
                "--format",
                "csv-trades",
                "--symbol",
                "X",
                "--out",
                folder.resolve("t").toString(),
                csv.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("events       0", "missing-field  1");
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
