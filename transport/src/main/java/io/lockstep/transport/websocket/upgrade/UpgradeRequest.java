package io.lockstep.transport.websocket.upgrade;

import io.lockstep.transport.net.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the HTTP upgrade asks for. Its text form shows neither path nor headers, which may hold keys.
 *
 * @param endpoint where
 * @param headers further request headers by name
 * @param subprotocol the one subprotocol offered, which the peer must then choose; empty for none
 */
public record UpgradeRequest(Endpoint endpoint, Map<String, String> headers, String subprotocol) {
    /** Keeps a copy of the headers, in their order. */
    public UpgradeRequest {
        headers = new LinkedHashMap<>(headers);
    }

    /** A request without headers of its own. */
    public static UpgradeRequest to(Endpoint endpoint) {
        return new UpgradeRequest(endpoint, Map.of(), "");
    }

    /** The same with one more header. */
    public UpgradeRequest withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new UpgradeRequest(endpoint, more, subprotocol);
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
