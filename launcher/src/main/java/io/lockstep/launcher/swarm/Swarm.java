package io.lockstep.launcher.swarm;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Runs the worlds of many seeds on several threads; each world stays on one. */
public final class Swarm {
    private final Simulation simulation;
    private final int threads;

    /** @param threads worlds that run at a time, positive */
    public Swarm(Simulation simulation, int threads) {
        this.simulation = simulation;
        this.threads = threads;
    }

    /**
     * What became of a swarm.
     *
     * @param seeds worlds run
     * @param hash over the hashes of all worlds, in the order of their seeds
     * @param failed worlds in which something was wrong, by seed
     * @param tally what happened in all of them
     */
    public record Outcome(long seeds, long hash, List<SeedResult> failed, Tally tally) {
        /** Copies the list. */
        public Outcome {
            failed = List.copyOf(failed);
        }
    }

    /**
     * Runs the seeds from a first to a last one.
     *
     * @param progress told the number of seeds run, from any thread
     */
    public Outcome run(long first, long last, LongConsumer progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        AtomicLong done = new AtomicLong();
        try {
            List<Future<SeedResult>> runs = new ArrayList<>();
            for (long seed = first; seed <= last; seed++) {
                FaultPlan plan = FaultPlan.of(seed);
                runs.add(pool.submit(() -> {
                    SeedResult result = simulation.run(plan);
                    progress.accept(done.incrementAndGet());
                    return result;
                }));
            }
            return collect(runs);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Outcome collect(List<Future<SeedResult>> runs) {
        Tally tally = new Tally();
        List<SeedResult> failed = new ArrayList<>();
        long hash = 0;
        for (Future<SeedResult> run : runs) {
            SeedResult result = await(run);
            tally.add(result.tally());
            hash = hash * 1_000_003 + result.hash();
            if (!result.ok()) {
                failed.add(result);
            }
        }
        return new Outcome(runs.size(), hash, failed, tally);
    }

    private static SeedResult await(Future<SeedResult> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a world broke", e);
        }
    }
}
