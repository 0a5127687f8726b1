package io.lockstep.launcher.cli.control;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.LatchFile;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.option.RunConfigs;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.kill.EngineWatch;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.operator.ControlFolder;
import io.lockstep.launcher.operator.Latches;
import io.lockstep.launcher.operator.OperatorRequest;
import io.lockstep.launcher.operator.Requests;
import io.lockstep.launcher.operator.ResetNonce;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep reset}: undoes a kill in two steps. */
@Command(
        name = "reset",
        description = {
            "Undoes a kill. The first step shows what would be undone, what stands against it, and a word; the second repeats",
            "the word with --confirm, asks for the operator's secret and clears every copy of the latch. Refused while an order",
            "is unknown or open at a venue, while an account is not reconciled, or after 5 wrong secrets. A word is good once,",
            "for ten minutes, and not for a latch that was set again since. The engine, or its next start, journals who and why."
        })
public final class ResetCommand implements Callable<Integer> {
    private static final long ANSWER_MS = 2_000;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration, where the run left none.")
    private @Nullable Path config;

    @Option(names = "--confirm", paramLabel = "WORD", description = "The word the first step gave.")
    private @Nullable String confirm;

    @Option(names = "--secret-stdin", description = "Read the secret from standard input, one line.")
    private boolean secretStdin;

    @Override
    public Integer call() throws IOException {
        JournalFolder folder = operator.folder();
        if (config == null && !ControlFile.exists(folder.path())) {
            folder.require();
        }
        LockstepConfig found = RunConfigs.of(folder, config);
        try (ControlFile control = ControlFile.open(folder.path())) {
            Latches latches = latches(folder, control, found);
            if (latches.entry().isEmpty()) {
                report.print(new Report().add("killed", false));
                return ExitCode.DONE.code();
            }
            LatchFile.Entry entry = latches.entry().get();
            List<String> against = new ResetCheck(found, control).reasonsAgainst();
            ResetNonce nonce = new ResetNonce(ControlFolder.of(folder.path()).resetFile());
            if (confirm == null) {
                return show(latches, entry, against, nonce);
            }
            requireAllowed(folder, found, entry, against, nonce, confirm);
            return reset(folder, control, latches);
        }
    }

    private int show(Latches latches, LatchFile.Entry entry, List<String> against, ResetNonce nonce) {
        report.print(new Report()
                .add("killed", true)
                .add("since", Instant.ofEpochMilli(entry.sinceMs()).toString())
                .add("by", entry.actor())
                .add("reason", entry.reason())
                .addTable(
                        "latches",
                        latches.copies().stream()
                                .map(each -> Map.of("copy", each.path().toString(), "set", each.set()))
                                .toList())
                .add("against", against)
                .add("confirmWith", nonce.issue(entry.sinceMs(), System.currentTimeMillis())));
        return ExitCode.HALTED.code();
    }

    private void requireAllowed(
            JournalFolder folder,
            LockstepConfig found,
            LatchFile.Entry entry,
            List<String> against,
            ResetNonce nonce,
            String word)
            throws IOException {
        if (!nonce.redeem(word, entry.sinceMs(), System.currentTimeMillis())) {
            refuse(folder, "not the word of this latch, or too late: begin again without --confirm");
        }
        if (!against.isEmpty()) {
            refuse(folder, "refused: " + String.join("; ", against));
        }
        new OperatorSecret(found, secretStdin).require(why -> refuse(folder, why));
    }

    /** What was refused is journaled as well, by the engine that sees it. */
    private void refuse(JournalFolder folder, String why) {
        String told = "reset " + why;
        new Requests(ControlFolder.of(folder.path()), WaitClock.SYSTEM)
                .ask(OperatorRequest.ofEngine(
                        OperatorAction.NULL_VAL, operator.actor(), told, System.currentTimeMillis()));
        throw new IllegalArgumentException(why);
    }

    private int reset(JournalFolder folder, ControlFile control, Latches latches) {
        OperatorRequest request = operator.request(OperatorAction.RESET, ScopeKind.ENGINE, "");
        Requests requests = new Requests(ControlFolder.of(folder.path()), WaitClock.SYSTEM);
        // asked first: a latch must not be gone before the word that undoes the journal's is on the device
        requests.ask(request);
        latches.clear();
        boolean running = new EngineWatch(control, WaitClock.SYSTEM).look(Long.MAX_VALUE) == Sign.ALIVE;
        String journaled = requests.await(request, running ? ANSWER_MS : 0)
                .map(answer -> "at sequence " + answer.sequence())
                .orElse(running ? "not answered yet" : "at the next start");
        report.print(new Report()
                .add("killed", false)
                .add("by", request.actor())
                .add("reason", request.reason())
                .add("journaled", journaled));
        return ExitCode.DONE.code();
    }

    private static Latches latches(JournalFolder folder, ControlFile control, LockstepConfig found) {
        List<String> accounts =
                found.accounts().stream().map(AccountSettings::name).toList();
        return new Latches(control, folder.path(), found.control().latchPath(), accounts);
    }
}
