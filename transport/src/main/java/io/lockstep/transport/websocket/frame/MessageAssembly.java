package io.lockstep.transport.websocket.frame;

import io.lockstep.transport.websocket.deflate.Inflation;
import io.lockstep.transport.websocket.deflate.MessageInflater;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a message together that came in fragments, compressed, or both. Its arrays are kept and grow up to the limit. */
final class MessageAssembly {
    private static final int FIRST_CAPACITY = 1 << 12;

    private final int maxMessage;
    private final int maxFragments;
    private final @Nullable MessageInflater inflater;
    private byte[] collected;
    private int collectedLength;
    private int fragments;
    private boolean open;
    private boolean text;
    private boolean compressed;

    MessageAssembly(int maxMessage, int maxFragments, @Nullable MessageInflater inflater) {
        this.maxMessage = maxMessage;
        this.maxFragments = maxFragments;
        this.inflater = inflater;
        this.collected = new byte[Math.min(FIRST_CAPACITY, maxMessage)];
    }

    /** Whether a frame of this type may have the compressed bit. */
    boolean mayStartCompressed(int opCode) {
        return inflater != null && (opCode == OpCode.TEXT || opCode == OpCode.BINARY);
    }

    boolean isOpen() {
        return open;
    }

    void start(boolean isText, boolean isCompressed) {
        open = true;
        text = isText;
        compressed = isCompressed;
        collectedLength = 0;
        fragments = 0;
    }

    /** Adds a fragment; false when the message gets too long or has too many. */
    boolean append(byte[] source, int offset, int length) {
        fragments++;
        if (fragments > maxFragments || collectedLength + length > maxMessage) {
            return false;
        }
        if (collectedLength + length > collected.length) {
            int wanted = Math.max(collected.length * 2, collectedLength + length);
            collected = Arrays.copyOf(collected, Math.min(wanted, maxMessage));
        }
        System.arraycopy(source, offset, collected, collectedLength, length);
        collectedLength += length;
        return true;
    }

    /** Completes the message. */
    Inflation finish() {
        open = false;
        return compressed && inflater != null ? inflater.inflate(collected, 0, collectedLength) : Inflation.DONE;
    }

    /** Bytes of the finished message, from index 0. */
    byte[] bytes() {
        return compressed && inflater != null ? inflater.output() : collected;
    }

    /** Length of the finished message, bytes. */
    int length() {
        return compressed && inflater != null ? inflater.outputLength() : collectedLength;
    }

    boolean isText() {
        return text;
    }

    /** Frees what the JVM does not manage. */
    void release() {
        if (inflater != null) {
            inflater.close();
        }
    }
}
