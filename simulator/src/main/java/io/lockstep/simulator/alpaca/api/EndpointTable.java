package io.lockstep.simulator.alpaca.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which endpoint answers which method and path. A path that ends in {@code /*} takes everything below it; the longest wins. */
public final class EndpointTable {
    private final Map<String, Endpoint> exact = new LinkedHashMap<>();
    private final Map<String, Endpoint> below = new LinkedHashMap<>();

    /**
     * An endpoint found.
     *
     * @param endpoint who answers
     * @param tail what follows the fixed part of its path
     */
    public record Match(Endpoint endpoint, String tail) {}

    /**
     * Adds an endpoint.
     *
     * @param route method, a space, and a path, as {@code GET /v2/assets/*}
     */
    public EndpointTable add(String route, Endpoint endpoint) {
        if (route.endsWith("/*")) {
            below.put(route.substring(0, route.length() - 1), endpoint);
        } else {
            exact.put(route, endpoint);
        }
        return this;
    }

    /** The endpoint of a method and path, or null if there is none. */
    public @Nullable Match find(String method, String path) {
        String route =
                method + " " + (path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        Endpoint endpoint = exact.get(route);
        if (endpoint != null) {
            return new Match(endpoint, "");
        }
        Match best = null;
        for (Map.Entry<String, Endpoint> each : below.entrySet()) {
            String prefix = each.getKey();
            boolean longer = best == null
                    || route.length() - prefix.length() < best.tail().length();
            if (route.startsWith(prefix) && longer) {
                best = new Match(each.getValue(), route.substring(prefix.length()));
            }
        }
        return best;
    }
}
