package io.lockstep.gateway.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.sbe.OrderAction;
import org.junit.jupiter.api.Test;

class UsdmSessionTest {
    private static final String UPDATE =
            "{\"e\":\"ORDER_TRADE_UPDATE\",\"T\":1760000000002,\"E\":1760000000003,\"o\":{\"s\":\"BTCUSDT\",\"c\":\"%s\",\"S\":\"BUY\",\"q\":\"2\",\"p\":\"100\",\"x\":\"%s\",\"X\":\"%s\",\"i\":%d,"
                    + "\"l\":\"%s\",\"z\":\"%s\",\"L\":\"100\",\"n\":\"0.01\",\"N\":\"USDT\",\"T\":1760000000002,\"t\":%d,\"m\":false,\"er\":\"0\"}}";
    private static final String ALGO =
            "{\"e\":\"ALGO_UPDATE\",\"T\":1760000000005,\"E\":1760000000006,\"o\":{\"caid\":\"%s\",\"aid\":900,\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"q\":\"2\",\"X\":\"%s\",\"ai\":\"%s\",\"p\":\"0\",\"rm\":\"\"}}";

    @Test
    void shouldBeReadyOnlyAfterThePrivateStreamIsProvenAndEverythingWasRead() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.usdm().ready()) {
            assertThat(fixture.venue.socketPaths()).contains("/ws-api/v3", "/private/ws/first-key");
            assertThat(fixture.venue.calls()).anyMatch(call -> call.startsWith("PUT /fapi/v1/listenKey"));
            assertThat(fixture.story.lines())
                    .filteredOn(line ->
                            line.startsWith("mark") || line.startsWith("position") || line.startsWith("balance"))
                    .containsExactly(
                            "mark ORDERS BEGIN",
                            "mark ORDERS END 0",
                            "mark FILLS BEGIN",
                            "mark FILLS END 0",
                            "mark POSITIONS BEGIN",
                            "position 0 -0.5@99",
                            "mark POSITIONS END 1",
                            "mark CASH BEGIN",
                            "balance USDT free=1000 locked=0 last",
                            "mark CASH END 1");
        }
    }

    @Test
    void shouldRefuseAnAccountInHedgeMode() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.usdm()) {
            fixture.venue.onRest("GET /fapi/v1/positionSide/dual", 200, "{\"dualSidePosition\":true}");
            fixture.session.start();

            fixture.story.await("error HOUSEKEEPING_FAILED");

            assertThat(fixture.venue.socketPaths()).isEmpty();
        }
    }

    @Test
    void shouldSendConditionalOrdersToTheAlgoServiceAndCancelWhatBecameOfThem() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.usdm().ready()) {
            fixture.send(Commands.stop(100));
            String algoId = fixture.venue
                    .awaitFrame("algoOrder.place")
                    .get("params")
                    .get("clientAlgoId")
                    .asText();
            fixture.send(Commands.cancel(100, 101));
            fixture.venue.awaitFrame("algoOrder.cancel");
            fixture.venue.push(ALGO.formatted(SessionFixture.clientId(100), "TRIGGERED", "555"));
            fixture.story.await("TRIGGERED STREAM order=100");
            fixture.send(Commands.cancel(100, 102));

            assertThat(algoId).isEqualTo(SessionFixture.clientId(100));
            assertThat(fixture.venue
                            .awaitFrame("order.cancel")
                            .get("params")
                            .get("orderId")
                            .asLong())
                    .isEqualTo(555);
        }
    }

    @Test
    void shouldGoOnCallingAModifiedOrderByItsFirstIdAtTheVenue() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.usdm().ready()) {
            fixture.send(Commands.limit(100));
            fixture.story.await("ACCEPTED RESPONSE order=100");
            fixture.send(Commands.replace(100, 200, "101", "2"));
            fixture.venue.awaitFrame("order.modify");
            fixture.venue.push(UPDATE.formatted(SessionFixture.clientId(100), "AMENDMENT", "NEW", 77, "0", "0", 0));
            fixture.story.await("REPLACED STREAM order=200");
            fixture.send(Commands.cancel(200, 201));

            assertThat(fixture.venue
                            .awaitFrame("order.cancel")
                            .get("params")
                            .get("origClientOrderId")
                            .asText())
                    .isEqualTo(SessionFixture.clientId(100));
        }
    }

    @Test
    void shouldGoOnCallingAnOrderByItsFirstIdThatAnEarlierProcessModified() throws InterruptedException {
        OrderTable orders = new OrderTable(2, 2);
        Order order = orders.open(Commands.limit(100), 5);
        orders.replacing(order, 200, 101, 2);
        orders.replaced(order);
        try (SessionFixture fixture =
                SessionFixture.usdm(orders.listAtVenues().get(0)).ready()) {
            fixture.send(Commands.cancel(200, 201));

            assertThat(fixture.venue
                            .awaitFrame("order.cancel")
                            .get("params")
                            .get("origClientOrderId")
                            .asText())
                    .isEqualTo(SessionFixture.clientId(100));
            fixture.venue.push(UPDATE.formatted(SessionFixture.clientId(100), "CANCELED", "CANCELED", 77, "0", "0", 0));
            fixture.story.await("CANCELED STREAM order=200");
        }
    }

    @Test
    void shouldArmTheVenuesCountdownAndDisarmIt() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.usdm().ready()) {
            fixture.venue.onRest(
                    "POST /fapi/v1/countdownCancelAll", 200, "{\"symbol\":\"BTCUSDT\",\"countdownTime\":\"15000\"}");

            fixture.send(Commands.of(OrderAction.ARM_COUNTDOWN, command -> {}));
            String armed = fixture.venue.awaitCall("POST /fapi/v1/countdownCancelAll");
            fixture.send(Commands.of(OrderAction.ARM_COUNTDOWN, command -> command.expireTimeNs(1)));
            String disarmed = fixture.venue.awaitCall("POST /fapi/v1/countdownCancelAll");

            assertThat(armed).contains("countdownTime=15000&", "symbol=BTCUSDT");
            assertThat(disarmed).contains("countdownTime=0&");
        }
    }

    @Test
    void shouldCancelPlainAndConditionalOrdersOfEveryInstrument() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.usdm().ready()) {
            fixture.venue.onRest("DELETE /fapi/v1/allOpenOrders", 200, "{\"code\":200,\"msg\":\"done\"}");
            fixture.venue.onRest("DELETE /fapi/v1/algoOpenOrders", 500, "{\"code\":-1000,\"msg\":\"no\"}");

            fixture.send(Commands.of(OrderAction.CANCEL_ALL, command -> command.instrumentId(-1)));

            fixture.venue.awaitCall("DELETE /fapi/v1/allOpenOrders");
            fixture.venue.awaitCall("DELETE /fapi/v1/algoOpenOrders");
            assertThat(fixture.story.await("error REQUEST_FAILED")).endsWith("-1000");
        }
    }

    @Test
    void shouldMakeANewKeyAndConnectAnewWhenTheListenKeyExpires() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.usdm().ready()) {
            fixture.venue.onRest("POST /fapi/v1/listenKey", 200, "{\"listenKey\":\"second-key\"}");

            fixture.venue.push("{\"e\":\"listenKeyExpired\",\"E\":1,\"listenKey\":\"first-key\"}");

            fixture.story.await("connection USER_DATA DOWN LISTEN_KEY_EXPIRED");
            fixture.story.await("connection USER_DATA READY", 2);
            assertThat(fixture.venue.socketPaths()).contains("/private/ws/second-key");
        }
    }

    @Test
    void shouldPublishFillsOfOurOwnOrdersAtFirstAndAllFillsAfterALoss() throws InterruptedException {
        String trade =
                "{\"symbol\":\"BTCUSDT\",\"id\":%d,\"orderId\":%d,\"side\":\"SELL\",\"price\":\"100\",\"qty\":\"1\",\"commission\":\"0.01\",\"commissionAsset\":\"USDT\",\"time\":1760000000002,\"maker\":false}";
        try (SessionFixture fixture = SessionFixture.usdm()) {
            fixture.venue.onRest(
                    "GET /fapi/v1/allOrders",
                    200,
                    "[{\"symbol\":\"BTCUSDT\",\"orderId\":77,\"clientOrderId\":\"" + SessionFixture.clientId(50)
                            + "\"}]");
            fixture.venue.onRest(
                    "GET /fapi/v1/userTrades", 200, "[" + trade.formatted(1, 66) + "," + trade.formatted(2, 77) + "]");
            fixture.ready();
            fixture.venue.onRest("GET /fapi/v1/userTrades", 200, "[" + trade.formatted(3, 88) + "]");
            fixture.venue.onRest(
                    "GET /fapi/v1/order", 200, "{\"symbol\":\"BTCUSDT\",\"orderId\":88,\"clientOrderId\":\"web_x\"}");

            fixture.venue.cut();
            fixture.story.await("connection USER_DATA READY", 2);

            assertThat(fixture.story.lines())
                    .filteredOn(line -> line.startsWith("FILL"))
                    .extracting(line ->
                            line.substring(0, line.indexOf(" strategy")) + line.substring(line.indexOf(" exec")))
                    .containsExactly(
                            "FILL RECONCILIATION order=50 exec=T2", "FILL RECONCILIATION order=foreign exec=T3");
            assertThat(fixture.venue.calls()).anyMatch(call -> call.startsWith("GET /fapi/v1/userTrades?fromId=3&"));
        }
    }
}
