package io.lockstep.launcher.cli.inquiry;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.Gauges;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep status}: what the control file says of an engine, with or without its help. */
@Command(
        name = "status",
        description =
                "Shows whether an engine runs, how far it is, its kill latch and its counters; exit code 4 if killed.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Override
    public Integer call() {
        JournalFolder folder = new JournalFolder(journal).require();
        try (ControlFile control = ControlFile.open(folder.path())) {
            report.print(describe(control));
            return control.isSet() ? ExitCode.HALTED.code() : ExitCode.DONE.code();
        }
    }

    private static Report describe(ControlFile control) {
        boolean alive = control.pid() != 0
                && ProcessHandle.of(control.pid()).map(ProcessHandle::isAlive).orElse(false);
        String engine = control.pid() == 0 ? "stopped" : alive ? "running" : "dead";
        return new Report()
                .add("engine", engine)
                .add("pid", control.pid())
                .add("started", instant(control.startedMs()))
                .add("heartbeat", instant(control.heartbeatMs()))
                .add("sequence", control.sequence())
                .add("killed", control.isSet())
                .add("killedSince", instant(control.killedAtMs()))
                .addSection("gauges", gauges(control.gauges()))
                .addSection("counters", counters(control.counters()));
    }

    private static Map<String, Long> gauges(Gauges gauges) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Gauge gauge : Gauge.values()) {
            values.put(gauge.name().toLowerCase(Locale.ROOT), gauges.get(gauge));
        }
        return values;
    }

    private static Map<String, Long> counters(Counters counters) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            values.put(counter.name().toLowerCase(Locale.ROOT), counters.get(counter));
        }
        return values;
    }

    private static String instant(long ms) {
        return ms == 0 ? "never" : Instant.ofEpochMilli(ms).toString();
    }
}
