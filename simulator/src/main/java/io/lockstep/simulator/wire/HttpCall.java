package io.lockstep.simulator.wire;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, or the request a WebSocket was opened with.
 *
 * @param method in capitals
 * @param path decoded path, without query
 * @param query query as sent, percent encoding kept; empty if there is none
 * @param body body as sent, read as UTF-8; empty if there is none
 * @param headers header values by lower-case name
 */
public record HttpCall(String method, String path, String query, String body, Map<String, String> headers) {
    /** A header, or null if it was not sent. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
