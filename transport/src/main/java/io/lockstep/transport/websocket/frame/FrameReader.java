package io.lockstep.transport.websocket.frame;

import io.lockstep.transport.websocket.deflate.MessageInflater;
import io.lockstep.transport.websocket.frame.FrameSink.Fault;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the byte stream of a server into messages. Bytes are copied once, into an array that is kept; a message that came whole is handed
 * over from there, one in fragments or compressed from {@link MessageAssembly}.
 *
 * <pre>
 *   0      1        2 or 4 or 10      + length
 *  +------+--------+-----------------+--------------------+
 *  | F RSV| M  len | 16 or 64 bit len| payload, unmasked  |
 *  |  op  | (7 bit)|                 |                    |
 *  +------+--------+-----------------+--------------------+
 * </pre>
 *
 * <p>A length above the limit ends the stream as soon as the header is read. After a fault or a close frame nothing more is read.
 */
public final class FrameReader {
    private static final int FIRST_CAPACITY = 1 << 16;
    private static final int MAX_HEADER = 10;
    private static final int MAX_CONTROL = 125;
    private static final int LENGTH_16 = 126;
    private static final int FIN = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int OTHER_RESERVED = 0x30;
    private static final int OP_CODE = 0x0F;
    private static final int MASKED = 0x80;

    private final FrameSink sink;
    private final int maxMessage;
    private final MessageAssembly assembly;
    private final Frame frame = new Frame();
    private byte[] bytes;
    private int begin;
    private int end;
    private boolean done;
    private long receivedNs;

    private int headerLength;
    private long payloadLength;

    /**
     * Makes a reader for one connection.
     *
     * @param maxMessageBytes largest message that is taken, compressed or not, bytes
     * @param maxFragments most frames a message may come in
     * @param inflater present when compression was agreed
     */
    public FrameReader(int maxMessageBytes, int maxFragments, @Nullable MessageInflater inflater, FrameSink sink) {
        this.sink = sink;
        this.maxMessage = maxMessageBytes;
        this.assembly = new MessageAssembly(maxMessageBytes, maxFragments, inflater);
        this.bytes = new byte[Math.min(FIRST_CAPACITY, maxMessage + MAX_HEADER)];
    }

    /** Whether part of a message has arrived whose end has not. */
    public boolean isInMessage() {
        return !done && (begin != end || assembly.isOpen());
    }

    /** Reads everything that is readable in {@code in}, whose owner stays the caller. */
    public void read(ByteBuf in, long nowNs) {
        receivedNs = nowNs;
        while (!done && in.isReadable()) {
            makeRoom();
            int count = Math.min(in.readableBytes(), bytes.length - end);
            in.readBytes(bytes, end, count);
            end += count;
            readFrames();
        }
    }

    /** Reads no further. */
    public void stop() {
        done = true;
        assembly.release();
    }

    private void readFrames() {
        while (!done && readHeader()) {
            int first = bytes[begin];
            int payload = begin + headerLength;
            int length = (int) payloadLength;
            begin = payload + length;
            dispatch(first, payload, length);
        }
        if (begin == end) {
            begin = 0;
            end = 0;
        }
    }

    private void makeRoom() {
        if (end < bytes.length) {
            return;
        }
        byte[] target = begin == 0 ? new byte[Math.min(bytes.length * 2, maxMessage + MAX_HEADER)] : bytes;
        System.arraycopy(bytes, begin, target, 0, end - begin);
        bytes = target;
        end -= begin;
        begin = 0;
    }

    /** Whether a whole frame is there; its lengths are then in the fields. */
    private boolean readHeader() {
        int available = end - begin;
        if (available < 2 || !isHeaderLegal(bytes[begin], bytes[begin + 1])) {
            return false;
        }
        int shortLength = bytes[begin + 1] & 0x7F;
        headerLength = shortLength < LENGTH_16 ? 2 : shortLength == LENGTH_16 ? 4 : MAX_HEADER;
        if (available < headerLength) {
            return false;
        }
        payloadLength = payloadLength(shortLength);
        if (payloadLength < 0
                || headerLength > 2 && payloadLength < LENGTH_16
                || headerLength == MAX_HEADER && payloadLength <= 0xFFFF) {
            return fault(Fault.PROTOCOL, "length is not in its shortest form");
        }
        if (payloadLength > maxMessage) {
            return fault(Fault.TOO_LARGE, "frame announces " + payloadLength + " bytes");
        }
        return available - headerLength >= payloadLength;
    }

    private boolean isHeaderLegal(int first, int second) {
        int opCode = first & OP_CODE;
        if (!OpCode.isKnown(opCode)) {
            return fault(Fault.PROTOCOL, "unknown frame type " + opCode);
        }
        if ((first & OTHER_RESERVED) != 0) {
            return fault(Fault.PROTOCOL, "reserved bits are set");
        }
        if ((first & COMPRESSED) != 0 && !assembly.mayStartCompressed(opCode)) {
            return fault(Fault.PROTOCOL, "compressed frame where none is allowed");
        }
        if ((second & MASKED) != 0) {
            return fault(Fault.PROTOCOL, "frame of a server is masked");
        }
        if (OpCode.isControl(opCode) && ((first & FIN) == 0 || (second & 0x7F) > MAX_CONTROL)) {
            return fault(Fault.PROTOCOL, "control frame is long or in fragments");
        }
        return true;
    }

    private long payloadLength(int shortLength) {
        if (shortLength < LENGTH_16) {
            return shortLength;
        }
        long length = 0;
        for (int i = begin + 2; i < begin + headerLength; i++) {
            length = length << 8 | bytes[i] & 0xFF;
        }
        return length;
    }

    private void dispatch(int first, int payload, int length) {
        int opCode = first & OP_CODE;
        switch (opCode) {
            case OpCode.PING -> sink.onPing(bytes, payload, length);
            case OpCode.PONG -> sink.onPong(bytes, payload, length);
            case OpCode.CLOSE -> onClose(payload, length);
            default -> onData(first, payload, length);
        }
    }

    private void onData(int first, int payload, int length) {
        int opCode = first & OP_CODE;
        boolean last = (first & FIN) != 0;
        boolean continues = opCode == OpCode.CONTINUATION;
        if (continues != assembly.isOpen()) {
            fault(Fault.PROTOCOL, continues ? "continuation of nothing" : "message within a message");
        } else if (!continues && last && (first & COMPRESSED) == 0) {
            deliver(bytes, payload, length, opCode == OpCode.TEXT);
        } else {
            assemble(first, payload, length);
        }
    }

    private void assemble(int first, int payload, int length) {
        int opCode = first & OP_CODE;
        if (opCode != OpCode.CONTINUATION) {
            assembly.start(opCode == OpCode.TEXT, (first & COMPRESSED) != 0);
        }
        if (!assembly.append(bytes, payload, length)) {
            fault(Fault.TOO_LARGE, "fragments exceed the limit");
            return;
        }
        if ((first & FIN) != 0) {
            finish();
        }
    }

    private void finish() {
        switch (assembly.finish()) {
            case DONE -> deliver(assembly.bytes(), 0, assembly.length(), assembly.isText());
            case TOO_LARGE -> fault(Fault.TOO_LARGE, "message inflates beyond the limit");
            case CORRUPT -> fault(Fault.BAD_COMPRESSION, "message does not inflate");
        }
    }

    private void deliver(byte[] source, int offset, int length, boolean text) {
        frame.wrap(source, offset, length);
        frame.describe(text, receivedNs);
        sink.onMessage(frame);
    }

    private void onClose(int payload, int length) {
        if (length == 0) {
            stop();
            sink.onClose(CloseCode.NONE, "");
            return;
        }
        int code = length == 1 ? 0 : (bytes[payload] & 0xFF) << 8 | bytes[payload + 1] & 0xFF;
        if (!CloseCode.isValid(code)) {
            fault(Fault.PROTOCOL, "close code " + code);
            return;
        }
        stop();
        sink.onClose(code, VenueText.clean(bytes, payload + 2, length - 2));
    }

    private boolean fault(Fault fault, String what) {
        stop();
        sink.onFault(fault, what);
        return false;
    }
}
