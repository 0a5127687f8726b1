package io.lockstep.simulator.binance;

import io.lockstep.simulator.binance.api.ApiDesk;
import io.lockstep.simulator.binance.api.ApiSession;
import io.lockstep.simulator.binance.api.RestFace;
import io.lockstep.simulator.binance.feed.StreamHub;
import io.lockstep.simulator.binance.feed.StreamRoute;
import io.lockstep.simulator.binance.feed.StreamSession;
import io.lockstep.simulator.binance.trade.SpotDesk;
import io.lockstep.simulator.binance.trade.SpotUserData;
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

    private final SpotDesk spot;
    private final ApiDesk api;
    private final StreamHub hub;
    private final RestFace rest;

    SpotFace(SpotDesk spot, ApiDesk api, StreamHub hub) {
        this.spot = spot;
        this.api = api;
        this.hub = hub;
        this.rest = new RestFace(spot.table(), api);
    }

    @Override
    public void onRequest(HttpCall call, Consumer<HttpReply> answer) {
        answer.accept(rest.answer(call));
    }

    @Override
    public @Nullable SocketSession onUpgrade(HttpCall call, SocketPeer peer) {
        if (call.path().startsWith("/ws-api/v3")) {
            boolean withLimits = !call.query().contains("returnRateLimits=false");
            api.limits().spend(2, api.nowMs());
            SpotUserData userData = new SpotUserData(spot.trading().users(), peer, api::nowMs);
            return new ApiSession(spot.table(), api, peer, userData, withLimits);
        }
        StreamPath path = StreamPath.of(call.path(), call.query());
        if (path == null) {
            return null;
        }
        StreamSession session =
                new StreamSession(hub, peer, StreamRoute.ALL, path.combined(), MESSAGES_PER_SECOND, api::nowMs);
        session.open(path.streams());
        return session;
    }
}
