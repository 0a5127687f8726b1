package io.lockstep.gateway.binance.orderentry.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.gateway.binance.orderentry.signing.RequestSigner;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests from templates: copies what is constant, fills what is not, signs. Allocates nothing once warm, except through
 * Ed25519. Owned by one thread.
 */
public final class RequestEncoder {
    private static final int CAPACITY = 2048;
    private static final byte[] ID = "{\"id\":\"".getBytes(US_ASCII);
    private static final byte[] METHOD = "\",\"method\":\"".getBytes(US_ASCII);
    private static final byte[] PARAMS = "\",\"params\":{".getBytes(US_ASCII);
    private static final byte[] SIGNATURE = ",\"signature\":\"".getBytes(US_ASCII);
    private static final byte[] END = "}}".getBytes(US_ASCII);
    private static final byte[] QUERY_SIGNATURE = "&signature=".getBytes(US_ASCII);

    private final @Nullable RequestSigner signer;
    private final TextBuffer payload = new TextBuffer(CAPACITY);
    private final TextBuffer signature = new TextBuffer(128);
    private final TextBuffer target = new TextBuffer(CAPACITY);

    /**
     * Makes an encoder.
     *
     * @param signer signs every request; null on a connection that has logged on, where none is needed
     */
    public RequestEncoder(@Nullable RequestSigner signer) {
        this.signer = signer;
    }

    /**
     * Writes a WebSocket request.
     *
     * @param id comes back with the answer
     * @return the request, valid until the next call
     */
    public TextBuffer encodeFrame(RequestTemplate template, RequestValues values, RequestId id) {
        target.clear();
        target.put(ID);
        id.write(target);
        target.put(METHOD);
        target.put(template.method());
        target.put(PARAMS);
        template.writeJson(values, target);
        if (signer != null) {
            payload.clear();
            template.writeSigned(values, payload);
            target.put(SIGNATURE);
            signer.sign(payload.array(), 0, payload.length(), target);
            target.put('"');
        }
        target.put(END);
        return target;
    }

    /**
     * Writes the query string or form body of a REST request, its signature last.
     *
     * @return the text, valid until the next call
     */
    public TextBuffer encodeQuery(RequestTemplate template, RequestValues values) {
        target.clear();
        template.writeSigned(values, target);
        if (signer != null) {
            signature.clear();
            signer.sign(target.array(), 0, target.length(), signature);
            target.put(QUERY_SIGNATURE);
            putPercentEncoded(signature);
        }
        return target;
    }

    /** Hexadecimal stays as it is; Base64 has three characters that a query may not have. */
    private void putPercentEncoded(TextBuffer text) {
        for (int i = 0; i < text.length(); i++) {
            byte b = text.array()[i];
            switch (b) {
                case '+' -> putEscape('2', 'B');
                case '/' -> putEscape('2', 'F');
                case '=' -> putEscape('3', 'D');
                default -> target.put(b);
            }
        }
    }

    private void putEscape(char high, char low) {
        target.put('%');
        target.put(high);
        target.put(low);
    }
}
