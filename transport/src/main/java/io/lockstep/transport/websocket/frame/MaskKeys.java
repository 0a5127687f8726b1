package io.lockstep.transport.websocket.frame;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Masking keys of one socket: a sequence that is spread evenly from a secret start. Masks keep intermediaries from being fooled by
 * payloads a stranger chose; ours are not. From any thread, without allocation.
 */
public final class MaskKeys {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final AtomicLong state;

    /** A sequence from a secret start. */
    public MaskKeys(long seed) {
        this.state = new AtomicLong(seed);
    }

    /** The next key. */
    public int next() {
        long z = state.addAndGet(STEP);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (int) (z ^ z >>> 31);
    }
}
