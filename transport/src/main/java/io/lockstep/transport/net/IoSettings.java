package io.lockstep.transport.net;

/**
 * Network threads.
 *
 * @param kind how they wait, default {@link IoKind#NIO}
 * @param threads number of them, 1 to 64, default 1; a connection stays on one
 * @param busySpin whether they spin instead of sleeping in the kernel, default false: each takes a core whole
 */
public record IoSettings(IoKind kind, int threads, boolean busySpin) {
    private static final int MAX_THREADS = 64;

    /** One parked NIO thread. */
    public static final IoSettings DEFAULT = new IoSettings(IoKind.NIO, 1, false);

    /** @throws IllegalArgumentException if {@code threads} is out of range */
    public IoSettings {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to 64: threads=" + threads);
        }
    }
}
