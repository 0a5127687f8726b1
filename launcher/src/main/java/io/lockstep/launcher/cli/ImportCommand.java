package io.lockstep.launcher.cli;

import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.tape.ImportRequest;
import io.lockstep.launcher.tape.ImportResult;
import io.lockstep.launcher.tape.TapeFile;
import io.lockstep.launcher.tape.TapeImporter;
import io.lockstep.launcher.tape.TapeWriter;
import io.lockstep.launcher.tape.format.TapeFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockstep import}: recordings into a tape. */
@Command(
        name = "import",
        description = {
            "Turns recordings of market data into a tape, merged by time.",
            "Files may be plain, gzip or zip. Bad lines are left out, counted by reason and shown.",
            "Formats: binance-capture (receive ns, blank, JSON), binance-trades, binance-aggtrades, binance-klines"
                    + " (Binance's public archives), lean (QuantConnect US equities), csv-trades, csv-bars."
        })
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final InstrumentOptions instrument = new InstrumentOptions();

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "Format of the files.")
    @SuppressWarnings("NullAway.Init") // required
    private TapeFormat format;

    @Option(names = "--out", required = true, paramLabel = "TAPE", description = "Folder to write; must not hold a tape yet.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(names = "--timeframe", paramLabel = "LENGTH", description = "Length of csv-bars, such as 5m; found out if not given.")
    private @Nullable String timeframe;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import.")
    @SuppressWarnings("NullAway.Init") // at least one
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        int seconds = timeframe == null ? 0 : Timeframe.of(timeframe).seconds();
        ImportRequest request = new ImportRequest(
                format, files, instrument.symbol(), instrument.venue(), instrument.assetClass(), seconds, instrument.traits());
        ImportResult result;
        try (ProgressBar progress = new ProgressBar(report.err())) {
            TapeImporter importer = new TapeImporter(request, progress);
            try (TapeWriter tape = TapeFile.create(out)) {
                result = importer.run(tape);
            }
        }
        report.print(report(result));
        return (result.events() > 0 ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private Report report(ImportResult result) {
        return new Report()
                .add("tape", out.toString())
                .add("lines", result.lines())
                .add("events", result.events())
                .add("records", result.records())
                .addSection("counts", result.counts())
                .addSection("rejected", result.rejected())
                .addSection("skipped", result.skipped())
                .add("clockSteps", result.clockSteps())
                .addTable("instruments", result.instruments().stream().map(ImportCommand::row).toList());
    }

    /** An instrument as reports show it. */
    static Map<String, Object> row(Instrument instrument) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", instrument.id());
        row.put("symbol", instrument.symbol());
        row.put("venue", instrument.venue().name());
        row.put("assetClass", instrument.assetClass().name());
        row.put("base", instrument.baseAsset());
        row.put("quote", instrument.quoteAsset());
        row.put("tickSize", Report.decimal(instrument.tickSize()));
        row.put("lotSize", Report.decimal(instrument.lotSize()));
        return row;
    }
}
