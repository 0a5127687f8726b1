package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.alpaca.api.ApiKey;
import io.lockstep.simulator.alpaca.api.MsgPackReader;
import io.lockstep.simulator.alpaca.api.MsgPackWriter;
import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonValue.JsonText;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a data stream: greeting, authentication, subscriptions and data, as JSON in text frames or as MessagePack in
 * binary ones.
 */
public final class DataSession implements SocketSession {
    private static final int GOING_AWAY = 1001;

    private final DataHub hub;
    private final DataFeed feed;
    private final SocketPeer peer;
    private final boolean packed;
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<String> waiting = new ArrayList<>();
    private @Nullable ApiKey key;
    private boolean refused;
    private boolean closed;
    private boolean awaitsPong;

    DataSession(DataHub hub, DataFeed feed, SocketPeer peer, boolean packed) {
        this.hub = hub;
        this.feed = feed;
        this.peer = peer;
        this.packed = packed;
    }

    DataFeed feed() {
        return feed;
    }

    /** Whether it holds the one connection its key may have to this feed. */
    boolean holds(DataFeed other, ApiKey otherKey) {
        return feed == other && !refused && key != null && key.accountId() == otherKey.accountId();
    }

    void open() {
        say("[{\"T\":\"success\",\"msg\":\"connected\"}]");
    }

    /** Takes a key that was shown, right or wrong. */
    void authenticate(@Nullable ApiKey shown) {
        if (key != null) {
            say(StreamError.ALREADY_AUTHENTICATED.frame());
        } else if (shown == null) {
            say(StreamError.AUTH_FAILED.frame());
        } else if (hub.isTaken(feed, shown)) {
            refused = true;
            say(StreamError.CONNECTION_LIMIT.frame());
            hub.closeLater(this);
        } else {
            key = shown;
            refused = false;
            say("[{\"T\":\"success\",\"msg\":\"authenticated\"}]");
        }
    }

    /** Closes a connection that has not said who it is. */
    void endIfUnknown() {
        if (key == null && !refused && !closed) {
            say(StreamError.AUTH_TIMEOUT.frame());
            peer.close(GOING_AWAY, "");
        }
    }

    /** Closes a connection that was one too many, unless it was let in meanwhile: some clients ask again on the same one. */
    void endIfRefused() {
        if (refused && !closed) {
            peer.close(GOING_AWAY, "");
        }
    }

    void cut() {
        peer.cut();
    }

    /** Pings a client, which has to answer before {@link #cutIfSilent}. */
    void ping() {
        awaitsPong = true;
        peer.ping("");
    }

    void cutIfSilent() {
        if (awaitsPong && !closed) {
            peer.cut();
        }
    }

    @Override
    public void onPong(String payload) {
        awaitsPong = false;
    }

    @Override
    public void onText(String text) {
        try {
            take(JsonReader.read(text));
        } catch (JsonException e) {
            say(StreamError.INVALID_SYNTAX.frame());
        }
    }

    @Override
    public void onBinary(byte[] payload) {
        try {
            take(MsgPackReader.read(payload));
        } catch (JsonException e) {
            say(StreamError.INVALID_SYNTAX.frame());
        }
    }

    @Override
    public void onClose() {
        closed = true;
        hub.remove(this);
    }

    /** Lets a message wait for the next frame, if it is wanted. */
    void offer(Channel channel, String symbol, String message) {
        if (key != null && subscriptions.has(channel, symbol)) {
            waiting.add(message);
        }
    }

    /** Lets a headline wait, if one of its symbols is wanted. */
    void offerNews(List<String> symbols, String message) {
        boolean wanted = subscriptions.has(Channel.NEWS, "")
                || symbols.stream().anyMatch(symbol -> subscriptions.has(Channel.NEWS, symbol));
        if (key != null && wanted) {
            waiting.add(message);
        }
    }

    /** Sends what waits as one frame; a client that reads too slowly is told so and closed. */
    void flush(long slowBytes) {
        if (waiting.isEmpty()) {
            return;
        }
        String frame = "[" + String.join(",", waiting) + "]";
        waiting.clear();
        if (peer.pendingBytes() > slowBytes) {
            say(StreamError.SLOW_CLIENT.frame());
            cut();
        } else {
            say(frame);
        }
    }

    private void take(JsonValue message) {
        String action = message instanceof JsonObject request ? scalar(request, "action") : "";
        if (!(message instanceof JsonObject request)) {
            say(StreamError.INVALID_SYNTAX.frame());
        } else if (action.equals("auth")) {
            authenticate(hub.keys().find(scalar(request, "key"), scalar(request, "secret")));
        } else if (!action.equals("subscribe") && !action.equals("unsubscribe")) {
            say(StreamError.INVALID_SYNTAX.frame());
        } else if (key == null) {
            say(StreamError.NOT_AUTHENTICATED.frame());
        } else {
            change(request, action.equals("subscribe"));
        }
    }

    private void change(JsonObject request, boolean subscribe) {
        Map<Channel, List<String>> wanted = new EnumMap<>(Channel.class);
        StreamError error = read(request, wanted);
        if (error == null && subscribe && isTooMuch(wanted)) {
            error = StreamError.SYMBOL_LIMIT;
        }
        if (error != null) {
            say(error.frame());
            return;
        }
        wanted.forEach(subscribe ? subscriptions::add : subscriptions::remove);
        flush(Long.MAX_VALUE);
        say(subscriptions.acknowledgement(feed));
        if (subscribe && wanted.containsKey(Channel.ORDERBOOKS)) {
            hub.tellBooks(this);
        }
    }

    /** Reads the channels of a request; null if all are right. Corrections and cancellations come with trades. */
    private @Nullable StreamError read(JsonObject request, Map<Channel, List<String>> wanted) {
        for (Map.Entry<String, JsonValue> each : request.members().entrySet()) {
            String word = each.getKey();
            if (word.equals("action") || word.equals("corrections") || word.equals("cancelErrors")) {
                continue;
            }
            Channel channel = Channel.of(word);
            List<String> names = names(each.getValue());
            if (channel == null || names == null) {
                return StreamError.INVALID_SYNTAX;
            }
            if (!feed.channels().contains(channel)) {
                return StreamError.INVALID_ACTION;
            }
            wanted.put(channel, names);
        }
        boolean nothing = wanted.values().stream().allMatch(List::isEmpty);
        return nothing ? StreamError.INVALID_SYNTAX : null;
    }

    private static @Nullable List<String> names(JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (JsonValue each : array.items()) {
            if (!(each instanceof JsonText text) || text.value().isEmpty()) {
                return null;
            }
            names.add(text.value());
        }
        return names;
    }

    private boolean isTooMuch(Map<Channel, List<String>> wanted) {
        List<String> named = new ArrayList<>(wanted.getOrDefault(Channel.TRADES, List.of()));
        named.addAll(wanted.getOrDefault(Channel.QUOTES, List.of()));
        int count = subscriptions.countWith(named);
        return hub.symbolLimit() > 0 && count > hub.symbolLimit();
    }

    private void say(String frame) {
        if (hub.isMuted(feed)) {
            return;
        }
        if (packed) {
            peer.send(MsgPackWriter.write(JsonReader.read(frame)));
        } else {
            peer.send(frame);
        }
    }

    private static String scalar(JsonObject object, String name) {
        JsonValue value = object.get(name);
        String text = value == null ? null : value.scalar();
        return text == null ? "" : text;
    }
}
