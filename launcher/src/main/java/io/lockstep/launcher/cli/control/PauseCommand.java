package io.lockstep.launcher.cli.control;

import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.option.ScopeOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lockstep pause}: stops new orders, without touching those that are open. */
@Command(
        name = "pause",
        description = {
            "Puts a running engine, or a part of it, into HALT: nothing new leaves, cancels pass, open orders stay.",
            "Returns when the engine has journaled it; exit code 1 if it refuses or does not answer."
        })
public final class PauseCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Mixin
    private final ScopeOptions scopes = new ScopeOptions();

    @Override
    public Integer call() {
        return new AskCommand(operator, report).ask(OperatorAction.PAUSE, scopes.scope());
    }
}
