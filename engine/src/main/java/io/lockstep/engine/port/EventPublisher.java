package io.lockstep.engine.port;

import io.lockstep.engine.event.EngineEvent;
import org.jspecify.annotations.Nullable;

/**
 * The way in: claims a ring slot, lets the caller encode an event into it, publishes it. Safe for any number of threads.
 *
 * <pre>{@code
 * EngineEvent event = publisher.tryClaim();
 * if (event == null) {
 *     conflated.increment();          // the ring is full: keep the newest quote, count the older one
 *     return;
 * }
 * quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).bidPrice(bid)...;
 * event.complete(quote.limit(), receivedNs);
 * publisher.publish(event);
 * }</pre>
 *
 * <p>A claimed slot must be published, also when encoding failed half-way: encode a message known to be good instead.
 */
public interface EventPublisher {
    /** Claims a slot for market data; null when the ring is full, then the caller conflates and counts. */
    @Nullable
    EngineEvent tryClaim();

    /** Claims a slot for what must never be dropped (execution reports, commands); waits while the ring is full. */
    EngineEvent claim();

    /** Hands the slot over to the engine; the caller must not touch it again. */
    void publish(EngineEvent event);
}
