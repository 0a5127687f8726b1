package io.lockstep.launcher.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.SharedData;
import io.lockstep.launcher.tape.format.TapeFormat;
import io.lockstep.launcher.tape.inspect.TapeContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureImportTest {
    private static final String SNAPSHOT =
            "{\"lastUpdateId\":%d,\"bids\":[[\"%s\",\"1.0\"]],\"asks\":[[\"%s\",\"1.0\"]]}";

    @TempDir
    private Path folder;

    private final StringBuilder capture = new StringBuilder();
    private long receivedNs = 1_723_161_255_000_000_000L;

    @Test
    void shouldPutUpdatesReceivedBeforeTheirSnapshotBehindIt() throws IOException {
        update("BTCUSDT", 1, 5);
        update("BTCUSDT", 6, 9);
        update("BTCUSDT", 10, 12);
        frame(SNAPSHOT.formatted(8, "100.0", "100.5"));
        update("BTCUSDT", 13, 14);

        ImportResult result = run();

        assertThat(result.events()).isEqualTo(5);
        assertThat(story())
                .containsExactly(
                        "2024-08-08T23:54:15.001Z define 0 BINANCE_SPOT BTCUSDT BTC/USDT tick 0.1 lot 1",
                        "2024-08-08T23:54:15.001Z DELTA 0 1-5",
                        "2024-08-08T23:54:15.004Z SNAPSHOT 0 8-8",
                        "2024-08-08T23:54:15.004Z DELTA 0 6-9",
                        "2024-08-08T23:54:15.004Z DELTA 0 10-12",
                        "2024-08-08T23:54:15.005Z DELTA 0 13-14");
    }

    @Test
    void shouldSayWhereUpdatesAreMissingAndStartAgainAtTheNextSnapshot() throws IOException {
        frame(SNAPSHOT.formatted(4, "100.0", "100.5"));
        update("BTCUSDT", 5, 6);
        update("BTCUSDT", 9, 10);
        update("BTCUSDT", 11, 12);
        frame(SNAPSHOT.formatted(10, "100.0", "100.5"));
        update("BTCUSDT", 13, 14);
        frame(SNAPSHOT.formatted(13, "100.0", "100.5"));

        ImportResult result = run();

        assertThat(result.skipped()).isEqualTo(Map.of("redundant-snapshot", 1L));
        assertThat(story().subList(1, 8))
                .containsExactly(
                        "2024-08-08T23:54:15.001Z SNAPSHOT 0 4-4",
                        "2024-08-08T23:54:15.002Z DELTA 0 5-6",
                        "2024-08-08T23:54:15.003Z gap 0 expected 7 received 9",
                        "2024-08-08T23:54:15.003Z DELTA 0 9-10",
                        "2024-08-08T23:54:15.005Z SNAPSHOT 0 10-10",
                        "2024-08-08T23:54:15.005Z DELTA 0 11-12",
                        "2024-08-08T23:54:15.006Z DELTA 0 13-14");
    }

    @Test
    void shouldFindTheInstrumentOfASnapshotByItsIdsAndPrice() throws IOException {
        quote("BTCUSDT", 100, "100.0", "100.5");
        quote("ETHUSDT", 100, "5.0", "5.5");
        update("BTCUSDT", 101, 105);
        update("ETHUSDT", 101, 105);
        frame(SNAPSHOT.formatted(105, "5.1", "5.4"));
        frame(SNAPSHOT.formatted(105, "100.1", "100.4"));

        run();

        assertThat(story())
                .filteredOn(line -> line.contains("SNAPSHOT"))
                .extracting(line -> line.substring(25))
                .containsExactly("SNAPSHOT 1 105-105", "SNAPSHOT 0 105-105");
    }

    @Test
    void shouldCountEveryLineThatIsNoMarketData() throws IOException {
        quote("BTCUSDT", 1, "100.0", "100.5");
        frame("{\"result\":null,\"id\":1}");
        frame("{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":2,\"s\":\"BTCUSDT\"}}");
        frame("{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":2,");
        capture.append("{\"u\":2}\n")
                .append("17x {\"u\":2}\n")
                .append("99999999999999999999 {}\n")
                .append('\n');

        ImportResult result = run();

        assertThat(result.lines()).isEqualTo(8);
        assertThat(result.events()).isEqualTo(1);
        assertThat(result.skipped()).isEqualTo(Map.of("control", 1L, "blank", 1L));
        assertThat(result.rejected()).isEqualTo(Map.of("missing-field", 1L, "malformed", 1L, "no-receive-time", 3L));
    }

    @Test
    void shouldAgreeWithEveryQuoteOfARealFuturesCapture() throws IOException {
        Path file = SharedData.require("binance/hftbacktest/examples_usdm_btcusdt_20240808.gz");

        ImportResult result = run(List.of(file));
        TapeContents contents = TapeFile.inspect(folder.resolve("tape"), true);

        assertThat(result.lines()).isEqualTo(93_954);
        assertThat(result.rejected()).isEmpty();
        assertThat(contents.counts())
                .isEqualTo(Map.of(
                        "instrumentDefinition", 1L,
                        "depthUpdate", 6_551L,
                        "depthSnapshot", 1L,
                        "topOfBook", 66_089L,
                        "trade", 21_313L));
        assertThat(contents.gaps()).isZero();
        assertThat(contents.bookChecks()).isEqualTo(6_547);
        assertThat(contents.bookMatches()).isEqualTo(6_547);
    }

    @Test
    void shouldAgreeWithAllButTwoConflatedQuotesOfARealSpotCapture() throws IOException {
        List<Path> files = List.of(
                SharedData.require("binance/hftbacktest/examples_spot_btcusdt_20240808.gz"),
                SharedData.require("binance/hftbacktest/examples_spot_btcusdt_20240809.gz"));

        run(files);
        TapeContents contents = TapeFile.inspect(folder.resolve("tape"), true);

        assertThat(contents.gaps()).isZero();
        assertThat(contents.bookChecks()).isEqualTo(6_493);
        assertThat(contents.bookMatches()).isEqualTo(6_491);
        assertThat(contents.mismatches()).hasSize(2);
    }

    private void update(String symbol, long first, long last) {
        frame("{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT)
                + "@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1723161255208,\"s\":\"" + symbol + "\",\"U\":"
                + first + ",\"u\":" + last + ",\"b\":[[\"99.9\",\"2.0\"]],\"a\":[]}}");
    }

    private void quote(String symbol, long id, String bid, String ask) {
        frame("{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT) + "@bookTicker\",\"data\":{\"u\":" + id + ",\"s\":\""
                + symbol + "\",\"b\":\"" + bid + "\",\"B\":\"1.0\",\"a\":\"" + ask + "\",\"A\":\"1.0\"}}");
    }

    private void frame(String json) {
        receivedNs += 1_000_000;
        capture.append(receivedNs).append(' ').append(json).append('\n');
    }

    private ImportResult run() throws IOException {
        return run(List.of(Files.writeString(folder.resolve("capture.txt"), capture)));
    }

    private ImportResult run(List<Path> files) throws IOException {
        return new TapeImporter(ImportRequest.of(TapeFormat.BINANCE_CAPTURE, files, null), ImportProgress.NONE)
                .run(folder.resolve("tape"));
    }

    private List<String> story() {
        return RecordText.read(folder.resolve("tape"));
    }
}
