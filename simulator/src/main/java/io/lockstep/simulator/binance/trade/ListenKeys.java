package io.lockstep.simulator.binance.trade;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.Endpoint.Security;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The keys user streams of USDⓈ-M are opened with: one per account, dead after an hour without being kept alive. */
public final class ListenKeys {
    private static final long LIFE_MS = 3_600_000;

    private final UserStreams users;
    private final LongSupplier nowMs;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private long issued;

    /** No keys yet. */
    public ListenKeys(UserStreams users, LongSupplier nowMs) {
        this.users = users;
        this.nowMs = nowMs;
    }

    private record Key(String text, int account, long expiresMs) {}

    /** Adds the endpoints to a table. */
    public void register(EndpointTable table) {
        Endpoint start = endpoint(this::start);
        Endpoint keepAlive = endpoint(this::keepAlive);
        Endpoint close = endpoint(this::close);
        table.rest("POST /fapi/v1/listenKey", start)
                .rest("PUT /fapi/v1/listenKey", keepAlive)
                .rest("DELETE /fapi/v1/listenKey", close)
                .socket("userDataStream.start", start)
                .socket("userDataStream.ping", keepAlive)
                .socket("userDataStream.stop", close);
    }

    /** The account a living key belongs to, null if the key is unknown or dead. */
    public @Nullable Integer account(String key) {
        Key known = keys.get(key);
        return known == null ? null : known.account();
    }

    /** Ends the keys nobody kept alive and tells their listeners. */
    public void expire() {
        long now = nowMs.getAsLong();
        List<Key> dead = new ArrayList<>();
        for (Key key : keys.values()) {
            if (key.expiresMs() <= now) {
                dead.add(key);
            }
        }
        dead.forEach(this::expire);
    }

    /** Ends all keys at once, as a fault. */
    public void expireAll() {
        new ArrayList<>(keys.values()).forEach(this::expire);
    }

    private void expire(Key key) {
        keys.remove(key.text());
        String event = new JsonWriter()
                .object()
                .field("e", "listenKeyExpired")
                .field("E", nowMs.getAsLong())
                .field("listenKey", key.text())
                .end()
                .toString();
        users.publish(key.account(), "listenKeyExpired", event);
    }

    private String start(ApiCall call) {
        Key key = of(call.accountId());
        if (key == null) {
            String text = "sim" + Long.toString(0x5DEECE66DL * (++issued + call.accountId() * 1_000L), 36) + "key";
            key = new Key(text, call.accountId(), 0);
        }
        return renew(key);
    }

    private String keepAlive(ApiCall call) {
        Key key = of(call.accountId());
        if (key == null) {
            throw ApiError.bad(-1125, "This listenKey does not exist.");
        }
        return renew(key);
    }

    private String close(ApiCall call) {
        Key key = of(call.accountId());
        if (key == null) {
            throw ApiError.bad(-1125, "This listenKey does not exist.");
        }
        keys.remove(key.text());
        return "{}";
    }

    private String renew(Key key) {
        keys.put(key.text(), new Key(key.text(), key.account(), nowMs.getAsLong() + LIFE_MS));
        return "{\"listenKey\":\"" + key.text() + "\"}";
    }

    private @Nullable Key of(int account) {
        for (Key key : keys.values()) {
            if (key.account() == account) {
                return key;
            }
        }
        return null;
    }

    private static Endpoint endpoint(java.util.function.Function<ApiCall, String> handler) {
        return new Endpoint(Security.KEY, params -> 1, false, handler);
    }
}
