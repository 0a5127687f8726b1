package io.lockstep.launcher.cli.inquiry;

import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.Explanation;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep config}: explains every key, or checks a file and shows what would be in force. */
@Command(
        name = "config",
        description = "Explains every configuration key, or checks a file and prints the configuration in force.")
public final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @ArgGroup(multiplicity = "1")
    private final Task task = new Task();

    /** What to do; exactly one. */
    static final class Task {
        @Option(
                names = "--explain",
                required = true,
                description = "Print every key with type, unit, range and default.")
        private boolean explain;

        @Option(
                names = "--check",
                paramLabel = "FILE",
                required = true,
                description = "Check a file; print it with every default filled in, and its hash.")
        private @Nullable Path file;
    }

    @Override
    public Integer call() throws IOException {
        Path file = task.file;
        report.print(task.explain || file == null ? new Report().addTable("keys", Explanation.rows()) : check(file));
        return ExitCode.DONE.code();
    }

    private Report check(Path file) throws IOException {
        EffectiveConfig config = new ConfigLoader(plugins.catalog()).load(file);
        return new Report()
                .add("file", file.toString())
                .add("sha256", config.sha256Hex())
                .add("effective", config.text());
    }
}
