package io.lockstep.journal;

import io.lockstep.journal.upkeep.FreeSpace;
import io.lockstep.journal.upkeep.PageToucher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.CompositeAgent;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.SystemNanoClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads beside the writer: one touches pages, the other samples free space and, where the settings say so, syncs. Syncing has
 * a thread of its own because a slow device must not keep pages from being touched.
 */
final class JournalUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalUpkeep.class);
    private static final int BUSY_PASS_MS = 1;
    private static final int WATCH_PASS_MS = 20;

    private final PageToucher toucher;
    private final FreeSpace freeSpace;
    private final List<AgentRunner> runners = new ArrayList<>();

    JournalUpkeep(Path directory, JournalSettings settings, DurablePoint durable) {
        NanoClock clock = SystemNanoClock.INSTANCE;
        this.toucher = new PageToucher(settings.pretouchAheadBytes());
        this.freeSpace = new FreeSpace(
                FreeSpace.Probe.of(directory),
                clock,
                settings.lowFreeBytes(),
                settings.lowFreePercent(),
                settings.criticalFreeBytes());
        if (settings.pretouchAheadBytes() > 0) {
            add(toucher, BUSY_PASS_MS);
        }
        boolean bounded = settings.durability() == Durability.BOUNDED;
        if (bounded) {
            IntervalSync sync = new IntervalSync(durable, clock, settings.syncIntervalMs());
            add(new CompositeAgent(freeSpace, sync), BUSY_PASS_MS);
        } else {
            add(freeSpace, WATCH_PASS_MS);
        }
    }

    /** A thread that only looks at the disk need not wake as often as one that works for the writer; a close waits for a pass. */
    private void add(Agent agent, int passMs) {
        runners.add(new AgentRunner(
                new SleepingMillisIdleStrategy(passMs),
                error -> LOG.error("journal upkeep failed: agent={}", agent.roleName(), error),
                null,
                agent));
    }

    /** Starts the threads. */
    void start() {
        for (AgentRunner runner : runners) {
            AgentRunner.startOnThread(runner, work -> {
                Thread thread = new Thread(work, runner.agent().roleName());
                thread.setDaemon(true);
                return thread;
            });
        }
    }

    void follow(Path rollFile) {
        toucher.follow(rollFile);
    }

    FreeSpace freeSpace() {
        return freeSpace;
    }

    PageToucher pageToucher() {
        return toucher;
    }

    @Override
    public void close() {
        runners.forEach(AgentRunner::close);
    }

    /** Syncs at an interval. A failure is kept by the durable point, which then refuses all appends. */
    private static final class IntervalSync implements Agent {
        private final DurablePoint durable;
        private final NanoClock clock;
        private final long intervalNs;
        private long nextNs;

        IntervalSync(DurablePoint durable, NanoClock clock, int intervalMs) {
            this.durable = durable;
            this.clock = clock;
            this.intervalNs = TimeUnit.MILLISECONDS.toNanos(intervalMs);
            this.nextNs = clock.nanoTime() + intervalNs;
        }

        @Override
        public int doWork() {
            if (durable.hasFailed() || clock.nanoTime() - nextNs < 0) {
                return 0;
            }
            durable.sync();
            nextNs = clock.nanoTime() + intervalNs;
            return 1;
        }

        @Override
        public String roleName() {
            return "journal-sync";
        }
    }
}
