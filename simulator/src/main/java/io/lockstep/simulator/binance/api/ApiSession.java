package io.lockstep.simulator.binance.api;

import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonNull;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection to the WebSocket API: requests by id, one optional logon, and what a product adds per connection. */
public final class ApiSession implements SocketSession {
    private final EndpointTable table;
    private final ApiDesk desk;
    private final SocketPeer peer;
    private final SessionMethods extra;
    private final boolean withLimits;
    private final long connectedMs;
    private @Nullable ApiKey loggedOn;
    private long authorizedMs;

    /** Methods that concern the connection itself, as subscriptions to user data. */
    public interface SessionMethods {
        /**
         * Answers a method.
         *
         * @param account who asks, proven; -1 if nobody is
         * @return JSON, or null if the method is none of these
         */
        @Nullable
        String call(String method, Params params, int account);

        /** Whether a method must be signed by itself. */
        boolean needsSignature(String method);

        /** The connection is closed. */
        void onClose();
    }

    /**
     * A new connection.
     *
     * @param withLimits whether answers carry the rate limits
     */
    public ApiSession(EndpointTable table, ApiDesk desk, SocketPeer peer, SessionMethods extra, boolean withLimits) {
        this.table = table;
        this.desk = desk;
        this.peer = peer;
        this.extra = extra;
        this.withLimits = withLimits;
        this.connectedMs = desk.nowMs();
    }

    @Override
    public void onText(String text) {
        JsonValue request;
        try {
            request = JsonReader.read(text);
        } catch (JsonException e) {
            fail(null, ApiError.bad(-1135, "Invalid JSON Request"), withLimits);
            return;
        }
        if (request instanceof JsonObject object && object.get("method") != null) {
            answer(object);
        } else {
            fail(null, ApiError.bad(-1135, "Invalid JSON Request"), withLimits);
        }
    }

    /** The frame that refuses a request before it was looked at. */
    public static String failure(String request, ApiError error) {
        JsonValue id = null;
        try {
            id = JsonReader.read(request) instanceof JsonObject object ? object.get("id") : null;
        } catch (JsonException e) {
            id = null;
        }
        return start(id)
                .field("status", error.status())
                .name("error")
                .raw(error.json())
                .end()
                .toString();
    }

    @Override
    public void onClose() {
        extra.onClose();
    }

    private void answer(JsonObject request) {
        JsonValue id = request.get("id");
        JsonValue method = request.get("method");
        String name = method == null ? "" : String.valueOf(method.scalar());
        Params params = params(request.get("params"));
        boolean limits = params.has("returnRateLimits") ? params.flag("returnRateLimits") : withLimits;
        try {
            String result = result(name, params);
            send(start(id).field("status", 200).name("result").raw(result), isOrder(name), limits);
        } catch (ApiError e) {
            fail(id, e, limits);
        }
    }

    private String result(String method, Params params) {
        if (method.startsWith("session.log") || method.equals("session.status")) {
            desk.limits().spend(2, desk.nowMs());
            return session(method, params);
        }
        String own = extra.call(method, params, accountFor(method, params));
        if (own != null) {
            return own;
        }
        Endpoint endpoint = table.socket(method);
        if (endpoint == null) {
            throw ApiError.bad(-1100, "Unknown method: " + method);
        }
        boolean vouched = loggedOn != null && !params.has("signature");
        String payload = vouched ? null : Signatures.socketPayload(params.all());
        return desk.call(endpoint, params, keyName(params), payload);
    }

    private boolean isOrder(String method) {
        Endpoint endpoint = table.socket(method);
        return endpoint != null && endpoint.isOrder();
    }

    private int accountFor(String method, Params params) {
        if (extra.needsSignature(method)) {
            ApiKey key = desk.keys().require(params.textIfAny("apiKey"));
            KeyRing.checkTime(params, desk.nowMs());
            desk.keys().checkSignature(key, params, Signatures.socketPayload(params.all()));
            return key.accountId();
        }
        ApiKey key = loggedOn;
        return key == null ? -1 : key.accountId();
    }

    private String session(String method, Params params) {
        if (method.equals("session.logon")) {
            ApiKey key = desk.keys().require(params.textIfAny("apiKey"));
            if (key.publicKey() == null) {
                throw ApiError.bad(-4056, "HMAC-SHA-256 API key is not supported.");
            }
            KeyRing.checkTime(params, desk.nowMs());
            desk.keys().checkSignature(key, params, Signatures.socketPayload(params.all()));
            loggedOn = key;
            authorizedMs = desk.nowMs();
        } else if (method.equals("session.logout")) {
            loggedOn = null;
        }
        return status();
    }

    private String status() {
        ApiKey key = loggedOn;
        JsonWriter json = new JsonWriter().object();
        if (key == null) {
            json.name("apiKey").nothing().name("authorizedSince").nothing();
        } else {
            json.field("apiKey", key.key()).field("authorizedSince", authorizedMs);
        }
        return json.field("connectedSince", connectedMs)
                .field("returnRateLimits", withLimits)
                .field("serverTime", desk.nowMs())
                .field("userDataStream", false)
                .end()
                .toString();
    }

    private @Nullable String keyName(Params params) {
        ApiKey key = loggedOn;
        String sent = params.textIfAny("apiKey");
        return sent == null && key != null ? key.key() : sent;
    }

    private static Params params(@Nullable JsonValue value) {
        Map<String, String> params = new LinkedHashMap<>();
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> params.put(name, text(member)));
        }
        return new Params(params);
    }

    /** Scalars as they were written, arrays and objects as JSON. */
    private static String text(JsonValue value) {
        String scalar = value.scalar();
        if (scalar != null) {
            return scalar;
        }
        return value instanceof JsonNull ? "" : new JsonWriter().value(value).toString();
    }

    private void fail(@Nullable JsonValue id, ApiError error, boolean limits) {
        JsonWriter json =
                start(id).field("status", error.status()).name("error").raw(error.json());
        send(json, false, limits);
    }

    private static JsonWriter start(@Nullable JsonValue id) {
        return new JsonWriter().object().name("id").value(id);
    }

    private void send(JsonWriter json, boolean order, boolean limits) {
        if (limits) {
            desk.limits().report(json.name("rateLimits"), order, desk.nowMs());
        }
        peer.send(json.end().toString());
    }
}
