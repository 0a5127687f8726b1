package io.lockstep.transport.websocket.frame;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One whole message as it lies in the socket's buffer: a flyweight, valid only while the listener is called. Text is not checked to be
 * UTF-8; its reader works on bytes and refuses what it cannot read.
 */
public final class Frame {
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private byte[] bytes = new byte[0];
    private int offset;
    private int length;
    private boolean text;
    private long receivedNs;

    Frame() {}

    void wrap(byte[] newBytes, int newOffset, int newLength) {
        if (bytes != newBytes) {
            buffer.wrap(newBytes);
            bytes = newBytes;
        }
        offset = newOffset;
        length = newLength;
    }

    void describe(boolean isText, long newReceivedNs) {
        text = isText;
        receivedNs = newReceivedNs;
    }

    /** Whether it came as text, else as binary. */
    public boolean isText() {
        return text;
    }

    /** The array that holds it, and more besides. */
    public byte[] bytes() {
        return bytes;
    }

    /** The same array as a buffer, with the same offsets. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** Index of its first byte. */
    public int offset() {
        return offset;
    }

    /** Its length, bytes; may be 0. */
    public int length() {
        return length;
    }

    /** When the bytes that completed it were read from the socket, before TLS; nanoseconds UTC. */
    public long receivedNs() {
        return receivedNs;
    }
}
