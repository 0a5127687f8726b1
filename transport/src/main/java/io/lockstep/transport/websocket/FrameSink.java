package io.lockstep.transport.websocket;

/** Takes what {@link FrameReader} finds. Arrays and frames are valid only during the call. */
interface FrameSink {
    void onMessage(Frame frame);

    void onPing(byte[] bytes, int offset, int length);

    void onPong(byte[] bytes, int offset, int length);

    /** @param code the peer's close code, {@link CloseCode#NONE} where it named none */
    void onClose(int code, String reason);

    /** The peer broke a rule; nothing behind this point will be read. */
    void onFault(Fault fault, String what);

    /** Why reading ended. */
    enum Fault {
        PROTOCOL(CloseCode.PROTOCOL_ERROR),
        TOO_LARGE(CloseCode.TOO_BIG),
        BAD_COMPRESSION(CloseCode.INVALID_PAYLOAD);

        final int closeCode;

        Fault(int closeCode) {
            this.closeCode = closeCode;
        }
    }
}
