package io.lockstep.launcher.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.launcher.tape.format.TapeFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small made-up files of each archive format, through the whole import. */
class ArchiveImportTest {
    @TempDir
    private Path folder;

    @Test
    void shouldImportSpotTradesWithoutHeaderInMilliseconds() throws IOException {
        Path file = write("BTCUSDT-trades-2024-08-08.csv", """
                3735683259,61837.63000000,0.02000000,1236.75,1723161255342,True,True
                3735683260,61837.64000000,0.00100000,61.83,1723161255400,False,True
                """);

        importAll(TapeFormat.BINANCE_TRADES, null, file);

        assertThat(RecordText.read(tape()))
                .containsExactly(
                        "2024-08-08T23:54:15.342Z define 0 BINANCE_SPOT BTCUSDT BTC/USDT tick 0.01 lot 0.001",
                        "2024-08-08T23:54:15.342Z trade 0 SELL 0.02 @ 61837.63 id 3735683259",
                        "2024-08-08T23:54:15.400Z trade 0 BUY 0.001 @ 61837.64 id 3735683260");
    }

    @Test
    void shouldImportFuturesTradesWithHeaderFromAZipInMicroseconds() throws IOException {
        Path file = zip("anything.zip", "ETHUSDC-trades-2025-01-01.csv", """
                id,price,qty,quote_qty,time,is_buyer_maker
                7,3300.5,1.2,3960.6,1735689600123456,false
                """);

        ImportResult result = importAll(TapeFormat.BINANCE_TRADES, null, file);

        assertThat(result.skipped()).isEqualTo(Map.of("header", 1L));
        assertThat(RecordText.read(tape()).get(1))
                .isEqualTo("2025-01-01T00:00:00.123456Z trade 0 BUY 1.2 @ 3300.5 id 7");
    }

    @Test
    void shouldImportAggregateTrades() throws IOException {
        Path file = write("BTCUSDT-aggTrades-2024-08-08.csv", """
                agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker
                1,61800.1,0.5,100,104,1723161255342,true
                """);

        importAll(TapeFormat.BINANCE_AGG_TRADES, null, file);

        assertThat(RecordText.read(tape()).get(1))
                .isEqualTo("2024-08-08T23:54:15.342Z trade 0 SELL 0.5 @ 61800.1 id 100-104");
    }

    @Test
    void shouldImportKlinesKnownOnlyWhenTheyEnd() throws IOException {
        Path file = write("BTCUSDT-5m-2025-01.csv", """
                1735689600000000,93576.0,93610.9,93537.5,93610.9,8.2,1735689899999999,766000.1,2631,4.4,413000.2,0
                """);

        importAll(TapeFormat.BINANCE_KLINES, null, file);

        assertThat(RecordText.read(tape()).get(1))
                .isEqualTo(
                        "2025-01-01T00:05:00Z bar 0 300s from 2025-01-01T00:00:00Z 93576 93610.9 93537.5 93610.9 x 8.2");
    }

    @Test
    void shouldCountBadLinesByReasonAndKeepTheGoodOnes() throws IOException {
        Path file = write("BTCUSDT-trades-2024-08-08.csv", """
                1,100,1,100,1723161255342,True,True
                2,100,1,100,1723161255342,True
                3,100
                4,abc,1,100,1723161255342,True,True
                5,-1,1,100,1723161255342,True,True
                6,0,1,100,1723161255342,True,True
                7,100,1,100,99999999999999999999,True,True
                8,100,0.123456789,100,1723161255342,True,True
                9,,1,100,1723161255342,True,True
                10,100,1,100,1723161255342,Perhaps,True

                11,１００,1,100,1723161255342,True,True
                """);

        ImportResult result = importAll(TapeFormat.BINANCE_TRADES, null, file);

        assertThat(result.lines()).isEqualTo(12);
        assertThat(result.events()).isEqualTo(2);
        assertThat(result.skipped()).isEqualTo(Map.of("blank", 1L));
        assertThat(result.rejected())
                .isEqualTo(Map.of(
                        "wrong-columns", 1L,
                        "not-a-number", 2L,
                        "out-of-range", 3L,
                        "too-many-decimals", 1L,
                        "missing-field", 1L,
                        "malformed", 1L));
    }

    @Test
    void shouldImportTradesByTheNamesOfTheirColumnsAndSortThem() throws IOException {
        Path file = write("trades.csv", """
                id,side,amount,price,timestamp
                3,sell,0.300000000000,101.00,1385337630
                2,buy,0.2,100.50,1385337613
                1,,0.1,100.00,1385337613
                """);

        ImportResult result = importAll(TapeFormat.CSV_TRADES, "btcusd", file);

        assertThat(result.clockSteps()).isZero();
        assertThat(RecordText.read(tape()))
                .containsExactly(
                        "2013-11-25T00:00:13Z define 0 SIMULATED BTCUSD BTC/USD tick 0.1 lot 0.1",
                        "2013-11-25T00:00:13Z trade 0 BUY 0.2 @ 100.5 id 2",
                        "2013-11-25T00:00:13Z trade 0 NONE 0.1 @ 100 id 1",
                        "2013-11-25T00:00:30Z trade 0 SELL 0.3 @ 101 id 3");
    }

    @Test
    void shouldFindOutHowLongBarsAre() throws IOException {
        Path file = write("bars.csv", """
                Date,Open,High,Low,Close,Volume
                2013-01-02,553.82,555.00,541.63,549.03,20018500
                2013-01-03,547.88,549.67,541.00,542.10,12605900
                2013-01-07,522.00,529.30,515.20,530.00,17291300
                """);

        ImportResult result = importAll(TapeFormat.CSV_BARS, "AAPL", file);

        assertThat(result.rejected()).isEqualTo(Map.of("inconsistent-bar", 1L));
        assertThat(RecordText.read(tape()).get(1))
                .isEqualTo(
                        "2013-01-03T00:00:00Z bar 0 86400s from 2013-01-02T00:00:00Z 553.82 555 541.63 549.03 x 20018500");
    }

    @Test
    void shouldMergeSourcesByTime() throws IOException {
        Path later =
                write("BTCUSDT-trades-2.csv", "5,2,1,2,1723161255000,True,True\n6,2,1,2,1723161257000,True,True\n");
        Path earlier =
                write("ETHUSDT-trades-1.csv", "1,3,1,3,1723161254000,True,True\n2,3,1,3,1723161256000,True,True\n");

        importAll(TapeFormat.BINANCE_TRADES, null, later, earlier);

        assertThat(RecordText.read(tape()))
                .extracting(line -> line.substring("2024-08-08T23:54:".length()).substring(0, 11))
                .containsExactly(
                        "14Z define ", "14Z define ", "14Z trade 1", "15Z trade 0", "16Z trade 1", "17Z trade 0");
    }

    @Test
    void shouldNotLetTimeGoBack() throws IOException {
        Path file = write("BTCUSDT-trades-1.csv", "1,2,1,2,1723161255000,True,True\n2,2,1,2,1723161254000,True,True\n");

        ImportResult result = importAll(TapeFormat.BINANCE_TRADES, null, file);

        assertThat(result.clockSteps()).isEqualTo(1);
        assertThat(RecordText.read(tape()).get(2)).startsWith("2024-08-08T23:54:15Z trade 0");
    }

    @Test
    void shouldKeepWhatStandsBeforeTheDamageOfACutFile() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(i).append(",100.").append(i).append(",1,100,1723161255342,True,True\n");
        }
        byte[] packed = gzip(text.toString());
        Path file = Files.write(folder.resolve("BTCUSDT-trades-1.csv.gz"), Arrays.copyOf(packed, packed.length / 2));

        ImportResult result = importAll(TapeFormat.BINANCE_TRADES, null, file);

        assertThat(result.rejected()).containsEntry("damaged-file", 1L);
        assertThat(result.events()).isBetween(1_000L, 4_000L);
    }

    @Test
    void shouldMakeNoTapeWhenNothingCouldBeUsed() throws IOException {
        Path file = write("BTCUSDT-trades-1.csv", "not a trade\n");

        ImportResult result = importAll(TapeFormat.BINANCE_TRADES, null, file);

        assertThat(result.events()).isZero();
        assertThat(tape()).doesNotExist();
    }

    @Test
    void shouldRefuseWhatItCannotName() throws IOException {
        Path file = write("trades.csv", "1385337613,100,1\n");

        assertThatThrownBy(() -> importAll(TapeFormat.CSV_TRADES, null, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--symbol");
        assertThatThrownBy(() -> importAll(TapeFormat.LEAN, null, write("no lean name.csv", "x\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a LEAN file name");
    }

    @Test
    void shouldRefuseToWriteIntoATape() throws IOException {
        Path file = write("trades.csv", "1385337613,100,1\n");
        importAll(TapeFormat.CSV_TRADES, "X", file);

        assertThatThrownBy(() -> importAll(TapeFormat.CSV_TRADES, "X", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a new or empty folder");
    }

    private ImportResult importAll(TapeFormat format, String symbol, Path... files) throws IOException {
        return new TapeImporter(ImportRequest.of(format, List.of(files), symbol), ImportProgress.NONE).run(tape());
    }

    private Path tape() {
        return folder.resolve("tape");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path zip(String name, String entry, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
