package io.lockstep.gateway.binance.marketdata.book;

/**
 * How book snapshots are asked for.
 *
 * @param requestWeight weight of one request at the venue
 * @param timeoutNs a request unanswered for this long counts as failed, nanoseconds
 * @param backOffNs wait after the first failed attempt, nanoseconds; doubles with each
 * @param maxBackOffNs longest wait between attempts, nanoseconds
 */
public record SnapshotSettings(int requestWeight, long timeoutNs, long backOffNs, long maxBackOffNs) {

    /** Checks ranges. */
    public SnapshotSettings {
        require(requestWeight > 0, "requestWeight", requestWeight);
        require(timeoutNs > 0, "timeoutNs", timeoutNs);
        require(backOffNs > 0, "backOffNs", backOffNs);
        require(maxBackOffNs >= backOffNs, "maxBackOffNs", maxBackOffNs);
    }

    /** Five seconds for an answer, a quarter of a second to half a minute between attempts. */
    public static SnapshotSettings ofWeight(int requestWeight) {
        return new SnapshotSettings(requestWeight, 5_000_000_000L, 250_000_000L, 30_000_000_000L);
    }

    private static void require(boolean holds, String name, long value) {
        if (!holds) {
            throw new IllegalArgumentException("out of range: " + name + "=" + value);
        }
    }
}
