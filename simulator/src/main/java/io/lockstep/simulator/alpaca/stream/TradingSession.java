package io.lockstep.simulator.alpaca.stream;

import io.lockstep.simulator.alpaca.api.ApiKey;
import io.lockstep.simulator.alpaca.api.KeyRing;
import io.lockstep.simulator.alpaca.api.MsgPackReader;
import io.lockstep.simulator.alpaca.api.MsgPackWriter;
import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to {@code /stream}: authentication in the current or the legacy form, the list of streams, and the account's updates.
 * Frames are binary and hold JSON, as on a paper account. (Alpaca, "Websocket Streaming", read 2026-11.)
 */
public final class TradingSession implements SocketSession, UpdateReader {
    private static final String UPDATES = "trade_updates";

    private final KeyRing keys;
    private final TradeUpdates updates;
    private final SocketPeer peer;
    private final Framing framing;
    private @Nullable ApiKey key;
    private boolean listening;

    /** How messages travel. */
    public enum Framing {
        /** JSON in binary frames, as a paper account's stream sends it. */
        BINARY_JSON,
        /** JSON in text frames. */
        TEXT_JSON,
        /** MessagePack in binary frames. */
        MSGPACK
    }

    /** A connection that has not said who it is. */
    public TradingSession(KeyRing keys, TradeUpdates updates, SocketPeer peer, Framing framing) {
        this.keys = keys;
        this.updates = updates;
        this.peer = peer;
        this.framing = framing;
        updates.add(this);
    }

    @Override
    public void onText(String text) {
        take(() -> JsonReader.read(text));
    }

    /** Binary frames hold JSON, or MessagePack where that was asked for. */
    @Override
    public void onBinary(byte[] payload) {
        take(() -> framing == Framing.MSGPACK
                ? MsgPackReader.read(payload)
                : JsonReader.read(new String(payload, StandardCharsets.UTF_8)));
    }

    @Override
    public void onClose() {
        updates.remove(this);
    }

    @Override
    public boolean holdsStreamOf(int accountId) {
        return key != null && key.accountId() == accountId;
    }

    @Override
    public void onUpdate(Update update) {
        if (listening && holdsStreamOf(update.accountId())) {
            send(update.frame());
        }
    }

    @Override
    public void forget() {
        listening = false;
    }

    @Override
    public void cut() {
        peer.cut();
    }

    private void take(Supplier<JsonValue> message) {
        try {
            if (message.get() instanceof JsonObject request) {
                answer(request);
            } else {
                fail("invalid message");
            }
        } catch (JsonException e) {
            fail("invalid message: " + e.getMessage());
        }
    }

    private void answer(JsonObject request) {
        String action = scalar(request, "action");
        JsonObject data = request.get("data") instanceof JsonObject object ? object : new JsonObject(Map.of());
        switch (action) {
            case "auth" -> authenticate(scalar(request, "key"), scalar(request, "secret"));
            case "authenticate" -> authenticate(scalar(data, "key_id"), scalar(data, "secret_key"));
            case "listen" -> listen(data.get("streams"));
            default -> fail("unknown action: " + action);
        }
    }

    private void authenticate(String id, String secret) {
        ApiKey found = keys.find(id, secret);
        if (found == null) {
            tell(
                    "authorization",
                    data().field("action", "authenticate")
                            .field("message", "access key verification failed")
                            .field("status", "unauthorized"));
            return;
        }
        key = found;
        tell("authorization", data().field("status", "authorized").field("action", "authenticate"));
    }

    /** The list is absolute; streams nobody has are left out of the answer. */
    private void listen(@Nullable JsonValue streams) {
        if (key == null) {
            tell("authorization", data().field("status", "unauthorized").field("action", "listen"));
            return;
        }
        listening = streams instanceof JsonArray list
                && list.items().stream().anyMatch(each -> UPDATES.equals(each.scalar()));
        JsonWriter data = data().name("streams").array();
        if (listening) {
            data.text(UPDATES);
        }
        tell("listening", data.end());
    }

    private static JsonWriter data() {
        return new JsonWriter().object();
    }

    private void tell(String stream, JsonWriter data) {
        send(new JsonWriter()
                .object()
                .field("stream", stream)
                .name("data")
                .raw(data.end().toString())
                .end()
                .toString());
    }

    private void fail(String message) {
        String data =
                new JsonWriter().object().field("error_message", message).end().toString();
        send(new JsonWriter()
                .object()
                .field("action", "error")
                .name("data")
                .raw(data)
                .end()
                .toString());
    }

    private void send(String text) {
        switch (framing) {
            case BINARY_JSON -> peer.send(text.getBytes(StandardCharsets.UTF_8));
            case TEXT_JSON -> peer.send(text);
            case MSGPACK -> peer.send(MsgPackWriter.write(JsonReader.read(text)));
        }
    }

    private static String scalar(JsonObject object, String name) {
        JsonValue value = object.get(name);
        String text = value == null ? null : value.scalar();
        return text == null ? "" : text;
    }
}
