package io.lockstep.launcher.session;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TimerTickEncoder;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.EpochNanoClock;

/** Makes time pass for the engine when nothing else happens: a timer event each interval, from a thread of its own. */
final class TickSource implements AutoCloseable {
    /** The clock may run faster than real time. */
    private static final long LONGEST_PARK_NS = 5_000_000;

    private final EventPublisher publisher;
    private final EpochNanoClock clock;
    private final long intervalNs;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TimerTickEncoder tick = new TimerTickEncoder();
    private final Thread thread = new Thread(this::run, "lockstep-ticks");
    private volatile boolean running = true;

    /**
     * A source that is running.
     *
     * @param clock tells the time of ticks, UTC, nanoseconds
     * @param intervalNs distance of ticks, nanoseconds
     */
    static TickSource start(EventPublisher publisher, EpochNanoClock clock, long intervalNs) {
        TickSource source = new TickSource(publisher, clock, intervalNs);
        source.thread.setDaemon(true);
        source.thread.start();
        return source;
    }

    private TickSource(EventPublisher publisher, EpochNanoClock clock, long intervalNs) {
        this.publisher = publisher;
        this.clock = clock;
        this.intervalNs = intervalNs;
    }

    private void run() {
        long due = clock.nanoTime();
        while (running) {
            long now = clock.nanoTime();
            if (now >= due) {
                publish(now);
                // after a pause one tick tells all of it
                due = now + intervalNs;
            }
            LockSupport.parkNanos(Math.min(due - now, LONGEST_PARK_NS));
        }
    }

    private void publish(long nowNs) {
        EngineEvent event = publisher.claim();
        tick.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).intervalNs(intervalNs);
        event.complete(tick.limit(), nowNs);
        publisher.publish(event);
    }

    /** Ends the thread; no tick follows. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
