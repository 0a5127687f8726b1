package io.lockstep.launcher.wire;

import java.time.Instant;
import java.time.InstantSource;

/** A venue's time that stands still until it is let go. Any thread. */
final class HeldTime implements InstantSource {
    private static final Instant START = Instant.parse("2013-10-07T13:29:59Z");
    private static final long HELD = Long.MIN_VALUE;

    private volatile long letGoAt = HELD;

    void letGo() {
        letGoAt = letGoAt == HELD ? System.nanoTime() : letGoAt;
    }

    @Override
    public Instant instant() {
        long since = letGoAt;
        return since == HELD ? START : START.plusNanos(System.nanoTime() - since);
    }
}
