package io.lockstep.transport.net;

/** A clock that moves when the test says so; wall time runs along from a day in 2026. */
public final class ManualClock {
    private static final long WALL_START_NS = 1_795_000_000_000_000_000L;

    private long nowNs;

    /** Both clocks. */
    public TransportClock clock() {
        return new TransportClock(() -> nowNs, () -> WALL_START_NS + nowNs);
    }

    /** Monotonic time. */
    public long nowNs() {
        return nowNs;
    }

    /** Lets time pass. */
    public long advance(long byNs) {
        nowNs += byNs;
        return nowNs;
    }
}
