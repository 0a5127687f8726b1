package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.server.VenueServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsdmTest {
    private static final String ORDER = "/fapi/v1/order";
    private static final String RESTING =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.010&price=50000";

    private static VenueServer simulator;
    private static BinanceClient client;

    @BeforeAll
    static void start() {
        simulator = Venues.start();
        client = new BinanceClient(simulator.port("binance-usdm"));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void shouldPlaceModifyQueryAndCancel() throws Exception {
        JsonValue placed = json(client.signed("POST", ORDER, RESTING + "&newClientOrderId=LS-1"));
        assertThat(at(placed, "status")).isEqualTo("NEW");
        assertThat(at(placed, "price")).isEqualTo("50000.00");
        String id = "symbol=BTCUSDT&orderId=" + at(placed, "orderId");

        JsonValue modified = json(client.signed("PUT", ORDER, id + "&side=BUY&quantity=0.020&price=50001"));
        assertThat(at(modified, "origQty")).isEqualTo("0.020");
        assertThat(at(json(client.signed("PUT", ORDER, id + "&side=BUY&quantity=0.020&price=50001")), "code"))
                .isEqualTo("-5027");
        assertThat(at(json(client.signed("GET", ORDER, id)), "price")).isEqualTo("50001.00");

        assertThat(at(json(client.signed("DELETE", ORDER, id)), "status")).isEqualTo("CANCELED");
        assertThat(at(json(client.signed("DELETE", ORDER, id)), "code")).isEqualTo("-2011");
    }

    @Test
    void shouldTellPrivateStreamOfTradeAndPosition() throws Exception {
        String key = at(json(client.send("POST", "/fapi/v1/listenKey", "")), "listenKey");
        BinanceClient.Socket socket =
                client.open("/private/ws?listenKey=" + key + "&events=ORDER_TRADE_UPDATE/ACCOUNT_UPDATE");

        JsonValue placed = json(client.signed(
                "POST", ORDER, "symbol=ETHUSDT&side=SELL&type=MARKET&quantity=0.050&newOrderRespType=RESULT"));
        assertThat(at(placed, "status")).isEqualTo("FILLED");

        JsonValue trade = socket.await("trade", frame -> "TRADE".equals(at(frame, "o.x")));
        assertThat(at(trade, "o.q")).isEqualTo("0.05");
        assertThat(at(trade, "o.N")).isEqualTo("USDT");
        JsonValue account = socket.await("account", frame -> "ACCOUNT_UPDATE".equals(at(frame, "e")));
        assertThat(at(account, "a.P.0.pa")).isEqualTo("-0.05");
        JsonValue position = json(client.signed("GET", "/fapi/v3/positionRisk", "symbol=ETHUSDT"));
        assertThat(at(position, "0.positionAmt")).isEqualTo("-0.050");
        assertThat(Double.parseDouble(at(position, "0.liquidationPrice"))).isPositive();
    }

    @Test
    void shouldKeepConditionalOrdersInTheirOwnService() throws Exception {
        String stop = "symbol=BNBUSDT&side=BUY&type=STOP_MARKET&quantity=1&triggerPrice=600";

        assertThat(at(json(client.signed("POST", ORDER, stop)), "code")).isEqualTo("-4120");
        JsonValue placed = json(client.signed("POST", "/fapi/v1/algoOrder", "algoType=CONDITIONAL&" + stop));
        assertThat(at(placed, "algoStatus")).isEqualTo("NEW");
        assertThat(client.signed("GET", "/fapi/v1/openAlgoOrders", "symbol=BNBUSDT")
                        .body())
                .contains("\"algoId\":" + at(placed, "algoId"));
        assertThat(client.signed("GET", "/fapi/v1/openOrders", "symbol=BNBUSDT").body())
                .isEqualTo("[]");

        JsonValue canceled = json(client.signed("DELETE", "/fapi/v1/algoOrder", "algoId=" + at(placed, "algoId")));
        assertThat(at(canceled, "code")).isEqualTo("200");
    }

    @Test
    void shouldSayThatNobodyIsNearAForcedReduction() throws Exception {
        JsonValue quantiles = json(client.signed("GET", "/fapi/v1/adlQuantile", "symbol=ETHUSDT"));

        assertThat(at(quantiles, "0.symbol")).isEqualTo("ETHUSDT");
        assertThat(at(quantiles, "0.adlQuantile.BOTH")).isEqualTo("0");
        assertThat(client.signed("GET", "/fapi/v1/forceOrders", "autoCloseType=ADL")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void shouldCancelAllWhenCountdownRunsOut() throws Exception {
        JsonValue placed = json(client.signed(
                "POST",
                ORDER,
                RESTING.replace("BTC", "ETH").replace("0.010", "0.100").replace("50000", "2200")));
        String key = at(json(client.send("POST", "/fapi/v1/listenKey", "")), "listenKey");
        BinanceClient.Socket socket = client.open("/private/ws/" + key);

        JsonValue armed =
                json(client.signed("POST", "/fapi/v1/countdownCancelAll", "symbol=ETHUSDT&countdownTime=300"));

        assertThat(at(armed, "countdownTime")).isEqualTo("300");
        JsonValue canceled = socket.await(
                "cancel",
                frame -> "CANCELED".equals(at(frame, "o.x"))
                        && at(placed, "orderId").equals(at(frame, "o.i")));
        assertThat(at(canceled, "o.X")).isEqualTo("CANCELED");
    }

    @Test
    void shouldServeStreamsOnlyOnTheirPaths() throws Exception {
        BinanceClient.Socket open = client.open("/public/stream?streams=btcusdt@bookTicker/btcusdt@aggTrade");
        BinanceClient.Socket market = client.open("/market/stream?streams=btcusdt@bookTicker/btcusdt@markPrice@1s");

        JsonValue ticker = open.await("bookTicker", frame -> at(frame, "stream") != null);
        JsonValue mark = market.await("markPrice", frame -> at(frame, "stream") != null);

        assertThat(at(ticker, "data.e")).isEqualTo("bookTicker");
        assertThat(at(mark, "data.e")).isEqualTo("markPriceUpdate");
    }

    @Test
    void shouldChainDepthUpdatesByPreviousId() throws Exception {
        BinanceClient.Socket socket = client.open("/public/ws/btcusdt@depth@100ms");
        String last = at(socket.await("depth", frame -> at(frame, "pu") != null), "u");

        for (int i = 0; i < 5; i++) {
            JsonValue next = socket.await("depth", frame -> at(frame, "pu") != null);
            assertThat(at(next, "pu")).isEqualTo(last);
            last = at(next, "u");
        }
    }

    @Test
    void shouldSetLeverageAndSayWhatIsFixed() throws Exception {
        assertThat(at(json(client.signed("POST", "/fapi/v1/leverage", "symbol=BNBUSDT&leverage=7")), "leverage"))
                .isEqualTo("7");
        assertThat(at(json(client.signed("POST", "/fapi/v1/marginType", "symbol=BNBUSDT&marginType=CROSSED")), "code"))
                .isEqualTo("-4046");
        assertThat(at(json(client.signed("POST", "/fapi/v1/positionSide/dual", "dualSidePosition=false")), "code"))
                .isEqualTo("-4059");
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.0001&price=50000, -1111",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000.05, -4014",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.010&price=90000, -4016",
        "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.010&price=30000, -4024",
        "symbol=BNBUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=500, -4164",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=900&price=50000, -2019",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTX&quantity=0.010&price=63000, -5022",
        "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.010&reduceOnly=true, -2022",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010&positionSide=LONG, -4061"
    })
    void shouldRefuseInBinancesWords(String params, String code) throws Exception {
        HttpResponse<String> response = client.signed("POST", ORDER, params);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(at(json(response), "code")).isEqualTo(code);
    }
}
