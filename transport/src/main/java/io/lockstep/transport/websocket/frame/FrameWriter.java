package io.lockstep.transport.websocket.frame;

import io.netty.buffer.ByteBuf;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Writes client frames: one unfragmented, masked frame for each message. Stateless. */
public final class FrameWriter {
    /** Longest header, masking key and all, bytes. */
    public static final int MAX_HEADER = 14;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private FrameWriter() {}

    /**
     * Appends a frame.
     *
     * @param out room for {@link #MAX_HEADER} and the payload
     * @param mask masking key; its bytes go out from the highest
     */
    public static void write(ByteBuf out, int opCode, int mask, DirectBuffer payload, int offset, int length) {
        out.writeByte(FIN | opCode);
        writeLength(out, length);
        out.writeInt(mask);
        writeMasked(out, mask, payload, offset, length);
    }

    private static void writeLength(ByteBuf out, int length) {
        if (length < LENGTH_16) {
            out.writeByte(MASKED | length);
        } else if (length <= 0xFFFF) {
            out.writeByte(MASKED | LENGTH_16);
            out.writeShort(length);
        } else {
            out.writeByte(MASKED | LENGTH_64);
            out.writeLong(length);
        }
    }

    private static void writeMasked(ByteBuf out, int mask, DirectBuffer payload, int offset, int length) {
        long wideMask = (long) mask << 32 | mask & 0xFFFFFFFFL;
        int done = 0;
        for (; done + Long.BYTES <= length; done += Long.BYTES) {
            out.writeLong(payload.getLong(offset + done, ByteOrder.BIG_ENDIAN) ^ wideMask);
        }
        for (; done < length; done++) {
            out.writeByte(payload.getByte(offset + done) ^ mask >>> 24 - 8 * (done & 3));
        }
    }
}
