package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static io.lockstep.simulator.binance.BinanceClient.timed;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.server.VenueServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotRestTest {
    private static final String ORDER = "/api/v3/order";
    private static final String RESTING =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";

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
    void shouldAnswerPingAndTime() throws Exception {
        assertThat(client.get("/api/v3/ping").body()).isEqualTo("{}");
        assertThat(Long.parseLong(at(json(client.get("/api/v3/time")), "serverTime")))
                .isBetween(System.currentTimeMillis() - 5_000, System.currentTimeMillis() + 5_000);
    }

    @Test
    void shouldListFiltersOfSymbol() throws Exception {
        JsonValue info = json(client.get("/api/v3/exchangeInfo?symbol=BTCUSDT"));

        assertThat(at(info, "symbols.0.symbol")).isEqualTo("BTCUSDT");
        assertThat(at(info, "symbols.0.filters.0.tickSize")).isEqualTo("0.01000000");
        assertThat(at(info, "symbols.0.filters.1.stepSize")).isEqualTo("0.00001000");
        assertThat(at(info, "rateLimits.0.limit")).isEqualTo("6000");
    }

    @Test
    void shouldShowDepthAsTextsAndCountWeight() throws Exception {
        HttpResponse<String> response = client.get("/api/v3/depth?symbol=BTCUSDT&limit=5000");
        JsonValue depth = json(response);

        assertThat(((JsonArray) ((JsonValue.JsonObject) depth).get("bids")).items())
                .hasSizeGreaterThan(1_000);
        assertThat(at(depth, "bids.0.0")).matches("\\d+\\.\\d{8}");
        assertThat(Long.parseLong(
                        response.headers().firstValue("X-MBX-USED-WEIGHT-1M").orElseThrow()))
                .isGreaterThanOrEqualTo(250);
    }

    @Test
    void shouldPlaceQueryAndCancelRestingOrder() throws Exception {
        JsonValue placed = json(client.signed("POST", ORDER, RESTING + "&newClientOrderId=LS-1"));
        assertThat(at(placed, "status")).isEqualTo("NEW");
        assertThat(at(placed, "fills")).isNull();

        JsonValue queried = json(client.signed("GET", ORDER, "symbol=BTCUSDT&origClientOrderId=LS-1"));
        assertThat(at(queried, "orderId")).isEqualTo(at(placed, "orderId"));
        assertThat(client.signed("GET", "/api/v3/openOrders", "symbol=BTCUSDT").body())
                .contains("LS-1");

        JsonValue canceled = json(client.signed("DELETE", ORDER, "symbol=BTCUSDT&orderId=" + at(placed, "orderId")));
        assertThat(at(canceled, "status")).isEqualTo("CANCELED");
        assertThat(at(canceled, "origClientOrderId")).isEqualTo("LS-1");
        HttpResponse<String> again = client.signed("DELETE", ORDER, "symbol=BTCUSDT&orderId=" + at(placed, "orderId"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(at(json(again), "code")).isEqualTo("-2011");
    }

    @Test
    void shouldFillMarketOrderWithFeeInReceivedAsset() throws Exception {
        String params = "symbol=ETHUSDT&side=BUY&type=MARKET&quantity=0.0100";

        JsonValue placed = json(client.signedBody("POST", ORDER, params));

        assertThat(at(placed, "status")).isEqualTo("FILLED");
        assertThat(at(placed, "executedQty")).isEqualTo("0.01000000");
        assertThat(at(placed, "fills.0.commissionAsset")).isEqualTo("ETH");
        assertThat(client.signed("GET", "/api/v3/myTrades", "symbol=ETHUSDT&orderId=" + at(placed, "orderId"))
                        .body())
                .contains("\"isMaker\":false", "\"commissionAsset\":\"ETH\"");
    }

    @Test
    void shouldBuyForAnAmountOfQuoteCurrency() throws Exception {
        JsonValue placed = json(client.signed("POST", ORDER, "symbol=BNBUSDT&side=BUY&type=MARKET&quoteOrderQty=100"));

        assertThat(at(placed, "status")).isEqualTo("FILLED");
        assertThat(Double.parseDouble(at(placed, "cummulativeQuoteQty"))).isBetween(99.0, 100.0);
    }

    @Test
    void shouldAcceptSignatureOverQueryAndBody() throws Exception {
        String query = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC";
        String body = timed("quantity=0.001&price=50000");

        HttpResponse<String> response =
                client.send("POST", ORDER + "?" + query, body + "&signature=" + client.hmac(query + body));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void shouldKeepBalancesInStepWithOrders() throws Exception {
        BinanceClient eth = client;
        JsonValue before = json(eth.signed("GET", "/api/v3/account", "omitZeroBalances=true"));
        assertThat(before.toString()).contains("USDT");

        JsonValue placed = json(
                eth.signed("POST", ORDER, "symbol=BNBUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=600"));
        String account = eth.signed("GET", "/api/v3/account", "").body();

        assertThat(account).containsPattern("\"asset\":\"BNB\",\"free\":\"[0-9.]+\",\"locked\":\"1.00000000\"");
        eth.signed("DELETE", ORDER, "symbol=BNBUSDT&orderId=" + at(placed, "orderId"));
    }

    @Test
    void shouldCancelAndReplace() throws Exception {
        JsonValue placed = json(client.signed("POST", ORDER, RESTING));

        JsonValue replaced = json(client.signed(
                "POST",
                "/api/v3/order/cancelReplace",
                RESTING.replace("50000", "50001") + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId="
                        + at(placed, "orderId")));
        assertThat(at(replaced, "cancelResult")).isEqualTo("SUCCESS");
        assertThat(at(replaced, "newOrderResponse.price")).isEqualTo("50001.00000000");

        HttpResponse<String> failed = client.signed(
                "POST",
                "/api/v3/order/cancelReplace",
                RESTING + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId=" + at(placed, "orderId"));
        assertThat(failed.statusCode()).isEqualTo(400);
        assertThat(at(json(failed), "code")).isEqualTo("-2022");
        assertThat(at(json(failed), "data.newOrderResult")).isEqualTo("NOT_ATTEMPTED");
    }

    @Test
    void shouldRefuseToCancelUnderAnotherClientId() throws Exception {
        JsonValue placed = json(client.signed("POST", ORDER, RESTING + "&newClientOrderId=LS-7"));
        String both = "symbol=BTCUSDT&orderId=" + at(placed, "orderId") + "&origClientOrderId=";

        assertThat(at(json(client.signed("DELETE", ORDER, both + "LS-8")), "code"))
                .isEqualTo("-2039");
        assertThat(at(json(client.signed("DELETE", ORDER, both + "LS-7")), "status"))
                .isEqualTo("CANCELED");
    }

    @Test
    void shouldAmendKeepingPriority() throws Exception {
        JsonValue placed = json(client.signed("POST", ORDER, RESTING.replace("0.001", "0.003")));

        JsonValue amended = json(client.signed(
                "PUT",
                "/api/v3/order/amend/keepPriority",
                "symbol=BTCUSDT&newQty=0.002&newClientOrderId=LS-2&orderId=" + at(placed, "orderId")));

        assertThat(at(amended, "amendedOrder.qty")).isEqualTo("0.00200000");
        assertThat(at(amended, "amendedOrder.clientOrderId")).isEqualTo("LS-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol=NOSUCH&side=BUY&type=MARKET&quantity=1 | -1121 | Invalid symbol.",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=1 | -1102 | timeInForce",
                "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&timeInForce=GTC | -1106 | timeInForce",
                "symbol=BTCUSDT&side=HOLD&type=MARKET&quantity=1 | -1117 | side",
                "symbol=BTCUSDT&side=BUY&type=ODD&quantity=1 | -1116 | orderType",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.000001&price=50000 | -1013 | LOT_SIZE",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=50000.001 | -1013 | PRICE_FILTER",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=90000 | -1013 | PERCENT_PRICE",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.00001&price=50000 | -1013 | NOTIONAL",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=50&price=50000 | -2010 | insufficient",
                "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.001&price=65000 | -2010 | immediately match",
                "symbol=BTCUSDT&side=SELL&type=STOP_LOSS&quantity=0.001&stopPrice=70000 | -2010 | trigger",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=x&price=1 | -1100 | quantity"
            })
    void shouldRefuseInBinancesWords(String params, String code, String text) throws Exception {
        HttpResponse<String> response = client.signed("POST", ORDER, params);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(at(json(response), "code")).isEqualTo(code);
        assertThat(at(json(response), "msg")).contains(text);
    }

    @Test
    void shouldRefuseBadKeysSignaturesAndTimes() throws Exception {
        String late = "timestamp=" + (System.currentTimeMillis() - 20_000);
        BinanceClient stranger = new BinanceClient(portOf(), "nobody", "x");

        assertThat(at(json(client.get("/api/v3/account?timestamp=1&signature=00")), "code"))
                .isEqualTo("-1021");
        assertThat(at(json(client.get("/api/v3/account?" + timed("") + "&signature=00")), "code"))
                .isEqualTo("-1022");
        assertThat(at(json(client.get("/api/v3/account?" + client.sign(late))), "code"))
                .isEqualTo("-1021");
        assertThat(at(json(client.get("/api/v3/account?" + timed(""))), "code")).isEqualTo("-1102");
        assertThat(at(json(stranger.signed("GET", "/api/v3/account", "")), "code"))
                .isEqualTo("-2015");
    }

    @Test
    void shouldAnswerPreflightAndUnknownPath() throws Exception {
        HttpResponse<String> preflight = client.send("OPTIONS", "/api/v3/time", "");

        assertThat(preflight.headers().firstValue("access-control-allow-origin"))
                .hasValue("*");
        assertThat(client.get("/api/v9/nothing").statusCode()).isEqualTo(404);
    }

    private static int portOf() {
        return client.port();
    }
}
