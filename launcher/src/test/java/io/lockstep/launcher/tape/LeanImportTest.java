package io.lockstep.launcher.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.SharedData;
import io.lockstep.launcher.tape.format.TapeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeanImportTest {
    @TempDir
    private Path folder;

    @Test
    void shouldMarkTickTradesThatMustNotMoveABar() throws IOException {
        write("20131007_ibm_Trade_Tick.csv", """
                34200000,1836300,100,P,20,0
                34200001,1836350,7,D,100000,0
                34200002,1836400,5,N,1000000,1
                57600000,1836500,100,P,2000,0
                """);

        run("20131007_ibm_Trade_Tick.csv");

        assertThat(story())
                .containsExactly(
                        "2013-10-07T13:30:00Z define 0 SIMULATED IBM IBM/USD tick 0.001 lot 1",
                        "2013-10-07T13:30:00Z trade 0 NONE 100 @ 183.63 id none sweep",
                        "2013-10-07T13:30:00.001Z trade 0 NONE 7 @ 183.635 id none noHighLow,noOpenClose",
                        "2013-10-07T13:30:00.002Z trade 0 NONE 5 @ 183.64 id none noHighLow,noOpenClose,noVolume,suspicious",
                        "2013-10-07T20:00:00Z trade 0 NONE 100 @ 183.65 id none extendedHours");
    }

    @Test
    void shouldFormTheBestQuoteOverExchanges() throws IOException {
        write("20131007_ibm_Quote_Tick.csv", """
                34200000,1836000,300,0,0,P,1,0
                34200001,0,0,1837000,200,P,1,0
                34200002,1836100,100,0,0,Q,1,0
                34200003,1836100,400,0,0,Z,1,0
                34200004,1835000,100,0,0,P,1,0
                34200005,1836100,0,0,0,Q,1,0
                34200006,1830000,100,0,0,Z,1,1
                """);

        ImportResult result = run("20131007_ibm_Quote_Tick.csv");

        assertThat(story().subList(1, 6))
                .containsExactly(
                        "2013-10-07T13:30:00Z quote 0 300 @ 183.6 / 0 @ 0",
                        "2013-10-07T13:30:00.001Z quote 0 300 @ 183.6 / 200 @ 183.7",
                        "2013-10-07T13:30:00.002Z quote 0 100 @ 183.61 / 200 @ 183.7",
                        "2013-10-07T13:30:00.003Z quote 0 500 @ 183.61 / 200 @ 183.7",
                        "2013-10-07T13:30:00.005Z quote 0 400 @ 183.61 / 200 @ 183.7");
        assertThat(result.skipped()).isEqualTo(Map.of("unchanged-quote", 1L, "suspicious-quote", 1L));
    }

    @Test
    void shouldShowBarsAndTheirQuotesAtTheirEnd() throws IOException {
        write("20131007_spy_minute_trade.csv", "34200000,1674100,1674900,1672500,1672700,3197\n");
        write("20131007_spy_minute_quote.csv", "34200000,1672700,1672700,1671500,1672500,300,,,,,\n");

        run("20131007_spy_minute_trade.csv", "20131007_spy_minute_quote.csv");

        assertThat(story().subList(1, 3))
                .containsExactly(
                        "2013-10-07T13:31:00Z bar 0 60s from 2013-10-07T13:30:00Z 167.41 167.49 167.25 167.27 x 3197",
                        "2013-10-07T13:31:00Z quote 0 300 @ 167.25 / 0 @ 0");
    }

    @Test
    void shouldEndDailyBarsAtMidnightOnBothSidesOfAClockChange() throws IOException {
        write("shy.csv", """
                20080307 00:00,800000,801000,799000,800000,100
                20080310 00:00,800000,801000,799000,800000,100
                """);

        run("shy.csv");

        assertThat(story().subList(1, 3))
                .containsExactly(
                        "2008-03-08T05:00:00Z bar 0 86400s from 2008-03-07T05:00:00Z 80 80.1 79.9 80 x 100",
                        "2008-03-11T04:00:00Z bar 0 86400s from 2008-03-10T04:00:00Z 80 80.1 79.9 80 x 100");
    }

    @ParameterizedTest
    @CsvSource({
        "tick/ibm/20131007_trade.zip, 24293, trade",
        "second/spy/20131007_trade.zip, 16675, bar",
        "minute/spy/20131007_trade.zip, 828, bar",
        "minute/spy/20230803_quote.zip, 961, topOfBook",
        "minute/goog/20151224_trade.zip, 227, bar",
        "daily/aapl.zip, 5849, bar"
    })
    void shouldImportRealFilesWholly(String file, long lines, String type) throws IOException {
        Path zip = SharedData.require("us-equities/lean/equity/usa/" + file);

        ImportResult result = new TapeImporter(
                        ImportRequest.of(TapeFormat.LEAN, List.of(zip), null), ImportProgress.NONE)
                .run(folder.resolve("tape"));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.lines()).isEqualTo(lines);
        assertThat(result.counts()).containsEntry(type, lines);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private ImportResult run(String... names) throws IOException {
        List<Path> files = List.of(names).stream().map(folder::resolve).toList();
        return new TapeImporter(ImportRequest.of(TapeFormat.LEAN, files, null), ImportProgress.NONE)
                .run(folder.resolve("tape"));
    }

    private List<String> story() {
        return RecordText.read(folder.resolve("tape"));
    }
}
