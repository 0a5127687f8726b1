package io.lockstep.launcher.cli.inquiry;

import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.report.Report;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lockstep strategies}: which kinds of strategy can be configured, and with which parameters. */
@Command(name = "strategies", description = "Lists the kinds of strategy, with their parameters and defaults.")
public final class StrategiesCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() throws IOException {
        List<Map<String, Object>> rows =
                plugins.catalog().all().stream().map(StrategiesCommand::row).toList();
        report.print(new Report().addTable("strategies", rows));
        return ExitCode.DONE.code();
    }

    private static Map<String, Object> row(StrategyFactory factory) {
        StrategyParameters parameters = new StrategyParameters("parameters", Map.of());
        factory.create(parameters);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", factory.type());
        row.put("description", factory.description());
        row.put("parameters", parameters.effective());
        return row;
    }
}
