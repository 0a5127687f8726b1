package io.lockstep.transport.websocket.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Frames as a server sends them, legal or not. */
public final class ServerFrames {
    public static final int FIN = 0x80;
    public static final int RSV1 = 0x40;

    private ServerFrames() {}

    public static byte[] text(String payload) {
        return frame(FIN | OpCode.TEXT, bytes(payload));
    }

    public static byte[] frame(int first, byte[] payload) {
        ByteBuf out = Unpooled.buffer();
        out.writeByte(first);
        if (payload.length < 126) {
            out.writeByte(payload.length);
        } else if (payload.length <= 0xFFFF) {
            out.writeByte(126).writeShort(payload.length);
        } else {
            out.writeByte(127).writeLong(payload.length);
        }
        out.writeBytes(payload);
        byte[] result = new byte[out.readableBytes()];
        out.readBytes(result);
        return result;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteBuf all = Unpooled.wrappedBuffer(parts);
        byte[] result = new byte[all.readableBytes()];
        all.readBytes(result);
        return result;
    }

    static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
