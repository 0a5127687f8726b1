package io.lockstep.transport.websocket.deflate;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Compresses as a peer does. */
public final class PeerDeflate {
    private PeerDeflate() {}

    /** Sync flush, without its last four bytes. */
    public static byte[] deflate(Deflater deflater, byte[] message) {
        deflater.setInput(message);
        byte[] out = new byte[message.length + 1_000];
        int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        return Arrays.copyOf(out, length - 4);
    }
}
