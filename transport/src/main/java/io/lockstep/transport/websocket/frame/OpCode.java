package io.lockstep.transport.websocket.frame;

/** Frame types, RFC 6455 section 5.2. */
public final class OpCode {
    /** A further part of a message. */
    public static final int CONTINUATION = 0x0;
    /** The first part of a message of UTF-8. */
    public static final int TEXT = 0x1;
    /** The first part of a message of bytes. */
    public static final int BINARY = 0x2;
    /** Goodbye, or the answer to one. */
    public static final int CLOSE = 0x8;
    /** To be answered with a pong of the same bytes. */
    public static final int PING = 0x9;
    /** The answer to a ping. */
    public static final int PONG = 0xA;

    private OpCode() {}

    static boolean isControl(int opCode) {
        return opCode >= CLOSE;
    }

    static boolean isKnown(int opCode) {
        return opCode <= BINARY || opCode >= CLOSE && opCode <= PONG;
    }
}
