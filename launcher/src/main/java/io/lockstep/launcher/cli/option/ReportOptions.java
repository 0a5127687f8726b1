package io.lockstep.launcher.cli.option;

import io.lockstep.launcher.report.Report;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option every reporting command has: a table for people or one JSON object for scripts. */
public final class ReportOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    /** Prints a report in the form asked for. */
    public void print(Report report) {
        PrintWriter out = command.commandLine().getOut();
        out.print(json ? report.toJson() : report.toText());
        out.flush();
    }

    /** Whether JSON was asked for. */
    public boolean isJson() {
        return json;
    }

    /** Where reports go. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Where progress and messages go. */
    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** What the command line asks for cannot be. */
    public ParameterException badUsage(IllegalArgumentException reason) {
        return new ParameterException(command.commandLine(), String.valueOf(reason.getMessage()), reason);
    }
}
