package io.lockstep.simulator.alpaca;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved. */
final class ManualClock implements InstantSource {
    private final AtomicReference<Instant> now;

    ManualClock(String start) {
        now = new AtomicReference<>(Instant.parse(start));
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    void moveTo(String time) {
        now.set(Instant.parse(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
