package io.lockstep.launcher;

import io.lockstep.launcher.cli.Lockstep;
import io.lockstep.launcher.cli.outcome.ErrorReport;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Entry point of the program; {@code ./lockstep} at the root of the repository starts it. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its {@link io.lockstep.launcher.cli.outcome.ExitCode}. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /**
     * Runs one command in this process.
     *
     * @param args the command and its options
     * @param out where reports go
     * @param err where progress, usage and errors go
     * @return the exit code
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        ErrorReport errors = new ErrorReport();
        int code = new CommandLine(new Lockstep())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(120)
                .setUsageHelpLongOptionsMaxWidth(40)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }
}
