package io.lockstep.launcher.cli.inquiry;

import io.lockstep.launcher.cli.option.DurationConverter;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.incident.IncidentHtml;
import io.lockstep.launcher.incident.Timeline;
import io.lockstep.launcher.incident.TimelineReader;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep incident}: what happened around an alert. */
@Command(
        name = "incident",
        description = {
            "Tells from the journal what happened around an alert or an input: reports, commands, decisions, orders, alerts, profit,",
            "build and configuration hash. Market data is counted, not listed. --html writes one page with charts of price, fills",
            "and profit that needs nothing else."
        })
public final class IncidentCommand implements Callable<Integer> {
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "Journal folder of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(
            names = "--id",
            paramLabel = "ALERT|SEQ",
            required = true,
            description = "Code of an alert (the last one counts), or sequence of an input.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Option(
            names = "--before",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = DurationConverter.class,
            description = "How much before it; default ${DEFAULT-VALUE}.")
    private Duration before = Duration.ofMinutes(1);

    @Option(
            names = "--after",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = DurationConverter.class,
            description = "How much after it; default ${DEFAULT-VALUE}.")
    private Duration after = Duration.ofMinutes(1);

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as one page as well.")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        TimelineReader reader = new TimelineReader(new JournalFolder(journal).require());
        Timeline timeline = reader.read(reader.find(id), before.toNanos(), after.toNanos());
        if (html != null) {
            Files.writeString(html, IncidentHtml.of(timeline));
        }
        Report shown = new Report();
        timeline.facts().forEach(shown::add);
        report.print(shown.addTable("timeline", report.isJson() ? timeline.entries() : brief(timeline)));
        return ExitCode.DONE.code();
    }

    private static List<Map<String, Object>> brief(Timeline timeline) {
        return timeline.entries().stream().map(IncidentCommand::brief).toList();
    }

    /** A person reads four columns, not the union of all fields. */
    static Map<String, Object> brief(Map<String, Object> entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sequence", entry.getOrDefault("sequence", ""));
        row.put("time", entry.getOrDefault("time", ""));
        row.put("what", entry.getOrDefault("type", ""));
        row.put(
                "details",
                entry.entrySet().stream()
                        .filter(each -> !List.of("sequence", "time", "type").contains(each.getKey()))
                        .filter(each -> !String.valueOf(each.getValue()).isEmpty())
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" ")));
        return row;
    }
}
