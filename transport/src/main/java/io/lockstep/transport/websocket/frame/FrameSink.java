package io.lockstep.transport.websocket.frame;

/** Takes what {@link FrameReader} finds. Arrays and frames are valid only during the call. */
public interface FrameSink {
    /** A whole message. */
    void onMessage(Frame frame);

    /** A ping, to be answered with the same bytes. */
    void onPing(byte[] bytes, int offset, int length);

    /** An answer to a ping of ours. */
    void onPong(byte[] bytes, int offset, int length);

    /**
     * The peer says goodbye.
     *
     * @param code the peer's close code, {@link CloseCode#NONE} where it named none
     * @param reason its words, fit for a log
     */
    void onClose(int code, String reason);

    /** The peer broke a rule; nothing behind this point will be read. */
    void onFault(Fault fault, String what);

    /** Why reading ended. */
    enum Fault {
        /** What came is no WebSocket. */
        PROTOCOL(CloseCode.PROTOCOL_ERROR),
        /** A message is longer, or in more parts, than we take. */
        TOO_LARGE(CloseCode.TOO_BIG),
        /** A message cannot be inflated. */
        BAD_COMPRESSION(CloseCode.INVALID_PAYLOAD);

        private final int closeCode;

        Fault(int closeCode) {
            this.closeCode = closeCode;
        }

        /** The close code that tells the peer. */
        public int closeCode() {
            return closeCode;
        }
    }
}
