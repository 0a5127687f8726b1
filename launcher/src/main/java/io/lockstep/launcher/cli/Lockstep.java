package io.lockstep.launcher.cli;

import io.lockstep.launcher.cli.proof.SimulateFaultsCommand;

import io.lockstep.launcher.cli.control.GuardCommand;
import io.lockstep.launcher.cli.control.KillCommand;
import io.lockstep.launcher.cli.control.OperatorCommand;
import io.lockstep.launcher.cli.control.OverrideCommand;
import io.lockstep.launcher.cli.control.PauseCommand;
import io.lockstep.launcher.cli.control.ResetCommand;
import io.lockstep.launcher.cli.control.ResumeCommand;
import io.lockstep.launcher.cli.control.StopCommand;
import io.lockstep.launcher.cli.inquiry.AuditCommand;
import io.lockstep.launcher.cli.inquiry.ConfigCommand;
import io.lockstep.launcher.cli.inquiry.DoctorCommand;
import io.lockstep.launcher.cli.inquiry.ExplainCommand;
import io.lockstep.launcher.cli.inquiry.HealthCommand;
import io.lockstep.launcher.cli.inquiry.IncidentCommand;
import io.lockstep.launcher.cli.inquiry.LimitsCommand;
import io.lockstep.launcher.cli.inquiry.StatusCommand;
import io.lockstep.launcher.cli.inquiry.StrategiesCommand;
import io.lockstep.launcher.cli.journal.JournalCommand;
import io.lockstep.launcher.cli.journal.ReplayCommand;
import io.lockstep.launcher.cli.journal.VerifyCommand;
import io.lockstep.launcher.cli.proof.SimulateFeedCommand;
import io.lockstep.launcher.cli.proof.SimulateScenariosCommand;
import io.lockstep.launcher.cli.run.BacktestCommand;
import io.lockstep.launcher.cli.run.DemoCommand;
import io.lockstep.launcher.cli.run.RunCommand;
import io.lockstep.launcher.cli.run.SimulateCommand;
import io.lockstep.launcher.cli.tape.ImportCommand;
import io.lockstep.launcher.cli.tape.InspectCommand;
import io.lockstep.launcher.cli.tape.RecordCommand;
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
            SimulateFeedCommand.class,
            SimulateScenariosCommand.class,
            SimulateFaultsCommand.class,
            KillCommand.class,
            ResetCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            StopCommand.class,
            GuardCommand.class,
            OverrideCommand.class,
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
