package io.lockstep.transport.websocket.frame;

import java.nio.charset.StandardCharsets;

/** Makes text of a peer fit for a log: short, printable ASCII, everything else a question mark. */
public final class VenueText {
    private static final int MAX_LENGTH = 200;

    private VenueText() {}

    /** The same for bytes of UTF-8. */
    public static String clean(byte[] bytes, int offset, int length) {
        return clean(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }

    /** At most 200 characters of a text. */
    public static String clean(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
            char c = text.charAt(i);
            result.append(c >= ' ' && c < 0x7F ? c : '?');
        }
        return result.toString();
    }
}
