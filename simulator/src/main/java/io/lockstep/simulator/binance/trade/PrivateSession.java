package io.lockstep.simulator.binance.trade;

import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A user stream connection of USDⓈ-M: one or more listen keys, each with the events it wants; keys may be subscribed to later. */
public final class PrivateSession implements SocketSession {
    private final UserStreams users;
    private final ListenKeys keys;
    private final SocketPeer peer;
    private final boolean combined;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();

    /** A connection without keys. */
    public PrivateSession(UserStreams users, ListenKeys keys, SocketPeer peer, boolean combined) {
        this.users = users;
        this.keys = keys;
        this.peer = peer;
        this.combined = combined;
    }

    private record Subscription(int account, UserStreams.Listener listener) {}

    /**
     * Listens with a key; an unknown one stays silent.
     *
     * @param events types wanted; empty for all
     */
    public void subscribe(String key, Set<String> events) {
        Integer account = keys.account(key);
        if (account == null || subscriptions.containsKey(key)) {
            return;
        }
        UserStreams.Listener listener = (type, event) -> {
            if (events.isEmpty() || events.contains(type)) {
                send(key, event);
            }
        };
        subscriptions.put(key, new Subscription(account, listener));
        users.subscribe(account, listener);
    }

    @Override
    public void onText(String text) {
        try {
            if (JsonReader.read(text) instanceof JsonObject request) {
                answer(request);
            }
        } catch (JsonException e) {
            peer.send("{\"error\":{\"code\":3,\"msg\":\"Invalid JSON: " + e.getMessage() + "\"}}");
        }
    }

    @Override
    public void onClose() {
        subscriptions.values().forEach(each -> users.unsubscribe(each.account(), each.listener()));
        subscriptions.clear();
    }

    private void answer(JsonObject request) {
        JsonValue method = request.get("method");
        String name = method == null ? "" : String.valueOf(method.scalar());
        JsonWriter result = new JsonWriter();
        switch (name) {
            case "SUBSCRIBE" -> {
                names(request).forEach(key -> subscribe(key, Set.of()));
                result.nothing();
            }
            case "UNSUBSCRIBE" -> {
                names(request).forEach(this::unsubscribe);
                result.nothing();
            }
            case "LIST_SUBSCRIPTIONS" -> {
                result.array();
                subscriptions.keySet().forEach(result::text);
                result.end();
            }
            default -> result.nothing();
        }
        peer.send(new JsonWriter()
                .object()
                .name("result")
                .raw(result.toString())
                .name("id")
                .value(request.get("id"))
                .end()
                .toString());
    }

    private static Iterable<String> names(JsonObject request) {
        return request.get("params") instanceof JsonArray array
                ? array.items().stream()
                        .map(item -> String.valueOf(item.scalar()))
                        .toList()
                : Set.of();
    }

    private void unsubscribe(String key) {
        Subscription there = subscriptions.remove(key);
        if (there != null) {
            users.unsubscribe(there.account(), there.listener());
        }
    }

    private void send(String key, String event) {
        peer.send(combined ? "{\"stream\":\"" + key + "\",\"data\":" + event + "}" : event);
    }
}
