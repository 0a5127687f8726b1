package io.lockstep.launcher.cli.control;

import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.option.Secret;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.operator.ResetSecret;
import io.lockstep.launcher.report.Report;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockstep operator}: prepares what an operator needs. */
@Command(
        name = "operator",
        description = {
            "`operator hash` asks for a secret of at least 12 characters and prints its salted hash, for operator.resetHash",
            "in the configuration. The secret itself is kept nowhere; `lockstep reset` asks for it."
        })
public final class OperatorCommand implements Callable<Integer> {
    /** What to do. */
    enum Task {
        /** Hash a secret. */
        HASH
    }

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Parameters(index = "0", paramLabel = "hash", description = "Hash a secret.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Task task;

    @Option(names = "--secret-stdin", description = "Read the secret from standard input, one line.")
    private boolean secretStdin;

    @Override
    public Integer call() throws IOException {
        char[] secret = Secret.read("Secret", secretStdin);
        try {
            if (!secretStdin && !Arrays.equals(secret, Secret.read("Again", false))) {
                throw new IllegalArgumentException("the two are not the same");
            }
            report.print(new Report().add("resetHash", ResetSecret.of(secret).toString()));
            return task == Task.HASH ? ExitCode.DONE.code() : ExitCode.FAILED.code();
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
