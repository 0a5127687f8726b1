package io.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.alpaca.ScriptedVenue.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderDeskTest {
    private static final String UNKNOWN_ORDER = "{\"code\":40410000,\"message\":\"order not found for LS\"}";
    private static final String DUPLICATE = "{\"code\":40010001,\"message\":\"client_order_id must be unique\"}";

    private GatewayHarness harness;

    @BeforeEach
    void open() throws InterruptedException {
        harness = new GatewayHarness(true, false);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void shouldPlaceAnOrderUnderAnIdOfOurs() throws InterruptedException {
        harness.venue.on("POST /v2/orders", 200, harness.order(42, "pending_new", "0"));
        harness.ready();

        harness.place(42);

        assertThat(harness.events.await("report ACCEPTED RESPONSE")).contains(" order=42 ", " venue=v-42 ");
        assertThat(harness.venue.await("POST /v2/orders", 1).body())
                .isEqualTo("{\"symbol\":\"SPY\",\"qty\":\"10\",\"side\":\"buy\",\"type\":\"limit\","
                        + "\"time_in_force\":\"day\",\"limit_price\":\"600\",\"client_order_id\":\""
                        + harness.ids.of(42, 3) + "\"}");
    }

    @Test
    void shouldSendEveryKindOfOrder() throws InterruptedException {
        harness.venue.on("POST /v2/orders", 200, harness.order(42, "new", "0"));
        harness.ready();

        harness.send(OrderAction.NEW, 1, order -> trail(order));
        harness.send(OrderAction.NEW, 2, order -> bracket(order));
        harness.send(OrderAction.NEW, 3, order -> order.flags().extendedHours(true));
        harness.send(OrderAction.NEW, 4, order -> notional(order));

        assertThat(harness.venue.await("POST /v2/orders", 1).body())
                .contains("\"type\":\"trailing_stop\"", "\"trail_percent\":\"1.5\"");
        assertThat(harness.venue.await("POST /v2/orders", 2).body())
                .contains(
                        "\"order_class\":\"bracket\"",
                        "\"take_profit\":{\"limit_price\":\"610\"}",
                        "\"stop_loss\":{\"stop_price\":\"590\",\"limit_price\":\"589\"}");
        assertThat(harness.venue.await("POST /v2/orders", 3).body()).contains("\"extended_hours\":true");
        assertThat(harness.venue.await("POST /v2/orders", 4).body())
                .contains("\"notional\":\"500\"")
                .doesNotContain("\"qty\"");
    }

    @Test
    void shouldRefuseHereWhatTheVenueWouldRefuse() throws InterruptedException {
        harness.ready();

        harness.send(OrderAction.NEW, 42, order -> order.price(600_001_000_00L / 10));

        assertThat(harness.events.await("report REJECTED LOCAL"))
                .contains(" order=42 ")
                .endsWith(" SUB_PENNY");
        assertThat(harness.venue.requests()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void shouldCloseAWholePositionUnderAnIdOfOurs() throws InterruptedException {
        harness.venue.on("GET /v2/positions/SPY", 200, "{\"symbol\":\"SPY\",\"qty\":\"7.5\",\"qty_available\":\"7\"}");
        harness.venue.on("POST /v2/orders", 200, harness.order(42, "new", "0"));
        harness.ready();

        closeWhole(42);

        assertThat(harness.venue.await("POST /v2/orders", 1).body())
                .contains("\"qty\":\"7\"", "\"side\":\"sell\"", "\"type\":\"market\"", "sell_to_close")
                .contains(harness.ids.of(42, 3));
    }

    @Test
    void shouldNotCloseAPositionThatIsFlat() throws InterruptedException {
        harness.venue.on("GET /v2/positions/SPY", 404, "{\"code\":40410000,\"message\":\"position does not exist\"}");
        harness.ready();

        closeWhole(42);

        assertThat(harness.events.await("report REJECTED LOCAL")).contains(" order=42 ", " NOTHING_TO_CLOSE");
        assertThat(harness.venue.requests()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void shouldKeepALostOrderUnknownAndAnswerTheEnginesQuestion() throws InterruptedException {
        harness.venue.on("POST /v2/orders", 0, "");
        harness.venue.on("GET /v2/orders:by_client_order_id", 404, UNKNOWN_ORDER);
        harness.ready();

        harness.place(42);
        assertThat(harness.events.await("report OUTCOME_UNKNOWN LOCAL")).contains(" order=42 ");
        query(42);
        assertThat(harness.events.await("report NOT_FOUND QUERY")).contains(" order=42 ", " code=40410000 ");
        harness.venue.on("GET /v2/orders:by_client_order_id", 200, harness.order(42, "partially_filled", "3"));
        query(42);

        assertThat(harness.events.await("report STATUS QUERY"))
                .contains(" order=42 ", " cum=3 leaves=7 ", " venue=v-42 ")
                .endsWith(" partially_filled");
        assertThat(harness.venue.requests())
                .filteredOn(line -> line.startsWith("POST"))
                .hasSize(1);
    }

    @Test
    void shouldAdoptWhatAnEarlierRequestPlacedWhenTheSameOneIsSentAgain() throws InterruptedException {
        AtomicInteger posts = new AtomicInteger();
        harness.venue.on(
                "POST /v2/orders",
                request -> posts.getAndIncrement() == 0 ? new Answer(0, "") : new Answer(422, DUPLICATE));
        harness.venue.on("GET /v2/orders:by_client_order_id", 200, harness.order(42, "new", "0"));
        harness.ready();

        harness.place(42);
        harness.events.await("report OUTCOME_UNKNOWN LOCAL");
        harness.place(42);

        assertThat(harness.events.await("report STATUS QUERY")).contains(" order=42 ", " venue=v-42 ");
        assertThat(harness.venue.await("POST /v2/orders", 2).body())
                .isEqualTo(harness.venue.await("POST /v2/orders", 1).body());
    }

    @Test
    void shouldLookUpAnOrderWhoseAnswerCannotBeRead() throws InterruptedException {
        harness.venue.on("POST /v2/orders", 200, "<html>");
        harness.venue.on("GET /v2/orders:by_client_order_id", 200, harness.order(42, "new", "0"));
        harness.ready();

        harness.place(42);

        assertThat(harness.events.await("report STATUS QUERY")).contains(" order=42 ");
        assertThat(harness.events.lines()).anyMatch(line -> line.startsWith("report OUTCOME_UNKNOWN RESPONSE"));
    }

    @Test
    void shouldLookUpTheVenuesIdBeforeItCancels() throws InterruptedException {
        harness.venue.on("GET /v2/orders:by_client_order_id", 200, harness.order(42, "new", "0"));
        harness.venue.on("DELETE /v2/orders/v-42", 204, "");
        harness.ready();

        harness.cancel(42);

        harness.venue.await("DELETE /v2/orders/v-42", 1);
        assertThat(harness.events.lines()).noneMatch(line -> line.startsWith("report CANCEL"));
    }

    @Test
    void shouldRepeatACancelUntilTheVenueAnswers() throws InterruptedException {
        AtomicInteger deletes = new AtomicInteger();
        placed(42);
        harness.venue.on(
                "DELETE /v2/orders/v-42", request -> new Answer(deletes.incrementAndGet() < 3 ? 503 : 204, "<html>"));

        harness.cancel(42);

        harness.venue.await("DELETE /v2/orders/v-42", 3);
        assertThat(harness.events.lines()).noneMatch(line -> line.startsWith("report CANCEL"));
    }

    @Test
    void shouldTellHowAnOrderEndedThatIsTooLateToCancel() throws InterruptedException {
        placed(42);
        harness.venue.on(
                "DELETE /v2/orders/v-42",
                422,
                "{\"code\":42210000,\"message\":\"order is already in \\\"filled\\\" state\"}");
        harness.venue.on("GET /v2/orders:by_client_order_id", 200, harness.order(42, "filled", "10"));

        harness.cancel(42);

        assertThat(harness.events.await("report CANCEL_REJECTED RESPONSE")).contains(" order=42 ", " code=42210000 ");
        assertThat(harness.events.await("report STATUS QUERY")).contains(" cum=10 leaves=0 ");
    }

    @Test
    void shouldReplaceUnderANewIdOfOurs() throws InterruptedException {
        placed(42);
        harness.venue.on("PATCH /v2/orders/v-42", 200, harness.order(43, "accepted", "0"));

        harness.send(
                OrderAction.REPLACE, 43, change -> change.originalOrderId(42).price(601 * FixedPoint.ONE));

        assertThat(harness.events.await("report STATUS RESPONSE")).contains(" order=43 ", " venue=v-43 ");
        assertThat(harness.venue.await("PATCH /v2/orders/v-42", 1).body())
                .isEqualTo("{\"qty\":\"10\",\"limit_price\":\"601\",\"client_order_id\":\"" + harness.ids.of(43, 3)
                        + "\"}");
    }

    @Test
    void shouldAskOneByOneForWhatACancelOfAllDidNotTake() throws InterruptedException {
        harness.venue.on("DELETE /v2/orders", 207, "[{\"id\":\"v-1\",\"status\":200},{\"id\":\"v-2\",\"status\":500}]");
        harness.venue.on("DELETE /v2/orders/v-2", 204, "");
        harness.ready();

        harness.send(
                OrderAction.CANCEL_ALL,
                1,
                command -> command.instrumentId(OrderCommandEncoder.instrumentIdNullValue()));

        harness.venue.await("DELETE /v2/orders/v-2", 1);
        assertThat(harness.venue.requests()).noneMatch(line -> line.endsWith("/v-1"));
    }

    @Test
    void shouldCancelTheOrdersOfOneSymbolOneByOne() throws InterruptedException {
        harness.ready();
        harness.venue.on(
                "GET /v2/orders?status=open&limit=500&direction=asc&nested=false&symbols=SPY",
                200,
                "[{\"id\":\"v-1\"},{\"id\":\"v-2\"}]");
        harness.venue.on("DELETE /v2/orders/", 204, "");

        harness.send(OrderAction.CANCEL_ALL, 1, command -> {});

        harness.venue.await("DELETE /v2/orders/v-1", 1);
        harness.venue.await("DELETE /v2/orders/v-2", 1);
    }

    @Test
    void shouldSendNothingInTheShadow() throws InterruptedException {
        harness.close();
        harness = new GatewayHarness(false, false).ready();

        harness.place(42);
        harness.cancel(43);

        assertThat(harness.events.await("report REJECTED LOCAL"))
                .contains(" order=42 ")
                .endsWith(" SHADOW");
        assertThat(harness.events.await("report CANCEL_REJECTED LOCAL"))
                .contains(" order=43 ")
                .endsWith(" SHADOW");
        assertThat(harness.venue.requests()).allMatch(line -> line.startsWith("GET"));
    }

    private void placed(long orderId) throws InterruptedException {
        harness.venue.on("POST /v2/orders", 200, harness.order(orderId, "new", "0"));
        harness.ready();
        harness.place(orderId);
        harness.events.await("report ACCEPTED RESPONSE");
    }

    private void closeWhole(long orderId) {
        harness.send(
                OrderAction.NEW,
                orderId,
                order -> order.side(Side.SELL)
                        .orderType(OrderType.MARKET)
                        .price(FixedPoint.NULL)
                        .quantity(FixedPoint.NULL)
                        .flags()
                        .closePosition(true));
    }

    private void query(long orderId) {
        harness.send(OrderAction.QUERY, orderId + 1_000, command -> command.originalOrderId(orderId));
    }

    private static void trail(OrderCommandEncoder order) {
        order.orderType(OrderType.TRAILING_STOP).price(FixedPoint.NULL).trailRate(1_500_000);
    }

    private static void bracket(OrderCommandEncoder order) {
        order.orderClass(io.lockstep.engine.sbe.OrderClass.BRACKET)
                .takeProfitPrice(610 * FixedPoint.ONE)
                .stopLossPrice(590 * FixedPoint.ONE)
                .stopLossLimitPrice(589 * FixedPoint.ONE);
    }

    private static void notional(OrderCommandEncoder order) {
        order.orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.DAY)
                .price(FixedPoint.NULL)
                .quantity(FixedPoint.NULL)
                .notional(500 * FixedPoint.ONE);
    }
}
