package io.lockstep.gateway.binance.marketdata.binary;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads numbers one behind the other from a frame; beyond its end everything is 0 and the frame counts as cut. Owned by one thread. */
final class BinaryCursor {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private DirectBuffer buffer = new UnsafeBuffer(new byte[0]);
    private int pos;
    private int limit;
    private boolean cut;

    void wrap(DirectBuffer source, int offset, int length) {
        buffer = source;
        pos = offset;
        limit = offset + length;
        cut = false;
    }

    /** Whether something was read that is not there. */
    boolean isCut() {
        return cut;
    }

    /** Whether every byte was passed. */
    boolean isAtEnd() {
        return pos == limit;
    }

    int position() {
        return pos;
    }

    /** Goes to an index, which may be one beyond the end. */
    void position(int index) {
        if (index < pos || index > limit) {
            cut = true;
            pos = limit;
        } else {
            pos = index;
        }
    }

    /** Goes back to an index that was passed. */
    void rewind(int index) {
        pos = index;
    }

    int readByte() {
        return has(Byte.BYTES) ? buffer.getByte(pos - Byte.BYTES) : 0;
    }

    int readUnsignedByte() {
        return readByte() & 0xFF;
    }

    int readUnsignedShort() {
        return has(Short.BYTES) ? buffer.getShort(pos - Short.BYTES, ORDER) & 0xFFFF : 0;
    }

    /** A 32 bit count; one that does not fit an int counts as cut. */
    int readUnsignedInt() {
        int value = has(Integer.BYTES) ? buffer.getInt(pos - Integer.BYTES, ORDER) : 0;
        cut |= value < 0;
        return Math.max(0, value);
    }

    long readLong() {
        return has(Long.BYTES) ? buffer.getLong(pos - Long.BYTES, ORDER) : 0;
    }

    private boolean has(int bytes) {
        if (limit - pos < bytes) {
            cut = true;
            pos = limit;
            return false;
        }
        pos += bytes;
        return true;
    }
}
