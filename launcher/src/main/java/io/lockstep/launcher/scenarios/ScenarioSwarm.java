package io.lockstep.launcher.scenarios;

import io.lockstep.launcher.loopback.LoopbackVenue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Runs the scenarios of many seeds, several at a time. */
public final class ScenarioSwarm {
    private final LoopbackVenue venue;
    private final int parallel;

    /**
     * Prepares a run.
     *
     * @param venue Binance Spot or USDⓈ-M
     * @param parallel scenarios at a time: they mostly wait, so more than the machine has cores
     * @throws IllegalArgumentException if a venue's books cannot be looked at
     */
    public ScenarioSwarm(LoopbackVenue venue, int parallel) {
        if (venue == LoopbackVenue.ALPACA) {
            throw new IllegalArgumentException("scenarios are of spot or usdm: venue=" + venue.label());
        }
        this.venue = venue;
        this.parallel = parallel;
    }

    /**
     * Runs the scenarios of the seeds from {@code first} to {@code last}.
     *
     * @param stop asked before each: what has begun still ends
     * @param progress told how many have ended
     */
    public ScenarioTally run(long first, long last, BooleanSupplier stop, LongConsumer progress) {
        ScenarioTally tally = new ScenarioTally();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (long seed = first; seed <= last; seed++) {
                long each = seed;
                running.add(threads.submit(() -> {
                    if (!stop.getAsBoolean()) {
                        tally.add(one(each));
                        progress.accept(tally.scenarios());
                    }
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
            return tally;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tally;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scenario could not be run", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private ScenarioResult one(long seed) {
        try {
            return new ScenarioRun(venue, seed, Sabotage.NONE).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
