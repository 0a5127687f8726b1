package io.lockstep.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top command; names the others. */
@Command(
        name = "lockstep",
        description = {
            "A trading engine: one total order of events, journaled before it acts, replayed to the same bit.",
            "`./lockstep test` builds and runs every test."
        },
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            BacktestCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            JournalCommand.class,
            ImportCommand.class,
            RecordCommand.class,
            InspectCommand.class,
            SimulateCommand.class,
            SimulateFaultsCommand.class,
            KillCommand.class,
            ResetCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            StopCommand.class,
            GuardCommand.class,
            OperatorCommand.class,
            StatusCommand.class,
            HealthCommand.class,
            IncidentCommand.class,
            ExplainCommand.class,
            LimitsCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            StrategiesCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:bad usage or configuration",
            "3:divergence, damage or difference found",
            "4:halted or killed"
        })
public final class Lockstep implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
