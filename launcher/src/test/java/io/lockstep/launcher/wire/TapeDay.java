package io.lockstep.launcher.wire;

import io.lockstep.launcher.SharedData;
import io.lockstep.launcher.tape.ImportProgress;
import io.lockstep.launcher.tape.ImportRequest;
import io.lockstep.launcher.tape.TapeImporter;
import io.lockstep.launcher.tape.format.TapeFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Ticks of real shares on 2013-10-07 as a tape: trades of SPY, trades and quotes of IBM.
 *
 * @param folder of the tape
 * @param counts market data on it by type
 */
record TapeDay(Path folder, Map<String, Long> counts) {
    private static final String DATA = "us-equities/lean/equity/usa/";

    /**
     * Makes a tape of a stretch of the day; skips the test where the data is absent.
     *
     * @param work folder for what is made on the way
     * @param fromMs milliseconds since New York's midnight, included
     * @param toMs end, not included
     */
    static TapeDay between(Path work, long fromMs, long toMs) throws IOException {
        List<Path> files = List.of(
                cut(work, "tick/spy/20131007_trade.zip", "20131007_spy_Trade_Tick.csv", fromMs, toMs),
                cut(work, "tick/ibm/20131007_trade.zip", "20131007_ibm_Trade_Tick.csv", fromMs, toMs),
                cut(work, "tick/ibm/20131007_quote.zip", "20131007_ibm_Quote_Tick.csv", fromMs, toMs));
        Path tape = work.resolve("ticks");
        ImportRequest request = ImportRequest.of(TapeFormat.LEAN, files, null);
        return new TapeDay(
                tape, new TapeImporter(request, ImportProgress.NONE).run(tape).counts());
    }

    /** The data set's own minute bars of SPY as a tape. */
    static Path minutesOfSpy(Path work) throws IOException {
        Path tape = work.resolve("minutes");
        Path zip = SharedData.require(DATA + "minute/spy/20131007_trade.zip");
        ImportRequest request = ImportRequest.of(TapeFormat.LEAN, List.of(zip), null);
        new TapeImporter(request, ImportProgress.NONE).run(tape);
        return tape;
    }

    private static Path cut(Path work, String data, String name, long fromMs, long toMs) throws IOException {
        try (ZipFile zip = new ZipFile(SharedData.require(DATA + data).toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        zip.getInputStream(zip.entries().nextElement()), StandardCharsets.US_ASCII))) {
            Stream<String> wanted = lines.lines().filter(line -> {
                long millis = Long.parseLong(line.substring(0, line.indexOf(',')));
                return millis >= fromMs && millis < toMs;
            });
            return Files.write(work.resolve(name), (Iterable<String>) wanted::iterator);
        }
    }
}
