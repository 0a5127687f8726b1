package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.server.VenueServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpotSocketTest {
    private static VenueServer simulator;
    private static BinanceClient client;

    @BeforeAll
    static void start() {
        simulator = Venues.start();
        client = new BinanceClient(simulator.port("binance-spot"));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void shouldStreamRawPayloads() throws Exception {
        BinanceClient.Socket socket = client.open("/ws/btcusdt@bookTicker");

        JsonValue ticker = socket.await("bookTicker", frame -> at(frame, "u") != null);

        assertThat(at(ticker, "s")).isEqualTo("BTCUSDT");
        assertThat(at(ticker, "b")).matches("\\d+\\.\\d{8}");
        assertThat(Double.parseDouble(at(ticker, "b"))).isLessThan(Double.parseDouble(at(ticker, "a")));
    }

    @Test
    void shouldStreamCombinedPayloads() throws Exception {
        BinanceClient.Socket socket = client.open("/stream?streams=btcusdt@trade/ethusdt@trade");

        JsonValue first = socket.await("trade", frame -> "btcusdt@trade".equals(at(frame, "stream")));
        JsonValue second = socket.await("trade", frame -> "btcusdt@trade".equals(at(frame, "stream")));

        assertThat(Long.parseLong(at(second, "data.t"))).isEqualTo(Long.parseLong(at(first, "data.t")) + 1);
        assertThat(at(first, "data.m")).isIn("true", "false");
    }

    @Test
    void shouldKeepDepthUpdatesContiguousWithSnapshot() throws Exception {
        BinanceClient.Socket socket = client.open("/ws/btcusdt@depth@100ms");
        JsonValue first = socket.await("depth", frame -> "depthUpdate".equals(at(frame, "e")));
        long snapshot = Long.parseLong(at(json(client.get("/api/v3/depth?symbol=BTCUSDT&limit=100")), "lastUpdateId"));

        long last = Long.parseLong(at(first, "u"));
        for (int i = 0; i < 5; i++) {
            JsonValue next = socket.await("depth", frame -> "depthUpdate".equals(at(frame, "e")));
            assertThat(Long.parseLong(at(next, "U"))).isEqualTo(last + 1);
            last = Long.parseLong(at(next, "u"));
        }

        assertThat(snapshot).isGreaterThanOrEqualTo(Long.parseLong(at(first, "u")));
    }

    @Test
    void shouldChangeSubscriptionsWhileOpen() throws Exception {
        BinanceClient.Socket socket = client.open("/ws");

        socket.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"no@such\"],\"id\":1}");
        assertThat(socket.answer("1").toString()).contains("result=JsonNull");
        socket.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":\"two\"}");
        assertThat(at(socket.answer("two"), "result.1")).isEqualTo("no@such");
        socket.send("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":3}");
        socket.answer("3");

        JsonValue trade = socket.await("combined trade", frame -> at(frame, "stream") != null);
        assertThat(at(trade, "data.e")).isEqualTo("trade");
        socket.send("{\"method\":\"ODD\",\"id\":4}");
        assertThat(at(socket.answer("4"), "code")).isEqualTo("2");
    }

    @Test
    void shouldCutOffWhoSendsTooMuch() throws Exception {
        BinanceClient.Socket socket = client.open("/ws");

        for (int i = 0; i < 12; i++) {
            socket.webSocket
                    .sendText("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + i + "}", true)
                    .exceptionally(closed -> socket.webSocket) // the venue may have hung up before the last
                    .join();
        }

        assertThat(at(socket.await("close", frame -> at(frame, "closed") != null), "closed"))
                .isEqualTo("1008");
    }

    @Test
    void shouldTradeOverSocketAndHearOfIt() throws Exception {
        BinanceClient.Socket socket = client.open("/ws-api/v3");
        socket.send(client.request("s", "userDataStream.subscribe.signature", ""));
        assertThat(at(socket.answer("s"), "result.subscriptionId")).isEqualTo("0");

        socket.send(
                client.request(
                        "o",
                        "order.place",
                        "\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.00200000\",\"newClientOrderId\":\"LS-9\""));

        JsonValue trade = socket.await(
                "trade event", frame -> "TRADE".equals(at(frame, "event.x")) && "LS-9".equals(at(frame, "event.c")));
        assertThat(at(trade, "subscriptionId")).isEqualTo("0");
        assertThat(at(trade, "event.X")).isEqualTo("FILLED");
        assertThat(at(trade, "event.N")).isEqualTo("BTC");
        JsonValue position = socket.await("balances", frame -> "outboundAccountPosition".equals(at(frame, "event.e")));
        assertThat(at(position, "event.B.0.a")).isIn("BTC", "USDT");
        JsonValue answer = socket.answer("o");
        assertThat(at(answer, "status")).isEqualTo("200");
        assertThat(at(answer, "result.status")).isEqualTo("FILLED");
        assertThat(at(answer, "rateLimits.0.rateLimitType")).isEqualTo("ORDERS");
    }

    @Test
    void shouldSayWhyAnOrderExpired() throws Exception {
        BinanceClient.Socket socket = client.open("/ws-api/v3");
        socket.send(client.request("s", "userDataStream.subscribe.signature", ""));
        socket.answer("s");
        String order = "\"symbol\":\"ETHUSDT\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"IOC\","
                + "\"quantity\":\"0.0100\",\"price\":\"2000.00\"";

        socket.send(client.request("o", "order.place", order));
        JsonValue expired = socket.await("expiry", frame -> "EXPIRED".equals(at(frame, "event.x")));

        assertThat(at(expired, "event.eR")).isEqualTo("UNFILLED_IOC_QUANTITY_EXPIRED");
        assertThat(at(socket.answer("o"), "result.status")).isEqualTo("EXPIRED");
    }

    @Test
    void shouldAcceptNumbersOrTextsAndTellErrors() throws Exception {
        BinanceClient.Socket socket = client.open("/ws-api/v3?returnRateLimits=false");

        socket.send("{\"id\":17,\"method\":\"time\"}");
        assertThat(at(socket.answer("17"), "result.serverTime")).isNotNull();
        socket.send("{\"id\":18,\"method\":\"nothing\"}");
        assertThat(at(socket.answer("18"), "error.code")).isEqualTo("-1100");
        socket.send("{\"id\":19,\"method\":\"depth\",\"params\":{\"symbol\":\"ETHUSDT\",\"limit\":5}}");
        assertThat(at(socket.answer("19"), "result.bids.4.0")).isNotNull();
        socket.send("{\"id\":20,\"method\":\"account.status\",\"params\":{\"apiKey\":\"test-key\",\"timestamp\":1}}");
        assertThat(at(socket.answer("20"), "error.code")).isEqualTo("-1102");
        socket.send("nonsense");
        assertThat(at(socket.await("error", frame -> at(frame, "error.code") != null), "status"))
                .isEqualTo("400");
    }
}
