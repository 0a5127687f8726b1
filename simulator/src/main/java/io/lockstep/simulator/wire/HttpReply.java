package io.lockstep.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to an HTTP request.
 *
 * @param status HTTP status
 * @param body JSON text
 * @param headers further headers
 */
public record HttpReply(int status, String body, Map<String, String> headers) {
    /** An answer without further headers. */
    public static HttpReply of(int status, String body) {
        return new HttpReply(status, body, Map.of());
    }

    /** The same answer with one header more. */
    public HttpReply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpReply(status, body, more);
    }
}
