package io.lockstep.launcher.cli.proof;

import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.Progress;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.header.BuildInfo;
import io.lockstep.launcher.swarm.CrashMatrix;
import io.lockstep.launcher.swarm.SeedResult;
import io.lockstep.launcher.swarm.Shrinker;
import io.lockstep.launcher.swarm.Simulation;
import io.lockstep.launcher.swarm.Swarm;
import io.lockstep.launcher.swarm.UnknownStorm;
import io.lockstep.launcher.swarm.invariant.Findings.Violation;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.launcher.swarm.mutant.Mutant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep simulate-faults}: whole worlds from seeds, in which everything goes wrong, checked against the venue's books. */
@Command(
        name = "simulate-faults",
        description = {
            "Runs the engine in simulated worlds, one a seed, with lost answers, crashes, operators and the rest, and checks",
            "it against the venue's own books. Exit code 3 names the seed in which an invariant broke, and how to repeat it."
        })
public final class SimulateFaultsCommand implements Callable<Integer> {
    /** Enough for more than 5,000 records. */
    private static final int REFERENCE_DAY_SECONDS = 1_200;

    private static final String RANGE = "\\d{1,15}\\.\\.\\d{1,15}";

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--seeds", paramLabel = "A..B", defaultValue = "1..1000", description = "Seeds, default 1..1000.")
    private String seeds = "1..1000";

    @Option(names = "--seed", paramLabel = "N", description = "One seed.")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "Worlds at a time, default 2.")
    private int threads = 2;

    @Option(names = "--shrink", description = "Make the first failing seed's world smaller before it is told.")
    private boolean shrink;

    @Option(names = "--mutant", paramLabel = "NAME", description = "Plant a bug: ${COMPLETION-CANDIDATES}.")
    private @Nullable Mutant mutant;

    @Option(names = "--crash-everywhere", description = "Crash behind every record of a reference day instead.")
    private boolean crashEverywhere;

    @Option(names = "--unknowns", paramLabel = "N", description = "Run worlds until N outcomes were unknown instead.")
    private @Nullable Long unknowns;

    @Override
    public Integer call() {
        if (threads < 1 || !seeds.matches(RANGE)) {
            throw report.badUsage(new IllegalArgumentException("must be as 1..1000, with at least one thread"));
        }
        if (crashEverywhere) {
            return crashEverywhere();
        }
        return unknowns == null ? swarm() : storm(unknowns);
    }

    private int swarm() {
        int dots = seeds.indexOf("..");
        long first = seed == null ? Long.parseLong(seeds.substring(0, dots)) : seed;
        long last = seed == null ? Long.parseLong(seeds.substring(dots + 2)) : seed;
        Simulation simulation = simulation();
        Progress progress = new Progress(report.err(), "seeds");
        Swarm.Outcome outcome = new Swarm(simulation, threads).run(first, last, progress);
        progress.done();
        List<String> idle = unexercised(outcome);
        Report told = new Report()
                .add("build", BuildInfo.id())
                .add("seeds", outcome.seeds())
                .add("hash", Long.toHexString(outcome.hash()))
                .addSection("happened", counts(outcome.tally().counts(), false))
                .addSection("checked", counts(outcome.tally().counts(), true))
                .add("violations", outcome.failed().size());
        if (!outcome.failed().isEmpty()) {
            SeedResult failing = outcome.failed().get(0);
            tell(told, shrink ? new Shrinker(simulation).shrink(failing) : failing);
        }
        if (seed == null && mutant == null && outcome.seeds() >= 100) {
            told.add("neverChecked", String.join(", ", idle));
        }
        report.print(told);
        boolean vacuous = told.values().containsKey("neverChecked") && !idle.isEmpty();
        return outcome.failed().isEmpty() && !vacuous ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private Simulation simulation() {
        Mutant planted = mutant;
        return planted == null ? Simulation.sound() : new Simulation(planted::make, planted.isSeenInSecondRun());
    }

    private int crashEverywhere() {
        CrashMatrix matrix = new CrashMatrix(REFERENCE_DAY_SECONDS);
        Progress progress = new Progress(report.err(), "crashes");
        CrashMatrix.Outcome outcome = matrix.run(1, progress);
        progress.done();
        report.print(new Report()
                .add("build", BuildInfo.id())
                .add("records", matrix.records())
                .add("crashes", outcome.crashes())
                .add("failure", outcome.failure() == null ? "" : outcome.failure()));
        return outcome.failure() == null ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private int storm(long wanted) {
        Progress progress = new Progress(report.err(), "unknown outcomes");
        UnknownStorm.Outcome outcome = new UnknownStorm(threads).run(seed == null ? 1 : seed, wanted, progress);
        progress.done();
        Report told = new Report()
                .add("build", BuildInfo.id())
                .add("unknownOutcomes", outcome.unknowns())
                .add("worlds", outcome.worlds())
                .addSection("happened", counts(outcome.tally().counts(), false))
                .add("violations", outcome.failed() == null ? 0 : 1);
        if (outcome.failed() != null) {
            tell(told, outcome.failed());
            told.add(
                    "repeat",
                    "./lockstep simulate-faults --unknowns 1 --seed "
                            + outcome.failed().plan().seed());
        }
        report.print(told);
        return outcome.failed() == null ? ExitCode.DONE.code() : ExitCode.DAMAGE_FOUND.code();
    }

    private void tell(Report told, SeedResult failing) {
        Violation violation = failing.violation();
        told.add("failingSeed", failing.plan().seed())
                .add(
                        "invariant",
                        violation == null
                                ? ""
                                : violation.invariant() + " "
                                        + violation.invariant().words())
                .add("detail", violation == null ? "" : violation.detail())
                .add("features", failing.plan().features().toString())
                .add("faultSeconds", failing.plan().safetySeconds())
                .add(
                        "repeat",
                        "./lockstep simulate-faults --seed " + failing.plan().seed()
                                + (mutant == null ? "" : " --mutant " + mutant) + (shrink ? " --shrink" : ""));
    }

    private static List<String> unexercised(Swarm.Outcome outcome) {
        return List.of(Invariant.values()).stream()
                .filter(each -> outcome.tally().get("checked " + each) == 0)
                .map(Invariant::name)
                .toList();
    }

    private static Map<String, Long> counts(Map<String, Long> all, boolean checks) {
        Map<String, Long> some = new LinkedHashMap<>();
        all.forEach((name, count) -> {
            if (name.startsWith("checked ") == checks) {
                some.put(checks ? name.substring("checked ".length()) : name, count);
            }
        });
        return some;
    }
}
