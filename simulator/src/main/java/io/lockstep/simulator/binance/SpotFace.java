package io.lockstep.simulator.binance;

import io.lockstep.simulator.binance.api.ApiDesk;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.ApiSession;
import io.lockstep.simulator.binance.api.RestFace;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.StreamHub;
import io.lockstep.simulator.binance.feed.StreamRoute;
import io.lockstep.simulator.binance.feed.StreamSession;
import io.lockstep.simulator.binance.spot.SpotDesk;
import io.lockstep.simulator.binance.spot.SpotUserData;
import io.lockstep.simulator.venue.VenueClock;
import io.lockstep.simulator.wire.HttpCall;
import io.lockstep.simulator.wire.HttpReply;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import io.lockstep.simulator.wire.WireFace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Spot on a port: {@code /api/v3}, {@code /ws}, {@code /stream}, the same two under {@code /sbe}, and {@code /ws-api/v3}. */
final class SpotFace implements WireFace {
    private static final int MESSAGES_PER_SECOND = 5;
    private static final int CONNECT_WEIGHT = 2;

    /** In front of the stream paths where SBE is wanted; the venue has a host of its own for it. */
    private static final String BINARY_BASE = "/sbe";

    private final SpotDesk spot;
    private final ApiDesk api;
    private final PublicFeed feed;
    private final StreamHub<String> hub;
    private final RestFace rest;
    private final Connections connections;
    private final VenueClock clock;

    SpotFace(
            SpotDesk spot,
            ApiDesk api,
            PublicFeed feed,
            StreamHub<String> hub,
            Connections connections,
            VenueClock clock) {
        this.feed = feed;
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
        if (isBinary(call)) {
            return checkBinaryKey(call);
        }
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
        boolean binary = isBinary(call);
        String name = binary ? call.path().substring(BINARY_BASE.length()) : call.path();
        StreamPath path = StreamPath.of(name, call.query());
        if (path == null) {
            return null;
        }
        return binary
                ? streams(
                        StreamSession.ofBytes(feed.binary(), peer, path.combined(), MESSAGES_PER_SECOND, clock::nowMs),
                        path,
                        peer)
                : streams(
                        StreamSession.ofTexts(
                                hub, peer, StreamRoute.ALL, path.combined(), MESSAGES_PER_SECOND, clock::nowMs),
                        path,
                        peer);
    }

    private SocketSession streams(StreamSession<?> session, StreamPath path, SocketPeer peer) {
        session.open(path.streams());
        return connections.watch(peer, session, false, () -> session.announce("!serverShutdown", shutdown()));
    }

    private static boolean isBinary(HttpCall call) {
        return call.path().startsWith(BINARY_BASE + "/");
    }

    /** Binary streams are for Ed25519 keys; nothing is signed. */
    private @Nullable HttpReply checkBinaryKey(HttpCall call) {
        try {
            boolean fits = api.keys().require(call.header("X-MBX-APIKEY")).publicKey() != null;
            return fits
                    ? null
                    : HttpReply.of(
                            401,
                            ApiError.bad(-2015, "Invalid API-key, IP, or permissions for action.")
                                    .json());
        } catch (ApiError e) {
            return HttpReply.of(e.status(), e.json());
        }
    }

    private String shutdown() {
        return "{\"e\":\"serverShutdown\",\"E\":" + api.nowMs() + "}";
    }
}
