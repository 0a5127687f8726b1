package io.lockstep.transport.ratelimit;

import java.util.List;

/**
 * Weighted limits of one venue. The engine thread asks before it sends an order, network threads before they send a query; each call
 * holds a lock for some tens of nanoseconds and allocates nothing.
 *
 * <p>All times are nanoseconds UTC by the venue's clock as far as it is known, because venues begin their windows at whole minutes.
 */
public final class RateLimiter {
    /** Answer of {@link #tryAcquire}: go ahead. */
    public static final long GRANTED = 0;

    /** Answer of {@link #tryAcquire}: heavier than the limit, waiting will not help. */
    public static final long NEVER = Long.MAX_VALUE;

    private final WindowUsage[] windows;
    private long bannedUntilNs = Long.MIN_VALUE;
    private long refusals;
    private long staleReports;

    /** @param windows the limits; a window is known by its position */
    public RateLimiter(List<RateWindow> windows) {
        this.windows = windows.stream().map(WindowUsage::new).toArray(WindowUsage[]::new);
    }

    /**
     * Takes what a request weighs from all windows, or from none.
     *
     * @return {@link #GRANTED}; or the time to wait before asking again, nanoseconds; or {@link #NEVER}
     */
    public synchronized long tryAcquire(RateCost cost, Priority priority, long nowNs) {
        requireFitting(cost);
        long waitNs = bannedUntilNs > nowNs ? bannedUntilNs - nowNs : GRANTED;
        for (int i = 0; i < windows.length; i++) {
            windows[i].advance(nowNs);
            waitNs = Math.max(waitNs, windows[i].waitNs(cost.weight(i), priority, nowNs));
        }
        if (waitNs == GRANTED) {
            for (int i = 0; i < windows.length; i++) {
                windows[i].add(cost.weight(i));
            }
        } else {
            refusals++;
        }
        return waitNs;
    }

    /**
     * Gives back what a request weighed that the venue did not count, or that was never sent.
     *
     * @param grantedNs when it was granted; what has left its window meanwhile stays gone
     */
    public synchronized void refund(RateCost cost, long grantedNs) {
        requireFitting(cost);
        for (int i = 0; i < windows.length; i++) {
            windows[i].refund(cost.weight(i), grantedNs);
        }
    }

    /**
     * Learns the venue's own count, from a header of its answer. The count here only rises by it: what is in flight is not in there yet.
     *
     * @param window position of the window
     * @param used weight used so far, by the venue
     * @param measuredNs when that was true, at the latest when the request was sent; a report of a window gone by is dropped, counted
     */
    public synchronized void adopt(int window, long used, long measuredNs, long nowNs) {
        windows[window].advance(nowNs);
        if (!windows[window].adopt(used, measuredNs)) {
            staleReports++;
        }
    }

    /** Refuses everything, cancels too, until {@code untilNs}; an earlier time than one given before changes nothing. */
    public synchronized void banUntil(long untilNs) {
        bannedUntilNs = Math.max(bannedUntilNs, untilNs);
    }

    /** When the ban ends; {@link Long#MIN_VALUE} if there never was one. */
    public synchronized long bannedUntilNs() {
        return bannedUntilNs;
    }

    /** Weight used in a window. */
    public synchronized long used(int window, long nowNs) {
        windows[window].advance(nowNs);
        return windows[window].used();
    }

    /** Requests refused so far. */
    public synchronized long refusals() {
        return refusals;
    }

    /** Reports of the venue that came too late to mean anything. */
    public synchronized long staleReports() {
        return staleReports;
    }

    private void requireFitting(RateCost cost) {
        if (cost.windows() != windows.length) {
            throw new IllegalArgumentException(
                    "cost must name every window: windows=" + windows.length + ", weights=" + cost.windows());
        }
    }
}
