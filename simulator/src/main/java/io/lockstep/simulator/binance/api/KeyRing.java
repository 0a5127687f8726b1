package io.lockstep.simulator.binance.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API keys a venue knows, and the checks every signed request must pass. */
public final class KeyRing {
    private static final long DEFAULT_WINDOW_MS = 5_000;
    private static final long MAX_WINDOW_MS = 60_000;
    private static final long MAX_AHEAD_MS = 1_000;
    private static final long FIRST_MICROSECOND_TIMESTAMP = 100_000_000_000_000L;

    private final Map<String, ApiKey> keys = new LinkedHashMap<>();

    /** Adds a key, or replaces the one of the same name. */
    public void add(ApiKey key) {
        keys.put(key.key(), key);
    }

    /** Takes a key back. */
    public void revoke(String key) {
        keys.remove(key);
    }

    /**
     * The key of a name.
     *
     * @throws ApiError -2014 or -2015 if there is none
     */
    public ApiKey require(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw new ApiError(401, -2014, "API-key format invalid.");
        }
        ApiKey key = keys.get(name);
        if (key == null) {
            throw new ApiError(401, -2015, "Invalid API-key, IP, or permissions for action.");
        }
        return key;
    }

    /**
     * Checks the signature of a request.
     *
     * @throws ApiError -1102 if there is none, -1022 if it is wrong
     */
    public void checkSignature(ApiKey key, Params params, String payload) {
        if (!Signatures.isValid(key, payload, params.text("signature"))) {
            throw ApiError.bad(-1022, "Signature for this request is not valid.");
        }
    }

    /**
     * Checks that a request is neither too old nor from the future. Timestamps may be in milliseconds or microseconds.
     *
     * @throws ApiError -1102, -1131 or -1021
     */
    public static void checkTime(Params params, long nowMs) {
        params.text("timestamp");
        long timestamp = params.number("timestamp", 0);
        long sentMs = timestamp >= FIRST_MICROSECOND_TIMESTAMP ? timestamp / 1000 : timestamp;
        long windowMs = params.decimal("recvWindow", DEFAULT_WINDOW_MS * 100_000_000L) / 100_000_000L;
        if (windowMs > MAX_WINDOW_MS) {
            throw ApiError.bad(-1131, "recvWindow must be less than 60000.");
        }
        if (sentMs >= nowMs + MAX_AHEAD_MS) {
            throw ApiError.bad(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        }
        if (nowMs - sentMs > windowMs) {
            throw ApiError.bad(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
    }
}
