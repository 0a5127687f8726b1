package io.lockstep.launcher.cli.inquiry;

import io.lockstep.engine.strategy.StrategySpec;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.incident.LimitRow;
import io.lockstep.launcher.incident.LimitTable;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.PastState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep limits}: how much of each limit is in use. */
@Command(
        name = "limits",
        description = {
            "Shows each limit, how much of it is in use and what is left, by replaying the journal up to its end or --at SEQ and",
            "reading the books. A running engine is not touched: what it journaled since is not in the table. Also shows where",
            "signals went: orders, and each reason they were suppressed or denied for."
        })
public final class LimitsCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(names = "--at", paramLabel = "SEQ", description = "As of this input; default the last one.")
    private long at = Long.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        JournalFolder folder = new JournalFolder(journal).require();
        PastState state = PastState.at(folder, at, plugins.catalog());
        report.print(new Report()
                .add("sequence", state.sequence())
                .addTable(
                        "limits",
                        LimitTable.of(state).stream().map(LimitRow::toRow).toList())
                .addSection("signals", signals(state)));
        return ExitCode.DONE.code();
    }

    private static Map<String, Object> signals(PastState state) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("signals", state.count(Counter.SIGNALS));
        section.put("intents", state.count(Counter.INTENTS));
        section.put("accepted", state.count(Counter.ACCEPTED));
        section.put("denied", state.count(Counter.DENIED));
        section.put("suppressed", state.count(Counter.SUPPRESSED));
        for (StrategySpec strategy : state.setup().strategies()) {
            state.suppressions()
                    .of(strategy.id())
                    .forEach((reason, count) -> section.put("suppressed " + strategy.name() + " " + reason, count));
        }
        return section;
    }
}
