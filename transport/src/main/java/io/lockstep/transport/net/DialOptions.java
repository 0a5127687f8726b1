package io.lockstep.transport.net;

/**
 * Bounds on one TCP connection.
 *
 * @param timeoutMs longest TCP connect, and longest TLS handshake behind it, milliseconds, positive
 * @param maxUnsentBytes bytes waiting to be sent above which the connection takes no more, positive
 */
public record DialOptions(int timeoutMs, int maxUnsentBytes) {
    /** @throws IllegalArgumentException if a bound is not positive */
    public DialOptions {
        if (timeoutMs <= 0 || maxUnsentBytes <= 0) {
            throw new IllegalArgumentException(
                    "bounds must be positive: timeoutMs=" + timeoutMs + ", maxUnsentBytes=" + maxUnsentBytes);
        }
    }
}
