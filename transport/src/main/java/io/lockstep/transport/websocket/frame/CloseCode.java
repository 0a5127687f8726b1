package io.lockstep.transport.websocket.frame;

/** Close codes, RFC 6455 section 7.4. */
public final class CloseCode {
    /** The purpose is fulfilled. */
    public static final int NORMAL = 1000;
    /** The peer broke the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** The close frame named no code; never sent. */
    public static final int NONE = 1005;
    /** A payload is not what it claims to be. */
    public static final int INVALID_PAYLOAD = 1007;
    /** A message is longer than we take. */
    public static final int TOO_BIG = 1009;
    /** We failed. */
    public static final int INTERNAL_ERROR = 1011;

    private static final int FIRST_REGISTERED = 3000;
    private static final int LAST = 4999;

    private CloseCode() {}

    /** Whether a peer may send this code. */
    public static boolean isValid(int code) {
        return code >= NORMAL && code <= 1014 && code != 1004 && code != NONE && code != 1006
                || code >= FIRST_REGISTERED && code <= LAST;
    }
}
