package io.lockstep.simulator.binance.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All endpoints of a product, by REST method and path and by WebSocket API method. */
public final class EndpointTable {
    private final Map<String, Endpoint> rest = new LinkedHashMap<>();
    private final Map<String, Endpoint> socket = new LinkedHashMap<>();

    /** Adds a REST endpoint, as {@code "GET /api/v3/time"}. */
    public EndpointTable rest(String methodAndPath, Endpoint endpoint) {
        rest.put(methodAndPath, endpoint);
        return this;
    }

    /** Adds a WebSocket API method. */
    public EndpointTable socket(String method, Endpoint endpoint) {
        socket.put(method, endpoint);
        return this;
    }

    /** A REST endpoint, or null if there is none. */
    public @Nullable Endpoint rest(String method, String path) {
        return rest.get(method + " " + path);
    }

    /** A WebSocket API method, or null if there is none. */
    public @Nullable Endpoint socket(String method) {
        return socket.get(method);
    }
}
