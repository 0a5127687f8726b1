package io.lockstep.launcher.cli.control;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.LatchFile;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.launcher.cli.option.DurationConverter;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.option.RunConfigs;
import io.lockstep.launcher.cli.option.ScopeOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.Standings;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.kill.Canceller.Task;
import io.lockstep.launcher.kill.EngineWatch;
import io.lockstep.launcher.kill.KillReach;
import io.lockstep.launcher.kill.KillResult;
import io.lockstep.launcher.kill.KillScope;
import io.lockstep.launcher.kill.KillSwitch;
import io.lockstep.launcher.kill.KillSwitch.Patience;
import io.lockstep.launcher.operator.ControlFolder;
import io.lockstep.launcher.operator.Latches;
import io.lockstep.launcher.operator.OperatorRequest;
import io.lockstep.launcher.operator.Requests;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.venue.VenueAdmins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep kill}: stops all trading, or a part of it, whatever the engine is doing. */
@Command(
        name = "kill",
        description = {
            "Sets the kill latch: from this moment no new order leaves, whatever the engine is doing, now and after restarts.",
            "A running engine cancels its open orders and ends with exit code 4. If it does not answer, because it hangs or",
            "is dead, this command connects to the venues itself. It returns when every venue has said twice that no order",
            "of this program is open. Protective stops go too, unless risk.protection.killKeepsStops: positions stay",
            "unprotected. Orders of other programs and of people on the account stay, unless --all.",
            "Of a part (--venue, --account, --symbol, --strategy) the engine blocks and cancels that part; no latch is set."
        })
public final class KillCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Mixin
    private final ScopeOptions scopes = new ScopeOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration, where the run left none.")
    private @Nullable Path config;

    @Option(names = "--all", description = "Cancel orders that other programs or people have sent as well.")
    private boolean all;

    @Option(names = "--flatten", description = "Close all positions of the scope once no order is open.")
    private boolean flatten;

    @Option(
            names = "--collar-bps",
            paramLabel = "N",
            defaultValue = "100",
            description = "How far from the market closing orders may go, basis points; default ${DEFAULT-VALUE}.")
    private int collarBps = 100;

    @Option(
            names = "--answer-within",
            paramLabel = "TIME",
            defaultValue = "500ms",
            converter = DurationConverter.class,
            description =
                    "How long the engine has to answer before this command acts itself; default ${DEFAULT-VALUE}.")
    private Duration answerWithin = Duration.ofMillis(500);

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long to try in all; default ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ofSeconds(60);

    @Override
    public Integer call() throws IOException {
        if (collarBps < 1 || collarBps > 5_000) {
            throw new IllegalArgumentException("out of range: --collar-bps=" + collarBps + ", allowed=1 to 5000");
        }
        JournalFolder folder = operator.folder();
        if (config == null && !ControlFile.exists(folder.path())) {
            folder.require();
        }
        try (ControlFile control = ControlFile.open(folder.path())) {
            KillScope scope = scopes.scope();
            long nowMs = System.currentTimeMillis();
            if (scope.isAll()) {
                // nothing may come before this: not even reading the configuration
                control.kill(nowMs);
            }
            OperatorRequest request = OperatorRequest.of(
                    OperatorAction.KILL, scope.kind(), scope.name(), operator.actor(), operator.reason(), nowMs);
            if (scope.isAll()) {
                new LatchFile(folder.path().resolve(LatchFile.NAME)).set(entry(request));
            }
            return kill(folder, control, scope, request);
        }
    }

    private int kill(JournalFolder folder, ControlFile control, KillScope scope, OperatorRequest request)
            throws IOException {
        Requests requests = new Requests(ControlFolder.of(folder.path()), WaitClock.SYSTEM);
        requests.ask(request);
        Patience times = new Patience(answerWithin.toMillis(), patience.toMillis());
        EngineWatch watch = new EngineWatch(control, WaitClock.SYSTEM);
        KillSwitch killSwitch = new KillSwitch(control, watch, requests, WaitClock.SYSTEM, times);
        try {
            LockstepConfig found = RunConfigs.of(folder, config);
            Latches latches = latches(folder, control, found);
            if (scope.isAll()) {
                latches.set(entry(request));
            }
            boolean stops = !found.risk().protection().killKeepsStops();
            Task task = new Task(scope, new KillReach(all, stops), flatten ? collarBps : 0);
            KillResult result = killSwitch.run(request, task, () -> VenueAdmins.open(found));
            return print(folder, control, latches, result);
        } catch (ConfigurationException | IllegalArgumentException e) {
            Latches latches = new Latches(control, folder.path(), folder.path(), List.of());
            return print(folder, control, latches, killSwitch.without(request, String.valueOf(e.getMessage())));
        }
    }

    private int print(JournalFolder folder, ControlFile control, Latches latches, KillResult result) {
        Report shown = new Report()
                .add("journal", folder.path().toString())
                .add("scope", result.scope().toString())
                .add("killed", latches.isSet());
        latches.entry()
                .ifPresent(entry ->
                        shown.add("since", Instant.ofEpochMilli(entry.sinceMs()).toString()));
        shown.addTable(
                        "latches",
                        latches.copies().stream()
                                .map(each -> Map.of("copy", each.path().toString(), "set", each.set()))
                                .toList())
                .add("engine", result.engine().name().toLowerCase(Locale.ROOT))
                .add("pid", control.pid())
                .add("answer", result.answer())
                .add("takenOver", result.takenOver())
                .addTable(
                        "accounts",
                        result.standings().stream().map(Standings::row).toList())
                .add("confirmed", result.isConfirmed())
                .add("result", result.sentence());
        report.print(shown);
        return result.isConfirmed() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    private static LatchFile.Entry entry(OperatorRequest request) {
        return new LatchFile.Entry(request.timeMs(), request.actor(), request.reason(), request.nonce());
    }

    private static Latches latches(JournalFolder folder, ControlFile control, LockstepConfig config) {
        List<String> accounts =
                config.accounts().stream().map(AccountSettings::name).toList();
        return new Latches(control, folder.path(), config.control().latchPath(), accounts);
    }
}
