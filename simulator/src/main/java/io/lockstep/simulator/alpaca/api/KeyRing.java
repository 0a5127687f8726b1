package io.lockstep.simulator.alpaca.api;

import io.lockstep.simulator.wire.HttpCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys the venue knows. */
public final class KeyRing {
    private final Map<String, ApiKey> keys = new LinkedHashMap<>();

    /** Adds a key, or replaces the one of the same id. */
    public void add(ApiKey key) {
        keys.put(key.id(), key);
    }

    /** The key of an id if the secret is right, else null. */
    public @Nullable ApiKey find(@Nullable String id, @Nullable String secret) {
        ApiKey key = id == null ? null : keys.get(id);
        if (key == null || secret == null) {
            return null;
        }
        byte[] known = key.secret().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(known, secret.getBytes(StandardCharsets.UTF_8)) ? key : null;
    }

    /** The key a request shows in its headers, or null if it shows none that is right. */
    public @Nullable ApiKey find(HttpCall call) {
        return find(call.header("APCA-API-KEY-ID"), call.header("APCA-API-SECRET-KEY"));
    }

    /** Whether a request shows any key. */
    public static boolean isShown(HttpCall call) {
        return call.header("APCA-API-KEY-ID") != null;
    }
}
