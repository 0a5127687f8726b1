package io.lockstep.launcher.cli.tape;

import io.lockstep.launcher.cli.option.Folders;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.Progress;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.StopSignal;
import io.lockstep.launcher.tape.TapeFile;
import io.lockstep.launcher.tape.recording.Recording;
import io.lockstep.launcher.venue.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.SystemEpochNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep record}: live market data into a tape, and nothing else. */
@Command(
        name = "record",
        description = {
            "Records the market data of a configuration's instruments, from the venues it has a section for, into a tape.",
            "No strategy runs and no order can leave. Ends on SIGTERM, Ctrl-C or after --seconds; `lockstep inspect` shows",
            "what is on the tape, feed.tapes plays it."
        })
public final class RecordCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "Configuration with instruments and venues.")
    @SuppressWarnings("NullAway.Init") // required
    private Path config;

    @Option(
            names = "--out",
            paramLabel = "TAPE",
            required = true,
            description = "Folder to write; must not hold a tape yet.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "End by itself after so long; 0, the default, for never.")
    private long seconds;

    @Override
    public Integer call() throws IOException {
        try {
            TapeFile.requireNew(out);
        } catch (IllegalArgumentException e) {
            throw report.badUsage(e);
        }
        LockstepConfig settings = ConfigLoader.structure(Files.readString(config), config.toString());
        if (!settings.venues().isConnected()) {
            throw report.badUsage(
                    new IllegalArgumentException("no venue to record from: no section of venues in " + config));
        }
        if (seconds < 0) {
            throw report.badUsage(new IllegalArgumentException("must not be negative: --seconds=" + seconds));
        }
        Recording.Result result = record(settings);
        report.print(report(result));
        return (result.messages() > 0 ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private Recording.Result record(LockstepConfig settings) {
        Progress progress = new Progress(report.err(), "records");
        StopSignal signal = new StopSignal();
        try (Connections network = Connections.open(settings, Folders.home(), new SystemEpochNanoClock())) {
            BooleanSupplier stop = seconds == 0 ? signal : until(signal);
            return new Recording(network.gateways().marketData(), network.clock()).run(out, stop, progress);
        } finally {
            progress.done();
        }
    }

    private BooleanSupplier until(StopSignal signal) {
        long startedNs = System.nanoTime();
        long lengthNs = TimeUnit.SECONDS.toNanos(seconds);
        return () -> signal.getAsBoolean() || System.nanoTime() - startedNs >= lengthNs;
    }

    private Report report(Recording.Result result) {
        Map<String, Long> venues = new TreeMap<>(result.venues());
        venues.values().removeIf(count -> count == 0);
        return new Report()
                .add("tape", out.toString())
                .add("events", result.messages())
                .add("records", result.records())
                .addSection("counts", result.counts())
                .addSection("leftOut", result.leftOut())
                .add("waits", result.waits())
                .add("clockSteps", result.clockSteps())
                .addSection("venues", venues)
                .addTable(
                        "instruments",
                        result.instruments().stream().map(ImportCommand::row).toList());
    }
}
