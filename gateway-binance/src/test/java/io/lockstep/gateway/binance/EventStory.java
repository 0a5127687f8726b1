package io.lockstep.gateway.binance;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.binance.execution.ReportText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A ring that never fills and keeps what was published as lines of text; any number of threads. */
public final class EventStory implements EventPublisher {
    private static final long WAIT_NS = TimeUnit.SECONDS.toNanos(20);

    private final List<String> lines = new ArrayList<>();

    @Override
    public EngineEvent tryClaim() {
        return claim();
    }

    @Override
    public EngineEvent claim() {
        return new EngineEvent();
    }

    @Override
    public synchronized void publish(EngineEvent event) {
        lines.add(ReportText.of(event));
        notifyAll();
    }

    /** Everything so far. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line that begins so, counting from the first; the line. */
    public String await(String beginning) throws InterruptedException {
        return await(beginning, 1);
    }

    /** Waits for the {@code count}th line that begins so. */
    public String await(String beginning, int count) throws InterruptedException {
        return awaitLine(line -> line.startsWith(beginning), count, beginning);
    }

    private synchronized String awaitLine(Predicate<String> wanted, int count, String what)
            throws InterruptedException {
        long deadline = System.nanoTime() + WAIT_NS;
        while (true) {
            List<String> found = lines.stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found.get(count - 1);
            }
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError("did not come: " + what + " (" + count + ") in " + lines);
            }
            wait(leftMs);
        }
    }
}
