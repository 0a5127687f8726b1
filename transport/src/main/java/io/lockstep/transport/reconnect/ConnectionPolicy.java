package io.lockstep.transport.reconnect;

import io.lockstep.transport.websocket.WebSocketSettings;
import java.util.concurrent.TimeUnit;

/**
 * How a connection is kept up. Times in nanoseconds.
 *
 * @param socket bounds and time-outs of each socket
 * @param firstBackOffNs longest wait after the first failure, default 250 ms
 * @param maxBackOffNs longest wait of all, default 30 s
 * @param readyTimeoutNs longest time from the attempt to the subscribed session, default 15 s
 * @param stableAfterNs how long a session must last before earlier failures are forgotten, default 30 s
 * @param plannedLifeNs age at which a session is replaced, for venues that cut at a known age; 0 for never, the default. Up to a
 *     twentieth earlier at random, so that sockets opened together are not replaced together
 */
public record ConnectionPolicy(
        WebSocketSettings socket,
        long firstBackOffNs,
        long maxBackOffNs,
        long readyTimeoutNs,
        long stableAfterNs,
        long plannedLifeNs) {
    /** The defaults above. */
    public static final ConnectionPolicy DEFAULT = new ConnectionPolicy(
            WebSocketSettings.DEFAULT,
            TimeUnit.MILLISECONDS.toNanos(250),
            TimeUnit.SECONDS.toNanos(30),
            TimeUnit.SECONDS.toNanos(15),
            TimeUnit.SECONDS.toNanos(30),
            0);

    /** @throws IllegalArgumentException if a time is out of range */
    public ConnectionPolicy {
        if (firstBackOffNs <= 0 || maxBackOffNs < firstBackOffNs) {
            throw new IllegalArgumentException("back-off must be positive and ascending: firstBackOffNs="
                    + firstBackOffNs + ", maxBackOffNs=" + maxBackOffNs);
        }
        if (readyTimeoutNs <= 0 || stableAfterNs < 0 || plannedLifeNs < 0) {
            throw new IllegalArgumentException("times must not be negative: readyTimeoutNs=" + readyTimeoutNs
                    + ", stableAfterNs=" + stableAfterNs + ", plannedLifeNs=" + plannedLifeNs);
        }
    }

    /** The same with other socket settings. */
    public ConnectionPolicy withSocket(WebSocketSettings settings) {
        return new ConnectionPolicy(
                settings, firstBackOffNs, maxBackOffNs, readyTimeoutNs, stableAfterNs, plannedLifeNs);
    }

    /** The same with other waits between attempts. */
    public ConnectionPolicy withBackOff(long firstNs, long maxNs, long stableNs) {
        return new ConnectionPolicy(socket, firstNs, maxNs, readyTimeoutNs, stableNs, plannedLifeNs);
    }

    /** The same with another time allowed for connecting and subscribing. */
    public ConnectionPolicy withReadyTimeout(long timeoutNs) {
        return new ConnectionPolicy(socket, firstBackOffNs, maxBackOffNs, timeoutNs, stableAfterNs, plannedLifeNs);
    }

    /** The same with another planned life of a session. */
    public ConnectionPolicy withPlannedLife(long lifeNs) {
        return new ConnectionPolicy(socket, firstBackOffNs, maxBackOffNs, readyTimeoutNs, stableAfterNs, lifeNs);
    }
}
