package io.lockstep.launcher.cli.tape;

import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.cli.option.InstrumentOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.ProgressBar;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.tape.ImportRequest;
import io.lockstep.launcher.tape.ImportResult;
import io.lockstep.launcher.tape.TapeImporter;
import io.lockstep.launcher.tape.format.TapeFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code lockstep import}: recordings into a tape. */
@Command(
        name = "import",
        description = {
            "Turns recordings of market data into a tape, merged by time.",
            "Files may be plain, gzip or zip. Bad lines are left out, counted by reason and shown.",
            "Formats: binance-capture (receive ns, blank, JSON), binance-trades, binance-aggtrades, binance-klines"
                    + " (Binance's public archives), lean (QuantConnect US equities), csv-trades, csv-bars."
        })
public final class ImportCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "Format of the files, see above.")
    @SuppressWarnings("NullAway.Init") // required
    private TapeFormat format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "TAPE",
            description = "Folder to write; must not hold a tape yet.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--timeframe",
            paramLabel = "LENGTH",
            description = "Length of csv-bars, such as 5m; found out if not given.")
    private @Nullable String timeframe;

    @Mixin
    private final InstrumentOptions instrument = new InstrumentOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import.")
    @SuppressWarnings("NullAway.Init") // at least one
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        ImportResult result;
        try (ProgressBar progress = new ProgressBar(report.err())) {
            result = new TapeImporter(request(), progress).run(out);
        } catch (IllegalArgumentException e) {
            throw report.badUsage(e);
        }
        report.print(report(result));
        return (result.events() > 0 ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private ImportRequest request() {
        int seconds = timeframe == null ? 0 : Timeframe.of(timeframe).seconds();
        return new ImportRequest(
                format,
                files,
                instrument.symbol(),
                instrument.venue(),
                instrument.assetClass(),
                seconds,
                instrument.traits());
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
                .addTable(
                        "instruments",
                        result.instruments().stream().map(ImportCommand::row).toList());
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

    /** Reads a format by its name. */
    static final class FormatConverter implements ITypeConverter<TapeFormat> {
        @Override
        public TapeFormat convert(String label) {
            try {
                return TapeFormat.of(label);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
