package io.lockstep.simulator.binance.feed;

import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonBoolean;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonValue.JsonText;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the market streams: raw or combined, with subscriptions that can change while it lives.
 *
 * @param <P> what the streams carry, text or bytes
 */
public final class StreamSession<P> implements SocketSession, StreamHub.Listener<P> {
    private static final int MAX_STREAMS = 1_024;
    private static final int POLICY_VIOLATION = 1008;

    private final StreamHub<P> hub;
    private final SocketPeer peer;
    private final Sender<P> sender;
    private final StreamRoute route;
    private final int messagesPerSecond;
    private final LongSupplier nowMs;
    private final Set<String> streams = new LinkedHashSet<>();
    private boolean combined;
    private long second;
    private int messages;

    private StreamSession(
            StreamHub<P> hub,
            SocketPeer peer,
            Sender<P> sender,
            StreamRoute route,
            boolean combined,
            int messagesPerSecond,
            LongSupplier nowMs) {
        this.hub = hub;
        this.peer = peer;
        this.sender = sender;
        this.route = route;
        this.combined = combined;
        this.messagesPerSecond = messagesPerSecond;
        this.nowMs = nowMs;
    }

    /** How a payload goes to the client. */
    private interface Sender<P> {
        void send(boolean combined, String stream, P payload);
    }

    /**
     * A new connection to streams of JSON.
     *
     * @param messagesPerSecond messages a client may send before it is cut off
     */
    public static StreamSession<String> ofTexts(
            StreamHub<String> hub,
            SocketPeer peer,
            StreamRoute route,
            boolean combined,
            int messagesPerSecond,
            LongSupplier nowMs) {
        Sender<String> sender = (wrapped, stream, payload) -> peer.send(wrapped ? wrap(stream, payload) : payload);
        return new StreamSession<>(hub, peer, sender, route, combined, messagesPerSecond, nowMs);
    }

    /**
     * A new connection to streams of SBE, whose payloads are never wrapped.
     *
     * @param messagesPerSecond messages a client may send before it is cut off
     */
    public static StreamSession<byte[]> ofBytes(
            StreamHub<byte[]> hub, SocketPeer peer, boolean combined, int messagesPerSecond, LongSupplier nowMs) {
        Sender<byte[]> sender = (wrapped, stream, payload) -> peer.send(payload);
        return new StreamSession<>(hub, peer, sender, StreamRoute.ALL, combined, messagesPerSecond, nowMs);
    }

    /** Tells the client something that is not of a stream it has subscribed to, as JSON. */
    public void announce(String name, String payload) {
        peer.send(combined ? wrap(name, payload) : payload);
    }

    /** Subscribes to the streams named in the path. */
    public void open(List<String> names) {
        names.forEach(this::subscribe);
    }

    @Override
    public void onPayload(String stream, P payload) {
        sender.send(combined, stream, payload);
    }

    @Override
    public void onText(String text) {
        if (count()) {
            answer(text);
        }
    }

    @Override
    public void onPing() {
        count();
    }

    @Override
    public void onPong(String payload) {
        count();
    }

    @Override
    public void onClose() {
        streams.forEach(stream -> hub.unsubscribe(stream, this));
        streams.clear();
    }

    private static String wrap(String stream, String payload) {
        return "{\"stream\":\"" + stream + "\",\"data\":" + payload + "}";
    }

    private boolean count() {
        long now = nowMs.getAsLong() / 1_000;
        messages = now == second ? messages + 1 : 1;
        second = now;
        if (messages > messagesPerSecond) {
            peer.close(POLICY_VIOLATION, "Too many requests");
            return false;
        }
        return true;
    }

    private void answer(String text) {
        JsonValue request;
        try {
            request = JsonReader.read(text);
        } catch (JsonException e) {
            peer.send("{\"error\":{\"code\":3,\"msg\":\"Invalid JSON: " + e.getMessage() + "\"}}");
            return;
        }
        if (!(request instanceof JsonObject object)) {
            fail(null, 2, "Invalid request: request must be an object");
            return;
        }
        JsonValue method = object.get("method");
        answer(object.get("id"), method == null ? "" : String.valueOf(method.scalar()), object.get("params"));
    }

    private void answer(@Nullable JsonValue id, String method, @Nullable JsonValue params) {
        switch (method) {
            case "SUBSCRIBE" -> change(id, params, true);
            case "UNSUBSCRIBE" -> change(id, params, false);
            case "LIST_SUBSCRIPTIONS" -> list(id);
            case "SET_PROPERTY" -> setProperty(id, params);
            case "GET_PROPERTY" -> succeed(id, String.valueOf(combined));
            default ->
                fail(
                        id,
                        2,
                        "Invalid request: unknown variant `" + method
                                + "`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`,"
                                + " `GET_PROPERTY`");
        }
    }

    private void change(@Nullable JsonValue id, @Nullable JsonValue params, boolean subscribe) {
        if (!(params instanceof JsonArray array) || !array.items().stream().allMatch(JsonText.class::isInstance)) {
            fail(id, 2, "Invalid request: params must be an array of strings");
            return;
        }
        for (JsonValue each : array.items()) {
            String stream = ((JsonText) each).value();
            if (subscribe) {
                subscribe(stream);
            } else {
                streams.remove(stream);
                hub.unsubscribe(stream, this);
            }
        }
        succeed(id, "null");
    }

    private void subscribe(String stream) {
        if (streams.size() >= MAX_STREAMS) {
            peer.close(POLICY_VIOLATION, "Too many streams");
            return;
        }
        streams.add(stream);
        if (route.serves(stream)) {
            hub.subscribe(stream, this);
        }
    }

    private void list(@Nullable JsonValue id) {
        JsonWriter names = new JsonWriter().array();
        streams.forEach(names::text);
        succeed(id, names.end().toString());
    }

    private void setProperty(@Nullable JsonValue id, @Nullable JsonValue params) {
        List<JsonValue> items = params instanceof JsonArray array ? array.items() : List.of();
        boolean named = items.size() == 2 && "combined".equals(items.get(0).scalar());
        if (!named) {
            fail(id, 0, "Unknown property");
        } else if (items.get(1) instanceof JsonBoolean flag) {
            combined = flag.value();
            succeed(id, "null");
        } else {
            fail(id, 1, "Invalid value type: expected Boolean");
        }
    }

    private void succeed(@Nullable JsonValue id, String result) {
        peer.send(new JsonWriter()
                .object()
                .name("result")
                .raw(result)
                .name("id")
                .value(id)
                .end()
                .toString());
    }

    private void fail(@Nullable JsonValue id, int code, String text) {
        peer.send(new JsonWriter()
                .object()
                .field("code", code)
                .field("msg", text)
                .name("id")
                .value(id)
                .end()
                .toString());
    }
}
