package io.lockstep.simulator.alpaca.api;

import io.lockstep.simulator.wire.HttpReply;
import java.util.ArrayList;
import java.util.List;

/** Requests each account may still send in this minute of the venue's wall clock. */
public final class RequestBudget {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final int perMinute;
    private final List<Integer> used = new ArrayList<>();
    private long minute = Long.MIN_VALUE;

    /** A budget of so many requests a minute for each account. */
    public RequestBudget(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Counts a request; whether the account may send it. */
    public boolean spend(int accountId, long wallNs) {
        long now = Math.floorDiv(wallNs, MINUTE_NS);
        if (now != minute) {
            minute = now;
            used.clear();
        }
        while (used.size() <= accountId) {
            used.add(0);
        }
        used.set(accountId, used.get(accountId) + 1);
        return used.get(accountId) <= perMinute;
    }

    /** The answer with the headers that tell what is left. */
    public HttpReply tell(HttpReply reply, int accountId) {
        int spent = accountId < used.size() ? used.get(accountId) : 0;
        long resetSecond = (minute + 1) * 60;
        return reply.with("X-RateLimit-Limit", String.valueOf(perMinute))
                .with("X-RateLimit-Remaining", String.valueOf(Math.max(0, perMinute - spent)))
                .with("X-RateLimit-Reset", String.valueOf(resetSecond));
    }

    /** Seconds until the next minute begins. */
    public long secondsLeft(long wallNs) {
        return (Math.floorDiv(wallNs, MINUTE_NS) + 1) * 60 - Math.floorDiv(wallNs, 1_000_000_000L);
    }
}
