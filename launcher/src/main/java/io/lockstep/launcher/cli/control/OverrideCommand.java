package io.lockstep.launcher.cli.control;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.risk.LimitOverride;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.launcher.cli.option.DurationConverter;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.option.RunConfigs;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.operator.ControlFolder;
import io.lockstep.launcher.operator.OperatorAnswer;
import io.lockstep.launcher.operator.OperatorAnswer.Outcome;
import io.lockstep.launcher.operator.OperatorRequest;
import io.lockstep.launcher.operator.ResetNonce;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep override}: lets one order break one limit. */
@Command(
        name = "override",
        description = {
            "Lets one order of one strategy in one instrument break one limit, within --for; a running engine journals who and why,",
            "and alerts when it is given and when it is used. The first step shows what would be allowed and a word; the second",
            "repeats all of it with --confirm and asks for the operator's secret. Limits on the size and price of an order and on",
            "positions can be lifted; the trading state, reconciliation, unknown outcomes, hours, exposure and losses cannot."
        })
public final class OverrideCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Option(names = "--strategy", paramLabel = "X", required = true, description = "Whose order.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String strategy;

    @Option(names = "--symbol", paramLabel = "S", required = true, description = "In which instrument.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String symbol;

    @Option(
            names = "--limit",
            paramLabel = "LIMIT",
            required = true,
            description = "Which limit, as its denials are called, for example max-order-notional.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String limit;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long it may take until the order comes, 5 minutes at most; default ${DEFAULT-VALUE}.")
    private Duration life = Duration.ofSeconds(60);

    @Option(names = "--confirm", paramLabel = "WORD", description = "The word the first step gave.")
    private @Nullable String confirm;

    @Option(names = "--secret-stdin", description = "Read the secret from standard input, one line.")
    private boolean secretStdin;

    @Override
    public Integer call() throws IOException {
        DenyReason lifted = lifted();
        if (life.toMillis() < 1 || life.toMillis() > LimitOverride.LONGEST_MS) {
            throw new IllegalArgumentException("out of range: --for=" + life + ", allowed=1ms to 5m");
        }
        JournalFolder folder = operator.folder().require();
        ResetNonce nonce = new ResetNonce(ControlFolder.of(folder.path()).overrideFile());
        long wish = List.of(strategy, symbol, lifted, life).hashCode();
        if (confirm == null) {
            report.print(describe(lifted).add("confirmWith", nonce.issue(wish, System.currentTimeMillis())));
            return ExitCode.HALTED.code();
        }
        if (!nonce.redeem(confirm, wish, System.currentTimeMillis())) {
            throw new IllegalArgumentException(
                    "not the word of this override, or too late: begin again without --confirm");
        }
        new OperatorSecret(RunConfigs.of(folder, null), secretStdin).require(OverrideCommand::refuse);
        return ask(folder, lifted);
    }

    private int ask(JournalFolder folder, DenyReason lifted) {
        OperatorRequest request = operator.request(OperatorAction.OVERRIDE, ScopeKind.STRATEGY, strategy)
                .with(new OperatorRequest.Leave(symbol, lifted, life.toMillis()));
        try (ControlFile control = ControlFile.open(folder.path())) {
            Optional<OperatorAnswer> answer = new AskCommand(operator, report).ask(folder, control, request);
            Report shown = describe(lifted)
                    .add(
                            "outcome",
                            answer.map(each -> each.outcome().name().toLowerCase(Locale.ROOT))
                                    .orElse("no answer"));
            answer.ifPresent(each -> shown.add("sequence", each.sequence()).add("detail", each.detail()));
            report.print(shown);
            return answer.filter(each -> each.outcome() == Outcome.DONE).isPresent()
                    ? ExitCode.DONE.code()
                    : ExitCode.FAILED.code();
        }
    }

    private DenyReason lifted() {
        String name = limit.toUpperCase(Locale.ROOT).replace('-', '_');
        return LimitOverride.liftable().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "cannot be lifted: --limit=" + limit + ", allowed=" + LimitOverride.liftable()));
    }

    private Report describe(DenyReason lifted) {
        return new Report()
                .add("override", lifted.name())
                .add("strategy", strategy)
                .add("symbol", symbol)
                .add("orders", 1)
                .add("forMs", life.toMillis())
                .add("actor", operator.actor())
                .add("reason", operator.reason());
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }
}
