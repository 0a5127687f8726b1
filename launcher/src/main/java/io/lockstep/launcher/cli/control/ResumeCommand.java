package io.lockstep.launcher.cli.control;

import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.option.ScopeOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lockstep resume}: lets orders leave again after a pause. */
@Command(
        name = "resume",
        description = {
            "Takes a running engine, or a part of it, from HALT or REDUCE back to RUN. A kill is undone by `reset` alone.",
            "Returns when the engine has journaled it; exit code 1 if it refuses or does not answer."
        })
public final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Mixin
    private final ScopeOptions scopes = new ScopeOptions();

    @Override
    public Integer call() {
        return new AskCommand(operator, report).ask(OperatorAction.RESUME, scopes.scope());
    }
}
