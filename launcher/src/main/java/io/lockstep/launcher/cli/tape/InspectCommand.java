package io.lockstep.launcher.cli.tape;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.binding.Words;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.tape.TapeFile;
import io.lockstep.launcher.tape.bars.BarCheck;
import io.lockstep.launcher.tape.bars.BarClass;
import io.lockstep.launcher.tape.bars.SymbolBars;
import io.lockstep.launcher.tape.inspect.BookMismatch;
import io.lockstep.launcher.tape.inspect.TapeContents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockstep inspect}: what is on a tape. */
@Command(
        name = "inspect",
        description =
                "Shows what is on a tape or in a journal of inputs: counts by type, time range, gaps, instruments.")
public final class InspectCommand implements Callable<Integer> {
    private static final long SECOND = 1_000_000_000L;
    private static final List<String> FIELDS = List.of("open", "high", "low", "close", "volume");

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--check-book",
            description = "Rebuild every book from snapshot and updates and compare its top with the venue's quotes.")
    private boolean checkBook;

    @Option(
            names = "--check-bars",
            paramLabel = "BARS",
            description = {
                "Build bars from the tape's trades, as the engine does, and compare them with the bars of another tape.",
                "Differences are shown by class; exit code 3 if data is missing or a difference is not explained."
            })
    private @Nullable Path bars;

    @Parameters(paramLabel = "TAPE", description = "Folder of the tape.")
    @SuppressWarnings("NullAway.Init") // required
    private Path tape;

    @Override
    public Integer call() {
        try {
            List<SymbolBars> compared = bars == null ? List.of() : compareWith(bars);
            report.print(report(TapeFile.inspect(tape, checkBook), compared));
            boolean fault = compared.stream().anyMatch(SymbolBars::hasFault);
            return (fault ? ExitCode.DAMAGE_FOUND : ExitCode.DONE).code();
        } catch (IllegalArgumentException e) {
            throw report.badUsage(e);
        }
    }

    private List<SymbolBars> compareWith(Path expected) {
        try (Recordings recordings = Recordings.open(List.of(tape, expected))) {
            return BarCheck.run(
                    recordings.sources().get(0), recordings.sources().get(1));
        }
    }

    private Report report(TapeContents contents, List<SymbolBars> compared) {
        Report values = new Report()
                .add("tape", tape.toString())
                .add("records", contents.records())
                .add("from", time(contents.firstTimeNs()))
                .add("to", time(contents.lastTimeNs()))
                .addSection("counts", contents.counts())
                .add("gaps", contents.gaps());
        if (checkBook) {
            values.add("bookChecks", contents.bookChecks())
                    .add("bookMatches", contents.bookMatches())
                    .addTable(
                            "mismatches",
                            contents.mismatches().stream()
                                    .map(InspectCommand::row)
                                    .toList());
        }
        if (!compared.isEmpty()) {
            values.addTable("bars", compared.stream().map(InspectCommand::row).toList())
                    .addTable(
                            "barClasses",
                            compared.stream().flatMap(InspectCommand::classes).toList());
        }
        return values.addTable(
                "instruments",
                contents.instruments().stream().map(ImportCommand::row).toList());
    }

    private static Map<String, Object> row(BookMismatch mismatch) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("updateId", mismatch.updateId());
        row.put("book", mismatch.book());
        row.put("quoteId", mismatch.quoteId());
        row.put("quote", mismatch.quote());
        return row;
    }

    private static Map<String, Object> row(SymbolBars compared) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", compared.symbol());
        row.put("compared", compared.compared());
        row.put("equal", compared.count(BarClass.EQUAL));
        for (int i = 0; i < FIELDS.size(); i++) {
            row.put(FIELDS.get(i), compared.equalFields().get(i));
        }
        row.put("outside", compared.outside());
        return row;
    }

    private static Stream<Map<String, Object>> classes(SymbolBars compared) {
        return compared.classes().stream().map(each -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("symbol", compared.symbol());
            row.put("class", Words.of(each.kind()));
            row.put("bars", each.bars());
            row.put("meaning", each.kind().meaning());
            row.put("first", each.example());
            return row;
        });
    }

    private static String time(long ns) {
        return ns == FixedPoint.NULL
                ? "none"
                : Instant.ofEpochSecond(ns / SECOND, ns % SECOND).toString();
    }
}
