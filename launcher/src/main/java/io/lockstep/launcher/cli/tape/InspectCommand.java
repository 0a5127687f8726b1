package io.lockstep.launcher.cli.tape;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.tape.TapeFile;
import io.lockstep.launcher.tape.inspect.BookMismatch;
import io.lockstep.launcher.tape.inspect.TapeContents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--check-book",
            description = "Rebuild every book from snapshot and updates and compare its top with the venue's quotes.")
    private boolean checkBook;

    @Parameters(paramLabel = "TAPE", description = "Folder of the tape.")
    @SuppressWarnings("NullAway.Init") // required
    private Path tape;

    @Override
    public Integer call() {
        try {
            report.print(report(TapeFile.inspect(tape, checkBook)));
        } catch (IllegalArgumentException e) {
            throw report.badUsage(e);
        }
        return ExitCode.DONE.code();
    }

    private Report report(TapeContents contents) {
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

    private static String time(long ns) {
        return ns == FixedPoint.NULL
                ? "none"
                : Instant.ofEpochSecond(ns / SECOND, ns % SECOND).toString();
    }
}
