package io.lockstep.transport.websocket.deflate;

import java.util.List;
import java.util.Locale;

/**
 * The peer's answer to the offer of permessage-deflate (RFC 7692). We never compress, so what it demands of our side is met anyway.
 *
 * @param agreed whether the peer will compress
 * @param freshContext whether it forgets its dictionary after each message
 * @param understood whether the answer holds nothing that was not offered
 */
public record DeflateAgreement(boolean agreed, boolean freshContext, boolean understood) {
    /** Name of the extension. */
    static final String NAME = "permessage-deflate";
    /** What a client that takes compressed messages asks with. */
    public static final String OFFER = NAME + "; client_no_context_takeover; client_max_window_bits";

    private static final String FRESH_CONTEXT = "server_no_context_takeover";

    /** Reads the values of {@code Sec-WebSocket-Extensions} in an answer. */
    public static DeflateAgreement parse(List<String> headers) {
        String text = String.join(",", headers).trim().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return new DeflateAgreement(false, false, true);
        }
        String[] parts = text.split("\\s*;\\s*", -1);
        boolean understood = parts[0].equals(NAME);
        boolean fresh = false;
        for (int i = 1; i < parts.length; i++) {
            fresh |= parts[i].equals(FRESH_CONTEXT);
            understood &= isKnown(parts[i]);
        }
        return new DeflateAgreement(understood, fresh, understood);
    }

    /** Whether this may follow on what was offered. */
    public boolean isLegal(boolean offered) {
        return understood && (offered || !agreed);
    }

    private static boolean isKnown(String parameter) {
        return parameter.equals(FRESH_CONTEXT)
                || parameter.equals("client_no_context_takeover")
                || parameter.matches("(server|client)_max_window_bits=\"?(8|9|1[0-5])\"?");
    }
}
