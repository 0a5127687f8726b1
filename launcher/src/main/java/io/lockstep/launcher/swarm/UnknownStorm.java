package io.lockstep.launcher.swarm;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.machine.Workmanship;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Worlds in which half of all answers are lost, one after the other, until so many outcomes were unknown. */
public final class UnknownStorm {
    private static final int HALF = 500_000;
    private static final int SOME = 200_000;
    private static final String COUNTED = "unknown outcomes";

    private final Simulation simulation = new Simulation(() -> Workmanship.SOUND, false);
    private final int threads;

    /**
     * What came of it.
     *
     * @param unknowns outcomes that were unknown
     * @param worlds worlds run
     * @param tally what happened
     * @param failed the first world in which something was wrong; null for none
     */
    public record Outcome(
            long unknowns,
            long worlds,
            Tally tally,
            @Nullable SeedResult failed) {}

    /** @param threads worlds that run at a time, positive */
    public UnknownStorm(int threads) {
        this.threads = threads;
    }

    /**
     * Runs worlds from a first seed on until there were so many unknown outcomes, or something was wrong.
     *
     * @param progress told the number of unknown outcomes so far, from any thread
     */
    public Outcome run(long firstSeed, long unknowns, LongConsumer progress) {
        Course course = new Course(firstSeed, unknowns, progress);
        List<Thread> workers =
                IntStream.range(0, threads).mapToObj(i -> new Thread(course)).toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            join(worker);
        }
        return course.outcome();
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** One storm: hands out seeds and adds up what comes of them. */
    private final class Course implements Runnable {
        private final long wanted;
        private final LongConsumer progress;
        private final Tally tally = new Tally();
        private long nextSeed;
        private long worlds;
        private @Nullable SeedResult failed;

        Course(long firstSeed, long wanted, LongConsumer progress) {
            nextSeed = firstSeed;
            this.wanted = wanted;
            this.progress = progress;
        }

        @Override
        public void run() {
            while (!isOver()) {
                add(simulation.run(plan(claim())));
            }
        }

        private synchronized boolean isOver() {
            return failed != null || tally.get(COUNTED) >= wanted;
        }

        private synchronized long claim() {
            return nextSeed++;
        }

        private synchronized void add(SeedResult result) {
            worlds++;
            tally.add(result.tally());
            if (!result.ok() && failed == null) {
                failed = result;
            }
            progress.accept(tally.get(COUNTED));
        }

        synchronized Outcome outcome() {
            return new Outcome(tally.get(COUNTED), worlds, tally, failed);
        }
    }

    private static FaultPlan plan(long seed) {
        return FaultPlan.quiet(seed)
                .with(Feature.REQUEST_LOSS, SOME)
                .with(Feature.REPLY_LOSS, HALF)
                .with(Feature.SERVER_ERROR, SOME)
                .with(Feature.LATE_SIGHT, HALF)
                .with(Feature.SLOW_VENUE, SOME)
                .with(Feature.FRAME_LOSS, SOME)
                .with(seed % 2 == 0 ? Feature.SPOT : Feature.HOSTILE, 1);
    }
}
