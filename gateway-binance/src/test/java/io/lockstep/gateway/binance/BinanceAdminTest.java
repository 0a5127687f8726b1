package io.lockstep.gateway.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.VenueAdmin.Balance;
import io.lockstep.engine.port.VenueAdmin.Health;
import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.marketdata.BinanceMarketDataSettings;
import io.lockstep.gateway.binance.orderentry.RequestSettings;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.ReferenceSettings;
import io.lockstep.gateway.binance.session.FakeBinance;
import io.lockstep.gateway.binance.session.rest.CatchUpSettings;
import io.lockstep.gateway.binance.session.rest.FuturesSettings;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import java.util.List;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinanceAdminTest {
    private static final ApiKey KEY = new ApiKey("test-key", "test-secret");
    private static final String SPOT_INFO =
            "{\"serverTime\":1,\"rateLimits\":[],\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"BREAK\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"orderTypes\":[\"LIMIT\"],"
                    + "\"filters\":[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\",\"maxPrice\":\"1000000\",\"tickSize\":\"0.01\"},"
                    + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.001\",\"maxQty\":\"9000\",\"stepSize\":\"0.001\"}]}]}";
    private static final String USDM_INFO =
            "{\"serverTime\":1,\"rateLimits\":[],\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"TRADING\",\"contractType\":\"PERPETUAL\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"orderTypes\":[\"LIMIT\"],\"timeInForce\":[\"GTC\"],"
                    + "\"filters\":[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.1\",\"maxPrice\":\"1000000\",\"tickSize\":\"0.1\"},"
                    + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.001\",\"maxQty\":\"1000\",\"stepSize\":\"0.001\"}]}]}";

    private Transport transport;
    private FakeBinance venue;

    @BeforeEach
    void open() throws InterruptedException {
        transport = new Transport(
                new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
        venue = new FakeBinance();
    }

    @AfterEach
    void close() {
        transport.close();
        venue.close();
    }

    @Test
    void shouldListWhatASpotAccountHas() {
        venue.onRest("GET /api/v3/exchangeInfo", 200, SPOT_INFO)
                .onRest(
                        "GET /api/v3/openOrders",
                        200,
                        "[{\"symbol\":\"BTCUSDT\",\"orderId\":7,\"clientOrderId\":\"x\",\"price\":\"100.5\",\"origQty\":\"2\",\"executedQty\":\"0.5\",\"side\":\"SELL\"}]")
                .onRest(
                        "GET /api/v3/account",
                        200,
                        "{\"balances\":[{\"asset\":\"BTC\",\"free\":\"0.4\",\"locked\":\"0.1\"},{\"asset\":\"USDT\",\"free\":\"10\",\"locked\":\"0\"},{\"asset\":\"ETH\",\"free\":\"0\",\"locked\":\"0\"}]}");
        try (BinanceAdmin admin = admin(Product.SPOT)) {
            assertThat(admin.openOrders())
                    .containsExactly(
                            new OpenOrder("BTCUSDT", "x", "7", false, e8("2"), e8("0.5"), e8("100.5"), false, false));
            assertThat(admin.positions()).containsExactly(new OpenPosition("BTCUSDT", e8("0.5"), FixedPoint.NULL));
            assertThat(admin.balances())
                    .containsExactly(new Balance("BTC", e8("0.4"), e8("0.1")), new Balance("USDT", e8("10"), 0));
        }
    }

    @Test
    void shouldListWhatAFuturesAccountHasConditionalOrdersToo() {
        venue.onRest("GET /fapi/v1/openOrders", 200, "[]")
                .onRest(
                        "GET /fapi/v1/openAlgoOrders",
                        200,
                        "[{\"symbol\":\"BTCUSDT\",\"algoId\":9,\"clientAlgoId\":\"y\",\"price\":\"0\",\"quantity\":\"1\",\"side\":\"BUY\"}]")
                .onRest(
                        "GET /fapi/v3/positionRisk",
                        200,
                        "[{\"symbol\":\"BTCUSDT\",\"positionAmt\":\"-1\",\"entryPrice\":\"99\"},{\"symbol\":\"ETHUSDT\",\"positionAmt\":\"0\",\"entryPrice\":\"0\"}]")
                .onRest(
                        "GET /fapi/v3/balance",
                        200,
                        "[{\"asset\":\"USDT\",\"balance\":\"100\",\"availableBalance\":\"70\"}]");
        try (BinanceAdmin admin = admin(Product.USDM)) {
            assertThat(admin.openOrders())
                    .containsExactly(
                            new OpenOrder("BTCUSDT", "y", "A9", true, e8("1"), 0, FixedPoint.NULL, false, true));
            assertThat(admin.positions()).containsExactly(new OpenPosition("BTCUSDT", e8("-1"), e8("99")));
            assertThat(admin.balances()).containsExactly(new Balance("USDT", e8("70"), e8("30")));
        }
    }

    @Test
    void shouldCancelEverythingAndTakeNothingToCancelForDone() throws InterruptedException {
        String none = "{\"code\":-2011,\"msg\":\"Unknown order sent.\"}";
        venue.onRest("DELETE /fapi/v1/allOpenOrders", 400, none)
                .onRest("DELETE /fapi/v1/algoOpenOrders", 200, "{\"code\":200}")
                .onRest("DELETE /fapi/v1/algoOrder", 200, "{\"algoId\":9}")
                .onRest("DELETE /fapi/v1/order", 400, none);
        try (BinanceAdmin admin = admin(Product.USDM)) {
            admin.cancelAll("BTCUSDT");
            admin.cancel(new OpenOrder("BTCUSDT", "y", "A9", true, 1, 0, FixedPoint.NULL));
            admin.cancel(new OpenOrder("BTCUSDT", "z", "8", true, 1, 0, FixedPoint.NULL));

            venue.awaitCall("DELETE /fapi/v1/allOpenOrders?");
            venue.awaitCall("DELETE /fapi/v1/algoOpenOrders?");
            assertThat(venue.awaitCall("DELETE /fapi/v1/algoOrder?")).contains("algoId=9&");
            assertThat(venue.awaitCall("DELETE /fapi/v1/order?")).contains("orderId=8&");
        }
    }

    @Test
    void shouldCloseAFuturesPositionWithAnOrderThatCanOnlyShrinkIt() throws InterruptedException {
        venue.onRest("GET /fapi/v1/exchangeInfo", 200, USDM_INFO)
                .onRest("GET /fapi/v1/ticker/bookTicker", 200, "{\"bidPrice\":\"99.9\",\"askPrice\":\"100.0\"}")
                .onRest("POST /fapi/v1/order", 200, "{\"orderId\":1}");
        try (BinanceAdmin admin = admin(Product.USDM)) {
            admin.close(new OpenPosition("BTCUSDT", e8("-0.5005"), e8("99")), 50);

            assertThat(venue.awaitCall("POST /fapi/v1/order?"))
                    .contains("side=BUY", "price=100.5&", "quantity=0.5&", "reduceOnly=true", "timeInForce=IOC");
        }
    }

    @Test
    void shouldSellASpotHoldingWithinTheCollarAndRefuseDust() throws InterruptedException {
        venue.onRest("GET /api/v3/exchangeInfo", 200, SPOT_INFO)
                .onRest("GET /api/v3/ticker/bookTicker", 200, "{\"bidPrice\":\"100\",\"askPrice\":\"101\"}")
                .onRest("POST /api/v3/order", 200, "{\"orderId\":1}");
        try (BinanceAdmin admin = admin(Product.SPOT)) {
            admin.close(new OpenPosition("BTCUSDT", e8("0.5"), FixedPoint.NULL), 100);

            assertThat(venue.awaitCall("POST /api/v3/order?")).contains("side=SELL", "price=99&", "quantity=0.5&");
            assertThatThrownBy(() -> admin.close(new OpenPosition("BTCUSDT", e8("0.0009"), FixedPoint.NULL), 100))
                    .isInstanceOf(VenueException.class)
                    .hasMessageContaining("least=0.001");
        }
    }

    @Test
    void shouldSayWhatIsWrongWithAnAccess() {
        venue.time("GET /api/v3/time", 2_000)
                .onRest("GET /api/v3/exchangeInfo", 200, SPOT_INFO)
                .onRest("GET /api/v3/account", 200, "{\"canTrade\":true,\"balances\":[]}")
                .onRest(
                        "GET /sapi/v1/account/apiRestrictions",
                        200,
                        "{\"ipRestrict\":false,\"enableWithdrawals\":true}");
        try (BinanceAdmin admin = admin(Product.SPOT)) {
            Health health = admin.health();

            assertThat(health.canTrade()).isTrue();
            assertThat(health.canWithdraw()).isTrue();
            assertThat(health.clockOffsetNs()).isBetween(1_500_000_000L, 2_500_000_000L);
            assertThat(health.findings())
                    .anyMatch(finding -> finding.contains("clock"))
                    .anyMatch(finding -> finding.contains("any address"))
                    .anyMatch(finding -> finding.contains("BTCUSDT is not trading"));
        }
    }

    @Test
    void shouldThrowTheVenuesRefusalWithoutTheKey() {
        venue.onRest("GET /api/v3/openOrders", 401, "{\"code\":-2015,\"msg\":\"Invalid API-key\"}");
        try (BinanceAdmin admin = admin(Product.SPOT)) {
            assertThatThrownBy(admin::openOrders)
                    .isInstanceOfSatisfying(
                            VenueException.class,
                            refused -> assertThat(refused.venueCode()).isEqualTo(-2015))
                    .hasMessageContaining("Invalid API-key")
                    .hasMessageNotContaining("test-")
                    .hasMessageNotContaining("signature");
        }
    }

    private BinanceAdmin admin(Product product) {
        return new BinanceAdmin(
                product, settings(venue), KEY, List.of("BTCUSDT"), transport, new SystemEpochNanoClock());
    }

    static BinanceSettings settings(FakeBinance venue) {
        return new BinanceSettings(
                "http://" + venue.address(),
                "ws://" + venue.address() + "/ws-api/v3",
                "ws://" + venue.address() + "/private",
                true,
                RequestSettings.DEFAULT,
                CatchUpSettings.DEFAULT,
                FuturesSettings.DEFAULT,
                ReferenceSettings.defaults(),
                BinanceMarketDataSettings.defaults());
    }

    private static long e8(String text) {
        return FixedPoint.parse(text);
    }
}
