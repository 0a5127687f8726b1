package io.lockstep.launcher.cli.proof;

import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.Progress;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.scenarios.ScenarioResult;
import io.lockstep.launcher.scenarios.ScenarioSwarm;
import io.lockstep.launcher.scenarios.ScenarioTally;
import io.lockstep.launcher.session.StopSignal;
import io.lockstep.launcher.swarm.invariant.Invariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep simulate-scenarios}: what faults at a venue do to a session, over real sockets. */
@Command(
        name = "simulate-scenarios",
        description = {
            "Runs seeded scenarios: a venue on loopback that drops, delays, loses and lies, and a whole session that"
                    + " trades there through",
            "its gateway, with risk gate and journal. When the faults are over, what the session believes is held"
                    + " against the venue's own",
            "books: no order twice, no fill lost, no order on stale data. Ends with 3 if anything did not hold."
        })
public final class SimulateScenariosCommand implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:\\.\\.(\\d{1,18}))?");
    private static final long MOST = 10_000_000;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            defaultValue = "1..100",
            description = "Seeds to run, one scenario each; one number for one. Default 1..100.")
    private String seeds = "";

    @Option(names = "--venue", paramLabel = "VENUE", defaultValue = "spot", description = "spot or usdm; default spot.")
    private String venue = "";

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "16",
            description = "Scenarios at a time, from 1 to 64; default 16. Fewer where the machine is busy.")
    private int parallel;

    @Override
    public Integer call() {
        long[] range = range();
        Progress progress = new Progress(report.err(), "scenarios");
        ScenarioTally tally = swarm().run(range[0], range[1], new StopSignal(), progress);
        progress.done();
        report.print(report(tally));
        for (ScenarioResult each : tally.failed()) {
            report.err().println("repeat: lockstep simulate-scenarios --venue " + venue + " --seeds " + each.seed());
        }
        report.err().flush();
        return (tally.failures() == 0 ? ExitCode.DONE : ExitCode.DAMAGE_FOUND).code();
    }

    private ScenarioSwarm swarm() {
        if (parallel < 1 || parallel > 64) {
            throw report.badUsage(new IllegalArgumentException("must be from 1 to 64: --parallel=" + parallel));
        }
        try {
            return new ScenarioSwarm(LoopbackVenue.of(venue), parallel);
        } catch (IllegalArgumentException e) {
            throw report.badUsage(e);
        }
    }

    private long[] range() {
        Matcher found = RANGE.matcher(seeds);
        if (!found.matches()) {
            throw report.badUsage(new IllegalArgumentException("must be A..B or one number: --seeds=" + seeds));
        }
        long first = Long.parseLong(found.group(1));
        long last = found.group(2) == null ? first : Long.parseLong(found.group(2));
        if (last < first || last - first >= MOST) {
            throw report.badUsage(
                    new IllegalArgumentException("must ascend, by less than ten million: --seeds=" + seeds));
        }
        return new long[] {first, last};
    }

    private Report report(ScenarioTally tally) {
        Map<String, Long> faults = new TreeMap<>();
        tally.faults()
                .forEach((fault, count) ->
                        faults.put(fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
        return new Report()
                .add("venue", venue)
                .add("seeds", seeds)
                .add("scenarios", tally.scenarios())
                .add("traded", tally.traded())
                .add("meanMs", tally.meanMs())
                .add("steps", tally.steps())
                .add("orders", tally.orders())
                .add("fills", tally.fills())
                .addSection("scenariosByFault", faults)
                .addSection("statesAtTheEnd", tally.states())
                .addSection("checks", named(tally.checks()))
                .addSection("violations", named(tally.violations()))
                .addTable("failed", rows(tally.failed()))
                .add("verdict", tally.failures() == 0 ? "HELD" : "VIOLATED");
    }

    private static Map<String, Long> named(Map<Invariant, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((invariant, count) -> named.put(invariant.name(), count));
        return named;
    }

    private static List<Map<String, Object>> rows(List<ScenarioResult> failed) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ScenarioResult result : failed) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("seed", result.seed());
            row.put(
                    "faults",
                    result.faults().stream()
                            .map(each -> each.fault() + "x" + each.happened())
                            .toList()
                            .toString());
            row.put("violation", result.violations().get(0).toString());
            rows.add(row);
        }
        return rows;
    }
}
