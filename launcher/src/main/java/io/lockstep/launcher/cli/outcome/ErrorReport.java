package io.lockstep.launcher.cli.outcome;

import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.replay.Divergence;
import io.lockstep.journal.JournalDamagedException;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.session.HaltedException;
import io.lockstep.launcher.session.epoch.UnprovenEpochException;
import io.lockstep.launcher.session.recovery.QuarantinedInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a message for a person and an exit code for a script. */
public final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("lockstep: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("See `" + command.getCommandSpec().qualifiedName() + " --help`.");
        }
        return ExitCode.BAD_USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof ConfigurationException) {
            err.println(e.getMessage());
            return ExitCode.BAD_USAGE.code();
        }
        if (e instanceof HaltedException) {
            err.println("lockstep " + command.getCommandName() + ": " + e.getMessage());
            return ExitCode.HALTED.code();
        }
        if (isAboutTheJournal(e)) {
            err.println("lockstep " + command.getCommandName() + ": " + e.getMessage());
            return ExitCode.DAMAGE_FOUND.code();
        }
        err.println("lockstep " + command.getCommandName() + ": " + describe(e));
        if (isSurprising(e)) {
            e.printStackTrace(err);
        }
        return ExitCode.FAILED.code();
    }

    private static boolean isAboutTheJournal(Exception e) {
        return e instanceof JournalDamagedException
                || e instanceof Divergence
                || e instanceof QuarantinedInputException
                || e instanceof UnprovenEpochException;
    }

    /** Files and arguments fail for reasons a sentence explains; anything else is a bug whose place must be seen. */
    private static boolean isSurprising(Exception e) {
        return !(e instanceof IOException
                || e instanceof UncheckedIOException
                || e instanceof IllegalArgumentException
                || e instanceof VenueException);
    }

    private static String describe(Exception e) {
        Throwable shown = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String message = String.valueOf(shown.getMessage());
        boolean needsKind = shown instanceof java.nio.file.FileSystemException || isSurprising(e);
        return needsKind ? shown.getClass().getSimpleName() + ": " + message : message;
    }
}
