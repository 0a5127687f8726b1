package io.lockstep.transport.ratelimit;

/**
 * One limit of a venue.
 *
 * @param name what the venue calls it, for messages
 * @param lengthNs length of the window, nanoseconds, positive
 * @param limit most weight within it, positive
 * @param reserve part of the limit that only cancels may use, 0 to below the limit
 * @param aligned whether windows begin at whole multiples of their length since 1970, so that a new one starts empty; else the limit
 *     holds for any stretch of that length, to a twentieth
 */
public record RateWindow(String name, long lengthNs, long limit, long reserve, boolean aligned) {
    /** @throws IllegalArgumentException if a value is out of range */
    public RateWindow {
        if (lengthNs <= 0 || limit <= 0) {
            throw new IllegalArgumentException(
                    "length and limit must be positive: name=" + name + ", lengthNs=" + lengthNs + ", limit=" + limit);
        }
        if (reserve < 0 || reserve >= limit) {
            throw new IllegalArgumentException(
                    "reserve must be below the limit: name=" + name + ", limit=" + limit + ", reserve=" + reserve);
        }
    }
}
