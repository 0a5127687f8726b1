package io.lockstep.launcher.swarm;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.machine.Workmanship;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Worlds in which a strategy fires volleys of orders and most answers are lost, one after the other, until so many outcomes were unknown. */
public final class UnknownStorm {
    private static final int MANY = 450_000;
    private static final int SOME = 50_000;
    private static final int FEW = 10_000;
    private static final int KINDS = 5;
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

    /** Nearly half of all requests are answered by an error that says nothing; the seed says what goes wrong besides. */
    private static FaultPlan plan(long seed) {
        FaultPlan storm = FaultPlan.quiet(seed)
                .with(Feature.STORM, 1)
                .with(Feature.SPOT, (int) (seed / KINDS % 2))
                .with(Feature.SERVER_ERROR, MANY)
                .with(Feature.REQUEST_LOSS, SOME)
                .with(Feature.REPLY_LOSS, SOME);
        return switch ((int) (seed % KINDS)) {
            case 1 -> storm.with(Feature.LATE_SIGHT, 2 * SOME);
            case 2 -> storm.with(Feature.FRAME_LOSS, FEW);
            case 3 -> storm.with(Feature.SLOW_VENUE, SOME);
            case 4 -> storm.with(Feature.DUPLICATE, 4 * SOME).with(Feature.REORDER, 2 * SOME);
            default -> storm;
        };
    }
}
