package io.lockstep.transport.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A whole answer. */
public final class HttpAnswer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final long receivedNs;

    HttpAnswer(int status, HttpHeaders headers, byte[] body, long receivedNs) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.receivedNs = receivedNs;
    }

    /** HTTP status, 200 to 599. */
    public int status() {
        return status;
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** First value of a header, whatever the case of its name; absent where there is none. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Hands over every header as name and value. */
    public void forEachHeader(BiConsumer<String, String> consumer) {
        headers.forEach(header -> consumer.accept(header.getKey(), header.getValue()));
    }

    /** The body; the caller's own. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** When its end was read, nanoseconds UTC. */
    public long receivedNs() {
        return receivedNs;
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
