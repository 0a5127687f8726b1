package io.lockstep.launcher.cli.inquiry;

import io.lockstep.engine.order.OrderIds;
import io.lockstep.launcher.cli.option.PluginOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.incident.LimitRow;
import io.lockstep.launcher.incident.LimitTable;
import io.lockstep.launcher.incident.OrderStory;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.PastState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockstep explain}: why an order was sent, or was not. */
@Command(
        name = "explain",
        description = {
            "Tells everything that led to an order, back to the tick: the input that caused it, the last inputs about its",
            "instrument before, every decision of the same input, and what became of it. The limits are shown as they stood",
            "just before, found by replaying the journal up to there; a denial carries the numbers its check saw."
        })
public final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final PluginOptions plugins = new PluginOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Parameters(index = "0", paramLabel = "ORDER", description = "Our id of the order, as the journal has it.")
    private long order;

    @Override
    public Integer call() throws IOException {
        JournalFolder folder = new JournalFolder(journal).require();
        OrderStory story = OrderStory.read(folder, order);
        PastState before = PastState.at(folder, OrderIds.sequence(order) - 1, plugins.catalog());
        report.print(new Report()
                .add("order", order)
                .add("build", before.run().buildId())
                .add("configHash", before.run().configHash())
                .addTable("knewBefore", shown(story.before()))
                .addTable("cause", shown(List.of(story.cause())))
                .addTable("decided", shown(story.decided()))
                .addTable(
                        "limitsBefore",
                        LimitTable.of(before).stream().map(LimitRow::toRow).toList())
                .addTable("after", shown(story.after())));
        return ExitCode.DONE.code();
    }

    private List<Map<String, Object>> shown(List<Map<String, Object>> events) {
        return report.isJson()
                ? events
                : events.stream().map(IncidentCommand::brief).toList();
    }
}
