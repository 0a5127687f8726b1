package io.lockstep.gateway.alpaca;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Collects the events of any number of threads as readable lines, and waits for one. */
final class EventCollector implements EventPublisher {
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(20);

    private final ThreadLocal<EngineEvent> slot = ThreadLocal.withInitial(EngineEvent::new);
    private final FakePublisher reader = new FakePublisher();
    private final List<String> lines = new ArrayList<>();

    @Override
    public EngineEvent tryClaim() {
        return slot.get();
    }

    @Override
    public EngineEvent claim() {
        return slot.get();
    }

    @Override
    public synchronized void publish(EngineEvent event) {
        reader.publish(event);
        lines.addAll(reader.drain());
        notifyAll();
    }

    /** Everything so far. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Forgets everything so far. */
    synchronized void clear() {
        lines.clear();
    }

    /** Waits for a line that starts like this; the line. */
    String await(String start) throws InterruptedException {
        return await(line -> line.startsWith(start), start);
    }

    /** Waits for a line. */
    synchronized String await(Predicate<String> wanted, String words) throws InterruptedException {
        long deadlineNs = System.nanoTime() + DEADLINE_NS;
        while (true) {
            for (String line : lines) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError("no event: " + words + ", events=" + String.join("\n", lines));
            }
            wait(leftMs);
        }
    }
}
