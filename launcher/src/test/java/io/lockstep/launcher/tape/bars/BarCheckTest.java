package io.lockstep.launcher.tape.bars;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.launcher.SharedData;
import io.lockstep.launcher.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lockstep inspect --check-bars}: every difference from a data set's bars has a reason, or the command says that it has none. */
class BarCheckTest {
    @TempDir
    private Path folder;

    @Test
    void shouldExplainEveryMinuteOfARealDay() {
        Path ticks = imported("ticks", SharedData.require("us-equities/lean/equity/usa/tick/spy/20131007_trade.zip"));
        Path bars = imported("bars", SharedData.require("us-equities/lean/equity/usa/minute/spy/20131007_trade.zip"));

        Program checked = Program.run("inspect", "--json", ticks, "--check-bars", bars);

        assertThat(checked.code()).isZero();
        assertThat(classes(checked))
                .isEqualTo(Map.of(
                        "equal", 714L,
                        "sweeps-move-no-price", 100L,
                        "volume-only-moves-prices", 11L,
                        "auction-elsewhere", 3L));
        JsonNode row = checked.json().get("bars").get(0);
        assertThat(row.get("compared").asLong()).isEqualTo(828);
        assertThat(row.get("volume").asLong()).isEqualTo(825);
    }

    /** Two trades of a quiet minute, a sweep above them and an average-price print below; then the minute after. */
    private static final String[] TICKS = {
        "%1$d,1836000,100,P,1,0",
        "%2$d,1836500,200,P,1,0",
        "%2$d,1837000,100,P,20,0",
        "%2$d,1830000,500,D,100000,0",
        "%3$d,1836500,100,P,1,0"
    };

    private static final String NEXT = ",1836500,1836500,1836500,1836500,100";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
    34200000 | 1836000,1837000,1836000,1837000,900  | equal                    | 0
    34200000 | 1836000,1836500,1836000,1836500,900  | sweeps-move-no-price     | 0
    57600000 | 1836000,1837000,1830000,1830000,900  | volume-only-moves-prices | 0
    34200000 | 1836000,1837000,1836000,1837000,1900 | ticks-missing            | 3
    34200000 | 1836000,1837000,1836000,1836900,900  | unexplained              | 3
    34200000 | 1836000,1837000,1836000,1837000,800  | unexplained              | 3
    57600000 | 1836000,1836500,1836000,1836500,900  | unexplained              | 3
    """)
    void shouldFindTheRuleByWhichABarDiffers(int startMs, String bar, String expected, int code) throws IOException {
        String[] rows = Arrays.stream(TICKS)
                .map(row -> row.formatted(startMs, startMs + 1_000, startMs + 60_000))
                .toArray(String[]::new);

        Program checked = check(ticks(rows), startMs + "," + bar, (startMs + 60_000) + NEXT);

        Map<String, Long> counts = new TreeMap<>(Map.of("equal", 1L));
        counts.merge(expected, 1L, Long::sum);
        assertThat(classes(checked)).isEqualTo(counts);
        assertThat(checked.code()).isEqualTo(code);
    }

    @Test
    void shouldExplainAnAuctionCountedInTheMinuteBefore() throws IOException {
        Path ticks = ticks("57540000,1836000,100,P,1,0", "57600700,1836700,900,P,80,0", "57601000,1836500,100,P,1,0");

        Program checked = check(ticks, "57540000,1836000,1836700,1836000,1836700,1000", "57600000" + NEXT);

        assertThat(classes(checked)).isEqualTo(Map.of("auction-elsewhere", 2L));
        assertThat(checked.code()).isZero();
    }

    @Test
    void shouldMissBarsAndTicksBetweenTheFirstAndTheLast() throws IOException {
        Path ticks = ticks("34260000,1836500,100,P,1,0", "34320000,1836500,100,P,1,0", "34440000,1836500,100,P,1,0");

        Program checked = check(ticks, "34200000" + NEXT, "34260000" + NEXT, "34380000" + NEXT, "34440000" + NEXT);

        assertThat(classes(checked)).isEqualTo(Map.of("equal", 2L, "bar-missing", 1L, "ticks-missing", 1L));
        assertThat(checked.json().get("bars").get(0).get("outside").asLong()).isEqualTo(1);
        assertThat(checked.code()).isEqualTo(3);
    }

    @Test
    void shouldRefuseTapesWithNoSymbolInCommon() throws IOException {
        Path bars = imported("bars", lean("20131007_spy_minute_trade.csv", "34200000" + NEXT));

        Program refused = Program.run("inspect", ticks("34260000,1836500,100,P,1,0"), "--check-bars", bars);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("no symbol has both trades");
    }

    private Path ticks(String... rows) throws IOException {
        return imported("ticks", lean("20131007_ibm_Trade_Tick.csv", rows));
    }

    private Program check(Path ticks, String... rows) throws IOException {
        return Program.run(
                "inspect",
                "--json",
                ticks,
                "--check-bars",
                imported("bars", lean("20131007_ibm_minute_trade.csv", rows)));
    }

    private Path lean(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", rows) + "\n");
    }

    private Path imported(String name, Path file) {
        Path tape = folder.resolve(name);
        assertThat(Program.run("import", "--format", "lean", "--out", tape, file)
                        .code())
                .isZero();
        return tape;
    }

    private static Map<String, Long> classes(Program checked) {
        Map<String, Long> classes = new TreeMap<>();
        checked.json()
                .get("barClasses")
                .forEach(row ->
                        classes.put(row.get("class").asText(), row.get("bars").asLong()));
        return classes;
    }
}
