package io.lockstep.launcher.cli.inquiry;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.launcher.cli.option.DurationConverter;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.option.RunConfigs;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.health.Check;
import io.lockstep.launcher.health.HealthCheck;
import io.lockstep.launcher.health.HealthLimits;
import io.lockstep.launcher.kill.EngineWatch;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.operator.Latches;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep health}: whether an engine can trade, proven. */
@Command(
        name = "health",
        description = {
            "Checks the whole trading path of a running engine: process, data, bars, order path, private streams, reconciliation,",
            "journal, disk, clock, alerts, and that nothing vanished between signal and order. Each red has its reason.",
            "Exit code 0 when it is ready to trade, 4 when it is killed, else 1."
        })
public final class HealthCommand implements Callable<Integer> {
    private static final long ANSWER_MS = 10_000;
    private static final long RECONCILED_MS = 120_000;
    private static final long CLOCK_MS = 250;
    private static final long BAR_GRACE_MS = 30_000;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Option(
            names = "--heartbeat-age",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description = "Oldest heartbeat; default ${DEFAULT-VALUE}.")
    private Duration heartbeatAge = Duration.ofSeconds(5);

    @Option(
            names = "--market-age",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "Oldest market data; default ${DEFAULT-VALUE}.")
    private Duration marketAge = Duration.ofSeconds(30);

    @Option(
            names = "--least-disk-mib",
            paramLabel = "N",
            defaultValue = "2048",
            description = "Least free disk space, MiB; default ${DEFAULT-VALUE}.")
    private long leastDiskMib = 2_048;

    @Override
    public Integer call() throws IOException {
        JournalFolder folder = operator.folder().require();
        LockstepConfig config = RunConfigs.of(folder, null);
        try (ControlFile control = ControlFile.open(folder.path())) {
            Sign sign = new EngineWatch(control, WaitClock.SYSTEM).look(Long.MAX_VALUE);
            List<String> accounts =
                    config.accounts().stream().map(AccountSettings::name).toList();
            boolean latched =
                    new Latches(control, folder.path(), config.control().latchPath(), accounts).isSet();
            List<Check> checks = HealthCheck.of(control, sign, latched, limits(config), System.currentTimeMillis());
            boolean ready = checks.stream().allMatch(Check::ok);
            report.print(new Report()
                    .add("ready", ready)
                    .addTable("checks", checks.stream().map(HealthCommand::row).toList()));
            return ready ? ExitCode.DONE.code() : latched ? ExitCode.HALTED.code() : ExitCode.FAILED.code();
        }
    }

    private HealthLimits limits(LockstepConfig config) {
        int real = config.connectedAccounts().size();
        return new HealthLimits(
                heartbeatAge.toMillis(),
                marketAge.toMillis(),
                barAge(config),
                ANSWER_MS,
                RECONCILED_MS,
                CLOCK_MS,
                leastDiskMib << 20,
                real);
    }

    /** Two bars of the shortest length, and some patience: a quiet market makes none. */
    private static long barAge(LockstepConfig config) {
        long shortest = config.instruments().stream()
                .flatMap(each -> each.timeframes().stream())
                .mapToLong(label -> Timeframe.of(label).seconds())
                .min()
                .orElse(0);
        return shortest == 0 ? 0 : 2_000 * shortest + BAR_GRACE_MS;
    }

    private static Map<String, Object> row(Check check) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("check", check.name());
        row.put("ok", check.ok());
        row.put("found", check.reason());
        return row;
    }
}
