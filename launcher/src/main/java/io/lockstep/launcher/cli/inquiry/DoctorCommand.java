package io.lockstep.launcher.cli.inquiry;

import io.lockstep.launcher.cli.option.DurationConverter;
import io.lockstep.launcher.cli.option.Folders;
import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.doctor.Doctor;
import io.lockstep.launcher.doctor.Finding;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.venue.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep doctor}: would a session of this configuration trade? */
@Command(
        name = "doctor",
        description = {
            "Asks the venues of a configuration about keys, permissions, clock and filters, holds the configured sizes against",
            "them at the price of the moment, and looks at disk, cores and JVM. Sends no order and changes nothing.",
            "Exit code 0 if all is well, 1 if something must be put right."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Configuration to look at.")
    @SuppressWarnings("NullAway.Init") // required
    private Path config;

    @Option(names = "--journal", paramLabel = "DIR", description = "Journal folder of the run; default var/run.")
    private @Nullable Path journal;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "How long to wait for the first prices; default 10s.")
    @SuppressWarnings("NullAway.Init") // has a default
    private Duration patience;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LockstepConfig settings =
                new ConfigLoader(plugins.catalog()).load(config).config();
        Path folder = journal == null ? Folders.home().resolve("var").resolve("run") : journal;
        try (Connections network = Connections.open(settings, Folders.home(), new SystemEpochNanoClock())) {
            List<Finding> found = new Doctor(settings, network, patience).run(folder);
            long wrong = found.stream().filter(Finding::isWrong).count();
            report.print(new Report()
                    .add("config", config.toString())
                    .add("checks", found.size())
                    .add("findings", wrong)
                    .addTable("items", found.stream().map(Finding::toRow).toList()));
            return (wrong == 0 ? ExitCode.DONE : ExitCode.FAILED).code();
        }
    }
}
