package io.lockstep.simulator.binance;

import io.lockstep.simulator.binance.api.ApiDesk;
import io.lockstep.simulator.binance.api.ApiSession;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.api.RestFace;
import io.lockstep.simulator.binance.feed.StreamHub;
import io.lockstep.simulator.binance.feed.StreamRoute;
import io.lockstep.simulator.binance.feed.StreamSession;
import io.lockstep.simulator.binance.trade.PrivateSession;
import io.lockstep.simulator.binance.usdm.UsdmDesk;
import io.lockstep.simulator.venue.VenueClock;
import io.lockstep.simulator.wire.HttpCall;
import io.lockstep.simulator.wire.HttpReply;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import io.lockstep.simulator.wire.WireFace;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * USDⓈ-M on a port: {@code /fapi}, the stream paths under {@code /public}, {@code /market} and {@code /private}, the legacy ones, and
 * {@code /ws-fapi/v1}.
 */
final class UsdmFace implements WireFace {
    private static final int MESSAGES_PER_SECOND = 10;
    private static final int CONNECT_WEIGHT = 5;

    private final UsdmDesk usdm;
    private final ApiDesk api;
    private final StreamHub<String> hub;
    private final RestFace rest;
    private final Connections connections;
    private final VenueClock clock;

    UsdmFace(UsdmDesk usdm, ApiDesk api, StreamHub<String> hub, Connections connections, VenueClock clock) {
        this.usdm = usdm;
        this.api = api;
        this.hub = hub;
        this.connections = connections;
        this.clock = clock;
        this.rest = new RestFace(usdm.table(), api);
    }

    @Override
    public void onRequest(HttpCall call, Consumer<HttpReply> answer) {
        answer.accept(rest.answer(call));
    }

    @Override
    public @Nullable HttpReply refusal(HttpCall call) {
        return isApi(call) ? rest.charge(CONNECT_WEIGHT) : null;
    }

    private static boolean isApi(HttpCall call) {
        return call.path().startsWith("/ws-fapi/v1");
    }

    @Override
    public @Nullable SocketSession onUpgrade(HttpCall call, SocketPeer peer) {
        String path = call.path();
        if (isApi(call)) {
            boolean withLimits = !call.query().contains("returnRateLimits=false");
            ApiSession session = new ApiSession(usdm.table(), api, peer, new NoSessionMethods(), withLimits);
            return connections.watch(peer, session, true, () -> {});
        }
        if (path.startsWith("/private")) {
            return privateStream(path.substring("/private".length()), call.query(), peer);
        }
        if (path.startsWith("/market")) {
            return stream(path.substring("/market".length()), call.query(), peer, StreamRoute.MARKET);
        }
        if (path.startsWith("/public")) {
            return stream(path.substring("/public".length()), call.query(), peer, StreamRoute.PUBLIC);
        }
        return legacy(call, peer);
    }

    /** The paths from before the split: a listen key, or public streams only. */
    private @Nullable SocketSession legacy(HttpCall call, SocketPeer peer) {
        StreamPath wanted = StreamPath.of(call.path(), call.query());
        boolean isKey = wanted != null
                && wanted.streams().stream().anyMatch(name -> usdm.listenKeys().account(name) != null);
        return isKey
                ? privateStream(call.path(), call.query(), peer)
                : stream(call.path(), call.query(), peer, StreamRoute.PUBLIC);
    }

    private @Nullable SocketSession stream(String path, String query, SocketPeer peer, StreamRoute route) {
        StreamPath wanted = StreamPath.of(path, query);
        if (wanted == null) {
            return null;
        }
        StreamSession<String> session =
                StreamSession.ofTexts(hub, peer, route, wanted.combined(), MESSAGES_PER_SECOND, clock::nowMs);
        session.open(wanted.streams());
        return connections.watch(peer, session, false, () -> {});
    }

    /** {@code /ws/KEY}, {@code /ws?listenKey=K&events=A/B}, {@code /stream?listenKey=K1&events=A&listenKey=K2}, {@code /stream?streams=K}. */
    private @Nullable SocketSession privateStream(String path, String query, SocketPeer peer) {
        StreamPath wanted = StreamPath.of(path, query);
        if (wanted == null) {
            return null;
        }
        PrivateSession session = new PrivateSession(usdm.trading().users(), usdm.listenKeys(), peer, wanted.combined());
        wanted.streams().forEach(key -> session.subscribe(key, Set.of()));
        String key = "";
        for (String part : query.split("&", -1)) {
            Params one = Params.ofForm(part, "");
            if (one.has("listenKey")) {
                subscribe(session, key, "");
                key = one.text("listenKey");
            } else if (one.has("events")) {
                subscribe(session, key, one.text("events"));
                key = "";
            }
        }
        subscribe(session, key, "");
        return connections.watch(peer, session, false, () -> {});
    }

    private static void subscribe(PrivateSession session, String key, String events) {
        if (!key.isEmpty()) {
            Set<String> wanted = new LinkedHashSet<>();
            for (String event : events.split("/", -1)) {
                if (!event.isEmpty()) {
                    wanted.add(event);
                }
            }
            session.subscribe(key, wanted);
        }
    }

    /** Futures have no methods about the connection itself. */
    private static final class NoSessionMethods implements ApiSession.SessionMethods {
        @Override
        public @Nullable String call(String method, Params params, int account) {
            return null;
        }

        @Override
        public boolean needsSignature(String method) {
            return false;
        }

        @Override
        public void onClose() {
            // nothing was subscribed to
        }
    }
}
