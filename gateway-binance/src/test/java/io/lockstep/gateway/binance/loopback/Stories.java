package io.lockstep.gateway.binance.loopback;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.gateway.binance.marketdata.EventText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What was published, told as text, for a test that waits for it. */
public final class Stories {
    private static final long WAIT_NS = TimeUnit.SECONDS.toNanos(20);

    private final List<String> stories = new ArrayList<>();

    /** Adds an event. */
    public synchronized void add(EngineEvent event) {
        stories.add(EventText.of(event));
        notifyAll();
    }

    /** Waits until a story begins so; returns all stories until then. */
    public List<String> await(String beginning) throws InterruptedException {
        return await(beginning, all -> all.stream().anyMatch(story -> story.startsWith(beginning)));
    }

    /** Waits until {@code count} stories begin so. */
    public List<String> await(int count, String beginning) throws InterruptedException {
        return await(
                count + " times " + beginning,
                all -> all.stream().filter(story -> story.startsWith(beginning)).count() >= count);
    }

    /** Stories that begin so. */
    public synchronized List<String> of(String beginning) {
        return stories.stream().filter(story -> story.startsWith(beginning)).toList();
    }

    private synchronized List<String> await(String what, Predicate<List<String>> condition)
            throws InterruptedException {
        long deadlineNs = System.nanoTime() + WAIT_NS;
        while (!condition.test(stories)) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError("not published: " + what + ", but " + stories);
            }
            wait(leftMs);
        }
        return List.copyOf(stories);
    }
}
