package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.simulator.scenario.FaultKind;
import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What faults of a whole venue look like to a client. */
class VenueFaultTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime();

    @Test
    void shouldRefuseEverythingWhileBanned() throws Exception {
        FaultSettings ban = FaultSettings.of(FaultKind.BAN).during(SOON, Duration.ofMinutes(2));
        try (VenueServer server = start(ban)) {
            BinanceClient client = spot(server);
            BinanceClient.Socket api = client.open("/ws-api/v3");
            BinanceClient.Socket stream = client.open("/ws/btcusdt@trade");
            time.advance(SOON);

            assertThat(api.awaitClose()).isEqualTo("1008");
            HttpResponse<String> refused = client.get("/api/v3/time");
            assertThat(refused.statusCode()).isEqualTo(418);
            assertThat(at(json(refused), "code")).isEqualTo("-1003");
            assertThat(Long.parseLong(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 120L);
            assertThatThrownBy(() -> client.open("/ws-api/v3")).hasStackTraceContaining("418");
            stream.await("streams go on", frame -> at(frame, "t") != null);
            time.advance(Duration.ofMinutes(2));
            assertThat(client.get("/api/v3/time").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldStateWrongTimeAndRefuseRightOnes() throws Exception {
        FaultSettings skew = FaultSettings.of(FaultKind.CLOCK_SKEW).skewed(60_000);
        try (VenueServer server = start(skew)) {
            BinanceClient client = spot(server);

            long ahead =
                    Long.parseLong(at(json(client.get("/api/v3/time")), "serverTime")) - System.currentTimeMillis();
            String refused = at(json(client.signed("GET", "/api/v3/account", "")), "code");

            assertThat(ahead).isBetween(50_000L, 70_000L);
            assertThat(refused).isEqualTo("-1021");
        }
    }

    @Test
    void shouldAnnounceTheCutOnSpot() throws Exception {
        FaultSettings cut =
                FaultSettings.of(FaultKind.DAY_CUT).during(SOON, null).by(Duration.ofMillis(50));
        try (VenueServer server = start(cut)) {
            BinanceClient client = spot(server);
            BinanceClient.Socket raw = client.open("/ws/btcusdt@trade");
            BinanceClient.Socket combined = client.open("/stream?streams=btcusdt@trade");
            BinanceClient.Socket api = client.open("/ws-api/v3");
            time.advance(SOON);

            raw.await("raw", frame -> "serverShutdown".equals(at(frame, "e")));
            combined.await(
                    "combined",
                    frame -> "!serverShutdown".equals(at(frame, "stream"))
                            && "serverShutdown".equals(at(frame, "data.e")));
            api.await("api", frame -> "serverShutdown".equals(at(frame, "event.e")));
            assertThat(raw.awaitClose()).isEqualTo("1006");
            assertThat(api.awaitClose()).isEqualTo("1006");
            assertThat(Venues.happened(server, Venues.SPOT)).isEqualTo(3);
        }
    }

    @Test
    void shouldListenAgainAfterARestart() throws Exception {
        FaultSettings restart = FaultSettings.of(FaultKind.RESTART).during(SOON, SOON);
        try (VenueServer server = start(restart)) {
            BinanceClient client = spot(server);
            String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";
            client.signed("POST", "/api/v3/order", order + "&newClientOrderId=LS-1");
            BinanceClient.Socket socket = client.open("/ws/btcusdt@trade");
            time.advance(SOON);
            socket.awaitClose();

            assertThatThrownBy(() -> client.get("/api/v3/ping")).isInstanceOf(ConnectException.class);
            time.advance(SOON);
            String open = awaitServed(client, "/api/v3/ping");

            assertThat(open).isEqualTo("{}");
            assertThat(client.signedAt(time.instant().toEpochMilli(), "GET", "/api/v3/openOrders", "symbol=BTCUSDT")
                            .body())
                    .contains("LS-1");
        }
    }

    @Test
    void shouldEndUserStreamOfSpotOnly() throws Exception {
        FaultSettings end = FaultSettings.of(FaultKind.STREAM_END).during(SOON, null);
        try (VenueServer server = start(end)) {
            BinanceClient client = spot(server);
            BinanceClient.Socket socket = client.open("/ws-api/v3");
            socket.send(client.request("s", "userDataStream.subscribe.signature", ""));
            socket.answer("s");
            time.advance(SOON);

            socket.await("end", frame -> "eventStreamTerminated".equals(at(frame, "event.e")));
            socket.send("{\"id\":1,\"method\":\"session.subscriptions\"}");
            assertThat(socket.answer("1").toString()).contains("items=[]");
        }
    }

    @Test
    void shouldExpireListenKeysOfFutures() throws Exception {
        FaultSettings end = FaultSettings.of(FaultKind.STREAM_END).during(SOON, null);
        try (VenueServer server = start(end)) {
            BinanceClient client = new BinanceClient(server.port(Venues.USDM));
            String key = at(json(client.send("POST", "/fapi/v1/listenKey", "")), "listenKey");
            BinanceClient.Socket socket = client.open("/private/ws/" + key);
            time.advance(SOON);

            assertThat(at(socket.await("end", frame -> "listenKeyExpired".equals(at(frame, "e"))), "listenKey"))
                    .isEqualTo(key);
            assertThat(at(json(client.send("PUT", "/fapi/v1/listenKey", "")), "code"))
                    .isEqualTo("-1125");
            assertThat(at(json(client.send("POST", "/fapi/v1/listenKey", "")), "listenKey"))
                    .isNotEqualTo(key);
        }
    }

    private VenueServer start(FaultSettings fault) {
        return Venues.start(time, VenueServerSettings.defaults(), fault);
    }

    /** Asks until the port is open again. */
    private static String awaitServed(BinanceClient client, String path) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return client.get(path).body();
            } catch (ConnectException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("not served again: " + path);
    }

    private static BinanceClient spot(VenueServer server) {
        return new BinanceClient(server.port(Venues.SPOT));
    }
}
