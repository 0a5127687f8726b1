package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import org.agrona.collections.Int2ObjectHashMap;

/** Gaps of instruments whose book is not kept here: told once, as soon as the ring has room. Network thread. */
final class PendingGaps {
    private final EventEncoder encoder;
    private final Int2ObjectHashMap<String> reasons = new Int2ObjectHashMap<>();
    private long published;

    PendingGaps(EventEncoder encoder) {
        this.encoder = encoder;
    }

    /** Gaps published so far. */
    long published() {
        return published;
    }

    /** Tells that an instrument's prices are not to be believed until new ones come. */
    void add(int instrumentId, String reason, long nowNs) {
        reasons.put(instrumentId, reason);
        flush(nowNs);
    }

    /** Publishes what the ring has room for. */
    void flush(long nowNs) {
        if (!reasons.isEmpty()) {
            reasons.entrySet().removeIf(gap -> publish(gap.getKey(), gap.getValue(), nowNs));
        }
    }

    private boolean publish(int instrumentId, String reason, long nowNs) {
        boolean done = encoder.publishGap(instrumentId, FixedPoint.NULL, FixedPoint.NULL, reason, nowNs);
        published += done ? 1 : 0;
        return done;
    }
}
