package io.lockstep.transport.http;

import java.util.concurrent.TimeUnit;

/**
 * Bounds of a client. Times in nanoseconds.
 *
 * @param maxConnections most connections at once, default 4
 * @param warmConnections connections kept open in advance, so that a call pays no handshake; default 1
 * @param maxWaiting most calls waiting for a connection, default 64
 * @param maxBodyBytes longest body of an answer, default 32 MiB
 * @param connectTimeoutNs longest TCP connect, and longest TLS handshake behind it, default 5 s
 * @param idleTimeoutNs age at which an unused connection is closed, below the server's own limit; default 30 s
 */
public record HttpSettings(
        int maxConnections,
        int warmConnections,
        int maxWaiting,
        int maxBodyBytes,
        long connectTimeoutNs,
        long idleTimeoutNs) {
    /** The defaults above. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(4, 1, 64, 32 << 20, TimeUnit.SECONDS.toNanos(5), TimeUnit.SECONDS.toNanos(30));

    /** @throws IllegalArgumentException if a value is out of range */
    public HttpSettings {
        if (maxConnections <= 0 || warmConnections < 0 || warmConnections > maxConnections) {
            throw new IllegalArgumentException("connections must be positive, warm ones not more: maxConnections="
                    + maxConnections + ", warmConnections=" + warmConnections);
        }
        if (maxWaiting < 0 || maxBodyBytes <= 0) {
            throw new IllegalArgumentException(
                    "bounds must be positive: maxWaiting=" + maxWaiting + ", maxBodyBytes=" + maxBodyBytes);
        }
        if (connectTimeoutNs <= 0 || idleTimeoutNs <= 0) {
            throw new IllegalArgumentException("times must be positive: connectTimeoutNs=" + connectTimeoutNs
                    + ", idleTimeoutNs=" + idleTimeoutNs);
        }
    }

    /** The same with other numbers of connections and of calls waiting for one. */
    public HttpSettings withConnections(int max, int warm, int waiting) {
        return new HttpSettings(max, warm, waiting, maxBodyBytes, connectTimeoutNs, idleTimeoutNs);
    }

    /** The same with another bound on the body of an answer. */
    public HttpSettings withMaxBody(int bytes) {
        return new HttpSettings(maxConnections, warmConnections, maxWaiting, bytes, connectTimeoutNs, idleTimeoutNs);
    }

    /** The same with other time-outs for connecting and for unused connections. */
    public HttpSettings withTimeouts(long connectNs, long idleNs) {
        return new HttpSettings(maxConnections, warmConnections, maxWaiting, maxBodyBytes, connectNs, idleNs);
    }
}
