package io.lockstep.simulator.binance.trade;

import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.matching.MatchingCore;
import java.util.function.LongSupplier;

/**
 * What the endpoints of one product work on.
 *
 * @param core matching core
 * @param desk its orders
 * @param feed its public data
 * @param users who listens to accounts
 * @param nowNs the venue's time, UTC, nanoseconds, never going back
 */
public record Trading(MatchingCore core, OrderDesk desk, PublicFeed feed, UserStreams users, LongSupplier nowNs) {
    /** The venue's time, milliseconds. */
    public long nowMs() {
        return nowNs.getAsLong() / 1_000_000L;
    }
}
