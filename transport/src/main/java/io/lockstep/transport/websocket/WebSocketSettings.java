package io.lockstep.transport.websocket;

import java.util.concurrent.TimeUnit;

/**
 * Bounds and time-outs of a socket. Times in nanoseconds, sizes in bytes.
 *
 * @param connectTimeoutNs longest time from dialling to the accepted upgrade, default 10 s
 * @param pingIntervalNs time between pings of ours, 0 for none, default 20 s
 * @param pongTimeoutNs longest wait for the answer to a ping of ours, default 10 s
 * @param idleTimeoutNs longest time in which not a byte arrives, 0 for no limit, default 60 s
 * @param closeTimeoutNs longest wait for the peer's half of the close handshake, default 2 s
 * @param maxMessageBytes longest message, inflated, either way; default 1 MiB
 * @param maxFragments most fragments of one message, default 4,096
 * @param maxUnsentBytes bytes waiting to be sent above which a message is refused, default 256 KiB
 * @param compression whether permessage-deflate is offered, for what arrives; default false
 */
public record WebSocketSettings(
        long connectTimeoutNs,
        long pingIntervalNs,
        long pongTimeoutNs,
        long idleTimeoutNs,
        long closeTimeoutNs,
        int maxMessageBytes,
        int maxFragments,
        int maxUnsentBytes,
        boolean compression) {
    private static final int LARGEST_MESSAGE = 1 << 28;

    /** The defaults above. */
    public static final WebSocketSettings DEFAULT = new WebSocketSettings(
            TimeUnit.SECONDS.toNanos(10),
            TimeUnit.SECONDS.toNanos(20),
            TimeUnit.SECONDS.toNanos(10),
            TimeUnit.SECONDS.toNanos(60),
            TimeUnit.SECONDS.toNanos(2),
            1 << 20,
            4_096,
            1 << 18,
            false);

    /** @throws IllegalArgumentException if a value is out of range */
    public WebSocketSettings {
        requirePositive("connectTimeoutNs", connectTimeoutNs);
        requireNotNegative("pingIntervalNs", pingIntervalNs);
        requirePositive("pongTimeoutNs", pongTimeoutNs);
        requireNotNegative("idleTimeoutNs", idleTimeoutNs);
        requirePositive("closeTimeoutNs", closeTimeoutNs);
        requirePositive("maxMessageBytes", maxMessageBytes);
        requirePositive("maxFragments", maxFragments);
        requirePositive("maxUnsentBytes", maxUnsentBytes);
        if (maxMessageBytes > LARGEST_MESSAGE) {
            throw new IllegalArgumentException("must be at most 256 MiB: maxMessageBytes=" + maxMessageBytes);
        }
    }

    /** The same with pings of ours every {@code intervalNs}, 0 for none, each answered within {@code timeoutNs}. */
    public WebSocketSettings withPings(long intervalNs, long timeoutNs) {
        return new WebSocketSettings(
                connectTimeoutNs,
                intervalNs,
                timeoutNs,
                idleTimeoutNs,
                closeTimeoutNs,
                maxMessageBytes,
                maxFragments,
                maxUnsentBytes,
                compression);
    }

    /** The same with other time-outs for connecting, silence (0 for none) and closing. */
    public WebSocketSettings withTimeouts(long connectNs, long idleNs, long closeNs) {
        return new WebSocketSettings(
                connectNs,
                pingIntervalNs,
                pongTimeoutNs,
                idleNs,
                closeNs,
                maxMessageBytes,
                maxFragments,
                maxUnsentBytes,
                compression);
    }

    /** The same with other bounds on a message and on what waits to be sent. */
    public WebSocketSettings withBounds(int messageBytes, int fragments, int unsentBytes) {
        return new WebSocketSettings(
                connectTimeoutNs,
                pingIntervalNs,
                pongTimeoutNs,
                idleTimeoutNs,
                closeTimeoutNs,
                messageBytes,
                fragments,
                unsentBytes,
                compression);
    }

    /** The same with permessage-deflate offered or not. */
    public WebSocketSettings withCompression(boolean offered) {
        return new WebSocketSettings(
                connectTimeoutNs,
                pingIntervalNs,
                pongTimeoutNs,
                idleTimeoutNs,
                closeTimeoutNs,
                maxMessageBytes,
                maxFragments,
                maxUnsentBytes,
                offered);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("must be positive: " + name + "=" + value);
        }
    }

    private static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("must not be negative: " + name + "=" + value);
        }
    }
}
