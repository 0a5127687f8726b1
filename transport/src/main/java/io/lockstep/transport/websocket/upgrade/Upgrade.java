package io.lockstep.transport.websocket.upgrade;

import io.lockstep.transport.websocket.deflate.DeflateAgreement;
import io.lockstep.transport.websocket.frame.VenueText;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One opening handshake, RFC 6455 section 4: the request, and whether an answer accepts it. */
public final class Upgrade {
    private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String VERSION = "13";

    private final UpgradeRequest request;
    private final String key;
    private final boolean compression;

    /**
     * Makes a handshake that was not sent yet.
     *
     * @param nonce 16 random bytes
     * @param compression whether permessage-deflate is offered
     */
    public Upgrade(UpgradeRequest request, byte[] nonce, boolean compression) {
        this.request = request;
        this.key = Base64.getEncoder().encodeToString(nonce);
        this.compression = compression;
    }

    /** The request to send. */
    public FullHttpRequest request() {
        FullHttpRequest http = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.GET, request.endpoint().path(), Unpooled.EMPTY_BUFFER);
        HttpHeaders headers = http.headers()
                .set(HttpHeaderNames.HOST, request.endpoint().hostHeader())
                .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                .set(HttpHeaderNames.SEC_WEBSOCKET_KEY, key)
                .set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
        if (!request.subprotocol().isEmpty()) {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, request.subprotocol());
        }
        if (compression) {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, DeflateAgreement.OFFER);
        }
        request.headers().forEach(headers::set);
        return http;
    }

    /** What keeps the answer from being an acceptance; empty when it is one. */
    public String objection(FullHttpResponse answer) {
        HttpHeaders headers = answer.headers();
        if (answer.decoderResult().isFailure()) {
            return "not an HTTP answer";
        }
        if (!answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            return "HTTP " + answer.status().code() + " "
                    + VenueText.clean(answer.content().toString(StandardCharsets.UTF_8));
        }
        if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
            return "no upgrade to a WebSocket";
        }
        if (!acceptKey(key).equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT))) {
            return "wrong accept key";
        }
        if (!headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "").equals(request.subprotocol())) {
            return "wrong subprotocol";
        }
        return agreement(answer).isLegal(compression) ? "" : "wrong extensions";
    }

    /** What was agreed about compression; meaningful where there was no objection. */
    public DeflateAgreement agreement(FullHttpResponse answer) {
        return DeflateAgreement.parse(answer.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS));
    }

    /** Seconds the peer asks us to wait, 0 where it does not say. */
    public static long retryAfterS(FullHttpResponse answer) {
        String value = answer.headers().get(HttpHeaderNames.RETRY_AFTER, "");
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : 0;
    }

    /** The answer a server owes to a key. */
    public static String acceptKey(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_SALT).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
