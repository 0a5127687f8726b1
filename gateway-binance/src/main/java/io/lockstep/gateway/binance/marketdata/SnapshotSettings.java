package io.lockstep.gateway.binance.marketdata;

/**
 * How book snapshots are asked for.
 *
 * @param requestWeight weight of one request at the venue; spot with 5,000 levels 250, futures with 1,000 levels 20
 * @param weightPerMinute weight that snapshots may use per minute, of the address's whole budget
 * @param timeoutNs a request unanswered for this long counts as failed, nanoseconds
 * @param backOffNs wait after the first failed attempt, nanoseconds; doubles with each
 * @param maxBackOffNs longest wait between attempts, nanoseconds
 */
public record SnapshotSettings(
        int requestWeight, int weightPerMinute, long timeoutNs, long backOffNs, long maxBackOffNs) {

    /** Checks ranges. */
    public SnapshotSettings {
        require(requestWeight > 0, "requestWeight", requestWeight);
        require(weightPerMinute >= requestWeight, "weightPerMinute", weightPerMinute);
        require(timeoutNs > 0, "timeoutNs", timeoutNs);
        require(backOffNs > 0, "backOffNs", backOffNs);
        require(maxBackOffNs >= backOffNs, "maxBackOffNs", maxBackOffNs);
    }

    /** Half of the spot address's 6,000 per minute, 5,000 levels a snapshot. */
    public static SnapshotSettings spot() {
        return new SnapshotSettings(250, 3_000, 5_000_000_000L, 250_000_000L, 30_000_000_000L);
    }

    /** A quarter of the futures address's 2,400 per minute, 1,000 levels a snapshot. */
    public static SnapshotSettings usdm() {
        return new SnapshotSettings(20, 600, 5_000_000_000L, 250_000_000L, 30_000_000_000L);
    }

    private static void require(boolean holds, String name, long value) {
        if (!holds) {
            throw new IllegalArgumentException("out of range: " + name + "=" + value);
        }
    }
}
