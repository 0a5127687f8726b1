package io.lockstep.transport.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.TimeUnit;

/** One request. Immutable; its text form shows neither query, headers nor body, which may hold keys. */
public final class HttpCall {
    private static final long DEFAULT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private final HttpMethod method;
    private final String path;
    private final HttpHeaders headers;
    private final byte[] body;
    private final long timeoutNs;

    private HttpCall(HttpMethod method, String path, HttpHeaders headers, byte[] body, long timeoutNs) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.timeoutNs = timeoutNs;
    }

    /**
     * A request without headers or body, to be answered within 10 s.
     *
     * @param method such as {@code GET}
     * @param path path and query, starts with a slash, printable ASCII without blanks
     */
    public static HttpCall of(String method, String path) {
        if (!path.startsWith("/") || !path.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "path must start with a slash and be printable: length=" + path.length());
        }
        return new HttpCall(
                HttpMethod.valueOf(method), path, new DefaultHttpHeaders(), new byte[0], DEFAULT_TIMEOUT_NS);
    }

    /**
     * The same with one more header.
     *
     * @throws IllegalArgumentException if name or value could break out of the header
     */
    public HttpCall withHeader(String name, String value) {
        HttpHeaders more = checkedCopy().set(name, value);
        return new HttpCall(method, path, more, body, timeoutNs);
    }

    /** The same with a body, which is copied. */
    public HttpCall withBody(String contentType, byte[] bytes) {
        HttpHeaders more = checkedCopy().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        return new HttpCall(method, path, more, bytes.clone(), timeoutNs);
    }

    /** The same to be answered within another time, counted from {@link HttpClient#send}; nanoseconds, positive. */
    public HttpCall withTimeout(long newTimeoutNs) {
        if (newTimeoutNs <= 0) {
            throw new IllegalArgumentException("timeout must be positive: timeoutNs=" + newTimeoutNs);
        }
        return new HttpCall(method, path, headers, body, newTimeoutNs);
    }

    /** Time it may take, nanoseconds. */
    public long timeoutNs() {
        return timeoutNs;
    }

    @Override
    public String toString() {
        int query = path.indexOf('?');
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }

    FullHttpRequest toRequest(String hostHeader) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path, Unpooled.wrappedBuffer(body));
        request.headers().set(headers).set(HttpHeaderNames.HOST, hostHeader);
        if (body.length > 0 || !method.equals(HttpMethod.GET)) {
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        return request;
    }

    // HttpHeaders.copy() would make headers that let line breaks through
    private HttpHeaders checkedCopy() {
        return new DefaultHttpHeaders().set(headers);
    }
}
