package io.lockstep.launcher.health;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.Gauges;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.HostResource;
import io.lockstep.engine.sbe.HostStatusEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ResourceLevel;
import io.lockstep.journal.JournalSettings;
import io.lockstep.journal.upkeep.FreeSpace;
import java.util.function.LongSupplier;
import org.agrona.concurrent.NanoClock;

/**
 * Tells the engine how much room the journal has: as an event, so that what follows from it is decided and replayed like everything else. It speaks
 * when that changes and, if so told, in between; one thread.
 */
public final class HostWatch {
    private static final long NS_PER_MS = 1_000_000;

    private final FreeSpace space;
    private final NanoClock clock;
    private final long everyNs;
    private final Gauges gauges;
    private final HostStatusEncoder status = new HostStatusEncoder();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private FreeSpace.State told = FreeSpace.State.OK;
    private boolean isDue;
    private long nextNs;

    /**
     * A watch that has not looked yet; an engine takes it that there is room until it hears otherwise.
     *
     * @param probe the journal's file system
     * @param clock monotonic
     * @param everyMs how often it speaks while nothing changes, beginning with the first look, ms; 0 for never
     */
    public HostWatch(FreeSpace.Probe probe, NanoClock clock, JournalSettings settings, long everyMs, Gauges gauges) {
        space = new FreeSpace(
                probe, clock, settings.lowFreeBytes(), settings.lowFreePercent(), settings.criticalFreeBytes());
        this.clock = clock;
        this.gauges = gauges;
        everyNs = everyMs * NS_PER_MS;
        isDue = everyMs > 0;
    }

    /**
     * Looks, and says what there is to say.
     *
     * @param timeNs time for the event, UTC, nanoseconds
     */
    public void look(EventPublisher publisher, LongSupplier timeNs) {
        space.doWork();
        gauges.set(Gauge.DISK_FREE, space.freeBytes());
        FreeSpace.State now = space.state();
        if (now != told || isDue || everyNs > 0 && clock.nanoTime() - nextNs >= 0) {
            told = now;
            isDue = false;
            nextNs = clock.nanoTime() + everyNs;
            publish(publisher, now, timeNs.getAsLong());
        }
    }

    private void publish(EventPublisher publisher, FreeSpace.State now, long timeNs) {
        EngineEvent event = publisher.claim();
        status.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .resource(HostResource.DISK)
                .level(level(now))
                .available(space.freeBytes());
        event.complete(status.limit(), timeNs);
        publisher.publish(event);
    }

    private static ResourceLevel level(FreeSpace.State state) {
        return switch (state) {
            case OK -> ResourceLevel.OK;
            case LOW -> ResourceLevel.LOW;
            case CRITICAL -> ResourceLevel.CRITICAL;
        };
    }
}
