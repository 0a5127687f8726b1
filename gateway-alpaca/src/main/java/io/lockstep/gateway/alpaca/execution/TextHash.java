package io.lockstep.gateway.alpaca.execution;

/** 64-bit hash of a venue's id, never 0. Stateless. */
final class TextHash {
    private TextHash() {}

    static long of(CharSequence text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return hash == 0 ? 1 : hash;
    }

    static long mix(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
