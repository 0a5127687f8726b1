package io.lockstep.simulator.binance;

import java.time.Instant;
import java.time.InstantSource;

/** The venue's time: that of a clock, but never going back, and shifted where a fault asks for it. */
final class VenueClock {
    private final InstantSource source;
    private long lastNs;
    private long skewNs;

    VenueClock(InstantSource source) {
        this.source = source;
    }

    long nowNs() {
        Instant now = source.instant();
        lastNs = Math.max(lastNs, now.getEpochSecond() * 1_000_000_000L + now.getNano() + skewNs);
        return lastNs;
    }

    long nowMs() {
        return nowNs() / 1_000_000L;
    }

    void skew(long newSkewNs) {
        skewNs = newSkewNs;
    }
}
