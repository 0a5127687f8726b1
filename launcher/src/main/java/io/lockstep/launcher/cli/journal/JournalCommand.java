package io.lockstep.launcher.cli.journal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lockstep journal}: looks into journals, repairs and trims them. */
@Command(
        name = "journal",
        description = "What is in a journal, what to do when it is damaged, and what may go.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            JournalListCommand.class,
            JournalPrintCommand.class,
            JournalRepairCommand.class,
            JournalEpochCommand.class,
            JournalTrimCommand.class
        })
public final class JournalCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the journal");
    }
}
