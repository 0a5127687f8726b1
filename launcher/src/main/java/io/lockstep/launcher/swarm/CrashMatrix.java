package io.lockstep.launcher.swarm;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.machine.Disk;
import io.lockstep.launcher.swarm.machine.EngineProcess;
import io.lockstep.launcher.swarm.machine.Workmanship;
import io.lockstep.launcher.swarm.world.World;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reference day, and a crash behind every record of it: before and after each append, sync and send. A process that dies at any of these steps leaves
 * one of the prefixes tried here, since a sync and a send store nothing; each must replay to its end, and lead on to the decisions that the day made.
 *
 * <p>An input without its decisions: they are made up for at the start, and not sent. Decisions made in part: the rest is.
 */
public final class CrashMatrix {
    private final World day;

    /** @param safetySeconds how long the day's faults last, virtual seconds */
    public CrashMatrix(int safetySeconds) {
        FaultPlan plan = FaultPlan.quiet(1)
                .with(Feature.REPLY_LOSS, 50_000)
                .with(Feature.DUPLICATE, 100_000)
                .with(Feature.REORDER, 50_000)
                .with(Feature.MANUAL_TRADE, 200_000)
                .with(Feature.OPERATOR, 300_000)
                .with(Feature.POWER_SAFE, 1)
                .lasting(safetySeconds);
        day = new World(plan, Workmanship.SOUND, List.of());
        day.run(() -> false);
    }

    /** Records of the day: inputs and decisions. */
    public long records() {
        return disk().inputs().lastSequence() + disk().decisions().lastSequence();
    }

    /**
     * What came of it.
     *
     * @param crashes prefixes tried
     * @param failure the first that did not start as it must; null for none
     */
    public record Outcome(long crashes, @Nullable String failure) {}

    /**
     * Crashes at every n-th record.
     *
     * @param every 1 for all
     * @param progress told the number of crashes so far
     */
    public Outcome run(int every, LongConsumer progress) {
        long crashes = 0;
        long decisions = 0;
        for (long input = 1; input <= disk().inputs().lastSequence(); input++) {
            long before = decisions;
            while (decisions < disk().decisions().lastSequence() && disk().cause(decisions + 1) <= input) {
                decisions++;
            }
            for (long kept = before; kept <= decisions; kept++) {
                if ((input + kept) % every == 0) {
                    String failure = crash(input, kept);
                    progress.accept(++crashes);
                    if (failure != null) {
                        return new Outcome(crashes, failure);
                    }
                }
            }
        }
        return new Outcome(crashes, null);
    }

    /** A start on what the crash left: it must take it all in, and make up for exactly the decisions that are missing. */
    private @Nullable String crash(long inputs, long decisions) {
        Supplier<EngineSetup> setups = day::freshSetup;
        Engine engine = new Engine(setups.get(), new Counters(), EngineProcess.NOT_TIMED);
        String place = "inputs=" + inputs + ", decisions=" + decisions;
        try {
            engine.replay(disk().inputs().upTo(inputs), disk().decisions().upTo(decisions));
        } catch (RuntimeException failure) {
            return place + ": " + failure.getMessage();
        }
        long due = decisions;
        while (due < disk().decisions().lastSequence() && disk().cause(due + 1) <= inputs) {
            due++;
        }
        boolean made = engine.unrecordedDecisions() == due - decisions;
        return made ? null : place + ": made up for=" + engine.unrecordedDecisions() + ", missing=" + (due - decisions);
    }

    private Disk disk() {
        return day.process().disk();
    }
}
