package io.lockstep.simulator.binance;

import io.lockstep.simulator.binance.api.ApiDesk;
import io.lockstep.simulator.binance.api.ApiSession;
import io.lockstep.simulator.binance.api.RestFace;
import io.lockstep.simulator.binance.feed.StreamHub;
import io.lockstep.simulator.binance.feed.StreamRoute;
import io.lockstep.simulator.binance.feed.StreamSession;
import io.lockstep.simulator.binance.trade.SpotDesk;
import io.lockstep.simulator.binance.trade.SpotUserData;
import io.lockstep.simulator.venue.VenueClock;
import io.lockstep.simulator.wire.HttpCall;
import io.lockstep.simulator.wire.HttpReply;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import io.lockstep.simulator.wire.WireFace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Spot on a port: {@code /api/v3}, {@code /ws}, {@code /stream} and {@code /ws-api/v3}. */
final class SpotFace implements WireFace {
    private static final int MESSAGES_PER_SECOND = 5;
    private static final int CONNECT_WEIGHT = 2;

    private final SpotDesk spot;
    private final ApiDesk api;
    private final StreamHub hub;
    private final RestFace rest;
    private final Connections connections;
    private final VenueClock clock;

    SpotFace(SpotDesk spot, ApiDesk api, StreamHub hub, Connections connections, VenueClock clock) {
        this.spot = spot;
        this.api = api;
        this.hub = hub;
        this.connections = connections;
        this.clock = clock;
        this.rest = new RestFace(spot.table(), api);
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
        return call.path().startsWith("/ws-api/v3");
    }

    @Override
    public @Nullable SocketSession onUpgrade(HttpCall call, SocketPeer peer) {
        if (isApi(call)) {
            boolean withLimits = !call.query().contains("returnRateLimits=false");
            SpotUserData userData = new SpotUserData(spot.trading().users(), peer, api::nowMs);
            ApiSession session = new ApiSession(spot.table(), api, peer, userData, withLimits);
            return connections.watch(peer, session, true, () -> peer.send("{\"event\":" + shutdown() + "}"));
        }
        StreamPath path = StreamPath.of(call.path(), call.query());
        if (path == null) {
            return null;
        }
        StreamSession session =
                new StreamSession(hub, peer, StreamRoute.ALL, path.combined(), MESSAGES_PER_SECOND, clock::nowMs);
        session.open(path.streams());
        return connections.watch(peer, session, false, () -> session.onPayload("!serverShutdown", shutdown()));
    }

    private String shutdown() {
        return "{\"e\":\"serverShutdown\",\"E\":" + api.nowMs() + "}";
    }
}
