package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.scenario.FaultKind;
import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.server.VenueServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What faults of requests look like to a client, and what the venue did all the same. */
class RequestFaultTest {
    private static final String NEW_ORDER = "newClientOrderId=LS-1";
    private static final String SPOT_ORDER =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000&" + NEW_ORDER;
    private static final String SOCKET_ORDER =
            "\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\","
                    + "\"quantity\":\"0.001\",\"price\":\"50000\",\"newClientOrderId\":\"LS-1\"";

    @ParameterizedTest
    @CsvSource({
        "binance-spot, /api/v3/order, ERROR, true, 503, -1008, -2013",
        "binance-spot, /api/v3/order, UNKNOWN_ERROR, true, 500, -1006, ",
        "binance-spot, /api/v3/order, UNKNOWN_ERROR, false, 500, -1006, -2013",
        "binance-usdm, /fapi/v1/order, ERROR, true, 503, -1008, -2013",
        "binance-usdm, /fapi/v1/order, UNKNOWN_ERROR, true, 503, -1000, ",
        "binance-usdm, /fapi/v1/order, UNKNOWN_ERROR, false, 503, -1000, -2013"
    })
    void shouldFailRestOrderAsKnownOrUnknown(
            String venue, String path, FaultKind kind, boolean executed, int status, String code, String queried)
            throws Exception {
        FaultSettings fault = FaultSettings.of(kind).where(path, NEW_ORDER);
        try (VenueServer server = Venues.start(executed ? fault : fault.notExecuted())) {
            BinanceClient client = new BinanceClient(server.port(venue));
            String order = venue.equals(Venues.SPOT) ? SPOT_ORDER : SPOT_ORDER.replace("0.001", "0.01");

            HttpResponse<String> failed = client.signed("POST", path, order);
            JsonValue query = json(client.signed("GET", path, "symbol=BTCUSDT&origClientOrderId=LS-1"));

            assertThat(failed.statusCode()).isEqualTo(status);
            assertThat(at(json(failed), "code")).isEqualTo(code);
            assertThat(at(query, "code")).isEqualTo(queried);
            assertThat(Venues.happened(server, venue)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"ERROR, true, 503, -2013", "UNKNOWN_ERROR, true, 500, ", "UNKNOWN_ERROR, false, 500, -2013"})
    void shouldFailSocketOrderAsKnownOrUnknown(FaultKind kind, boolean executed, String status, String queried)
            throws Exception {
        FaultSettings fault = FaultSettings.of(kind).where("/ws-api", "order.place");
        try (VenueServer server = Venues.start(executed ? fault : fault.notExecuted())) {
            BinanceClient client = spot(server);
            BinanceClient.Socket socket = client.open("/ws-api/v3");

            socket.send(client.request("o", "order.place", SOCKET_ORDER));
            JsonValue failed = socket.answer("o");
            socket.send(client.request("q", "order.status", "\"symbol\":\"BTCUSDT\",\"origClientOrderId\":\"LS-1\""));
            JsonValue query = socket.answer("q");

            assertThat(at(failed, "status")).isEqualTo(status);
            assertThat(at(query, "error.code")).isEqualTo(queried);
        }
    }

    @Test
    void shouldExecuteSocketOrderWhoseAnswerIsLost() throws Exception {
        FaultSettings lost = FaultSettings.of(FaultKind.LOST_ANSWER).where("/ws-api", "order.place");
        try (VenueServer server = Venues.start(lost)) {
            BinanceClient client = spot(server);
            BinanceClient.Socket socket = client.open("/ws-api/v3");
            socket.send(client.request("s", "userDataStream.subscribe.signature", ""));
            socket.answer("s");

            socket.send(client.request("o", "order.place", SOCKET_ORDER));
            socket.send("{\"id\":\"t\",\"method\":\"time\"}");
            JsonValue first = socket.await("event or answer", frame -> isEventOf(frame) || "o".equals(at(frame, "id")));
            JsonValue then = socket.await("answer", frame -> at(frame, "id") != null);

            assertThat(at(first, "event.x")).isEqualTo("NEW");
            assertThat(at(then, "id")).as("the order's own answer never comes").isEqualTo("t");
        }
    }

    @Test
    void shouldExecuteRestOrderWhoseAnswerIsLost() throws Exception {
        FaultSettings lost = FaultSettings.of(FaultKind.LOST_ANSWER).where("/api/v3/order", NEW_ORDER);
        try (VenueServer server = Venues.start(lost)) {
            BinanceClient client = spot(server);
            BinanceClient.Socket socket = client.open("/ws-api/v3");
            socket.send(client.request("s", "userDataStream.subscribe.signature", ""));
            socket.answer("s");

            CompletableFuture<HttpResponse<String>> answer = client.signedAsync("POST", "/api/v3/order", SPOT_ORDER);
            socket.await("event", RequestFaultTest::isEventOf);
            JsonValue query = json(client.signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=LS-1"));

            assertThat(at(query, "status")).isEqualTo("NEW");
            assertThat(answer).isNotDone();
        }
    }

    @Test
    void shouldHoldBackAnswerOfRestRequest() throws Exception {
        FaultSettings slow =
                FaultSettings.of(FaultKind.SLOW).where("/api/v3/time", null).by(Duration.ofSeconds(3));
        try (VenueServer server = Venues.start(slow)) {
            BinanceClient client = spot(server);

            CompletableFuture<HttpResponse<String>> held = client.getAsync("/api/v3/time");
            client.get("/api/v3/ping");

            assertThat(held).isNotDone();
            assertThat(held.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldGiveAnOldSnapshot() throws Exception {
        FaultSettings stale = FaultSettings.of(FaultKind.STALE_ANSWER)
                .where("/api/v3/depth", null)
                .times(0, 1, 2);
        try (VenueServer server = Venues.start(stale)) {
            BinanceClient client = spot(server);
            BinanceClient.Socket socket = client.open("/ws/btcusdt@depth@100ms");
            String depth = "/api/v3/depth?symbol=BTCUSDT&limit=5";

            long first = Long.parseLong(at(json(client.get(depth)), "lastUpdateId"));
            socket.await("later change", frame -> at(frame, "U") != null && Long.parseLong(at(frame, "U")) > first);

            assertThat(at(json(client.get(depth)), "lastUpdateId")).isEqualTo(String.valueOf(first));
            assertThat(Long.parseLong(at(json(client.get(depth)), "lastUpdateId")))
                    .isGreaterThan(first);
        }
    }

    private static boolean isEventOf(JsonValue frame) {
        return "executionReport".equals(at(frame, "event.e"));
    }

    private static BinanceClient spot(VenueServer server) {
        return new BinanceClient(server.port(Venues.SPOT));
    }
}
