package io.lockstep.simulator.binance.spot;

import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.ApiSession;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.trade.UserStreams;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.SocketPeer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Spot's user data on a WebSocket API connection: one subscription per account and connection, events wrapped with its id. */
public final class SpotUserData implements ApiSession.SessionMethods {
    private static final String SIGNED_SUBSCRIBE = "userDataStream.subscribe.signature";

    private final UserStreams users;
    private final SocketPeer peer;
    private final LongSupplier nowMs;
    private final Map<Integer, Subscription> byAccount = new LinkedHashMap<>();
    private int nextId;

    /** The user data side of a connection. */
    public SpotUserData(UserStreams users, SocketPeer peer, LongSupplier nowMs) {
        this.users = users;
        this.peer = peer;
        this.nowMs = nowMs;
    }

    /** One subscription, and what it hears. */
    private final class Subscription implements UserStreams.Listener {
        private final int id;
        private final int account;

        Subscription(int id, int account) {
            this.id = id;
            this.account = account;
        }

        @Override
        public void onEvent(String type, String event) {
            peer.send("{\"subscriptionId\":" + id + ",\"event\":" + event + "}");
        }

        @Override
        public void onTerminated() {
            byAccount.remove(account);
            end(this);
        }
    }

    @Override
    public boolean needsSignature(String method) {
        return method.equals(SIGNED_SUBSCRIBE);
    }

    @Override
    public @Nullable String call(String method, Params params, int account) {
        return switch (method) {
            case "userDataStream.subscribe", SIGNED_SUBSCRIBE -> subscribe(account);
            case "userDataStream.unsubscribe" -> unsubscribe(params);
            case "session.subscriptions" -> list();
            default -> null;
        };
    }

    @Override
    public void onClose() {
        byAccount.values().forEach(each -> users.unsubscribe(each.account, each));
        byAccount.clear();
    }

    private String subscribe(int account) {
        if (account < 0) {
            throw new ApiError(401, -2015, "Invalid API-key, IP, or permissions for action.");
        }
        if (byAccount.containsKey(account)) {
            throw ApiError.bad(-2035, "User Data Stream subscription is already active.");
        }
        int id = nextId++;
        Subscription subscription = new Subscription(id, account);
        byAccount.put(account, subscription);
        users.subscribe(account, subscription);
        return "{\"subscriptionId\":" + id + "}";
    }

    private String unsubscribe(Params params) {
        long wanted = params.number("subscriptionId", -1);
        boolean known = wanted < 0 || byAccount.values().stream().anyMatch(each -> each.id == wanted);
        if (!known) {
            throw ApiError.bad(-2036, "User Data Stream subscription is not active.");
        }
        byAccount.values().removeIf(each -> (wanted < 0 || each.id == wanted) && end(each));
        return "{}";
    }

    private boolean end(Subscription subscription) {
        users.unsubscribe(subscription.account, subscription);
        String event = new JsonWriter()
                .object()
                .field("e", "eventStreamTerminated")
                .field("E", nowMs.getAsLong())
                .end()
                .toString();
        subscription.onEvent("eventStreamTerminated", event);
        return true;
    }

    private String list() {
        JsonWriter json = new JsonWriter().array();
        byAccount
                .values()
                .forEach(each -> json.object().field("subscriptionId", each.id).end());
        return json.end().toString();
    }
}
