package io.lockstep.gateway.alpaca.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import org.junit.jupiter.api.Test;

class RestRequestsTest {
    private static final String ID = "1c7490e3-a3fb-4f33-aa93-d0194e675bfa";
    private static final long NONE = OrderRequest.NONE;

    private final RestRequests requests = new RestRequests();
    private final OrderRequest order = new OrderRequest();

    @Test
    void shouldWriteALimitOrder() {
        order.begin("AAPL", Side.BUY, OrderType.LIMIT, TimeInForce.DAY)
                .quantity(e8("100"))
                .limitPrice(e8("201.25"))
                .extendedHours(true);

        assertThat(written(requests.place(order, "LS-1")))
                .isEqualTo("POST /v2/orders {\"symbol\":\"AAPL\",\"qty\":\"100\",\"side\":\"buy\",\"type\":\"limit\","
                        + "\"time_in_force\":\"day\",\"limit_price\":\"201.25\",\"extended_hours\":true,"
                        + "\"client_order_id\":\"LS-1\"}");
    }

    @Test
    void shouldWriteEveryTypeAndTimeInForce() {
        assertThat(body(order.begin("SPY", Side.SELL, OrderType.MARKET, TimeInForce.OPG)
                        .quantity(e8("5"))))
                .contains("\"qty\":\"5\",\"side\":\"sell\",\"type\":\"market\",\"time_in_force\":\"opg\"");
        assertThat(body(order.begin("SPY", Side.SELL, OrderType.MARKET, TimeInForce.CLS)
                        .closing(true)))
                .contains("\"time_in_force\":\"cls\",\"position_intent\":\"sell_to_close\"");
        assertThat(body(order.begin("SPY", Side.BUY, OrderType.STOP_MARKET, TimeInForce.GTC)
                        .stopPrice(e8("0.1234"))))
                .contains("\"type\":\"stop\",\"time_in_force\":\"gtc\",\"stop_price\":\"0.1234\"");
        assertThat(body(order.begin("SPY", Side.BUY, OrderType.STOP_LIMIT, TimeInForce.IOC)
                        .stopPrice(e8("5"))
                        .limitPrice(e8("6"))))
                .contains(
                        "\"type\":\"stop_limit\",\"time_in_force\":\"ioc\",\"limit_price\":\"6\",\"stop_price\":\"5\"");
        assertThat(body(order.begin("SPY", Side.BUY, OrderType.TRAILING_STOP, TimeInForce.FOK)
                        .trailPercent(e8("0.5"))))
                .contains("\"type\":\"trailing_stop\",\"time_in_force\":\"fok\",\"trail_percent\":\"0.5\"");
        assertThat(body(order.begin("SPY", Side.BUY, OrderType.MARKET, TimeInForce.DAY)
                        .notional(e8("500.5"))))
                .contains("\"symbol\":\"SPY\",\"notional\":\"500.5\",\"side\":\"buy\"")
                .doesNotContain("qty");
    }

    @Test
    void shouldWriteTiedOrders() {
        order.begin("AAPL", Side.BUY, OrderType.LIMIT, TimeInForce.DAY)
                .quantity(e8("5"))
                .limitPrice(e8("325"))
                .tied(OrderClass.BRACKET, e8("335"), e8("315"), e8("314.5"));
        assertThat(body(order))
                .contains(
                        "\"limit_price\":\"325\",\"order_class\":\"bracket\",\"take_profit\":{\"limit_price\":\"335\"},"
                                + "\"stop_loss\":{\"stop_price\":\"315\",\"limit_price\":\"314.5\"},\"client_order_id\"");

        order.tied(OrderClass.OTO, NONE, e8("315"), NONE);
        assertThat(body(order))
                .contains("\"order_class\":\"oto\",\"stop_loss\":{\"stop_price\":\"315\"},\"client_order_id\"");

        order.tied(OrderClass.OCO, e8("335"), e8("315"), NONE);
        assertThat(body(order)).contains("\"order_class\":\"oco\",\"take_profit\"");
    }

    @Test
    void shouldReplaceUnderAnIdOfOurOwn() {
        assertThat(written(requests.replace(ID, e8("100"), e8("25.25"), NONE, TimeInForce.NULL_VAL, "LS-2")))
                .isEqualTo("PATCH /v2/orders/" + ID
                        + " {\"qty\":\"100\",\"limit_price\":\"25.25\",\"client_order_id\":\"LS-2\"}");
        assertThat(written(requests.replace(ID, NONE, NONE, e8("25.1"), TimeInForce.GTC, "LS-3")))
                .isEqualTo("PATCH /v2/orders/" + ID
                        + " {\"stop_price\":\"25.1\",\"time_in_force\":\"gtc\",\"client_order_id\":\"LS-3\"}");
    }

    @Test
    void shouldWriteRequestsWithoutABody() {
        assertThat(written(requests.cancel(ID))).isEqualTo("DELETE /v2/orders/" + ID + " ");
        assertThat(written(requests.cancelAll())).isEqualTo("DELETE /v2/orders ");
        assertThat(written(requests.order(ID))).isEqualTo("GET /v2/orders/" + ID + " ");
        assertThat(written(requests.orderByClientId("LS-1")))
                .isEqualTo("GET /v2/orders:by_client_order_id?client_order_id=LS-1 ");
        assertThat(written(requests.openOrders()))
                .isEqualTo("GET /v2/orders?status=open&limit=500&direction=asc&nested=false ");
        assertThat(written(requests.ordersAfter("2026-03-10T14:30:00Z")))
                .endsWith("status=all&limit=500&direction=asc&nested=false&after=2026-03-10T14:30:00Z ");
        assertThat(written(requests.fillsAfter("2026-03-10T14:30:00Z", "")))
                .isEqualTo("GET /v2/account/activities/FILL?direction=asc&page_size=100&after=2026-03-10T14:30:00Z ");
        assertThat(written(requests.fillsAfter("2026-03-10T14:30:00Z", "x"))).endsWith("&page_token=x ");
        assertThat(written(requests.positions())).isEqualTo("GET /v2/positions ");
        assertThat(written(requests.account())).isEqualTo("GET /v2/account ");
        assertThat(written(requests.closePosition("BTC/USD", NONE))).isEqualTo("DELETE /v2/positions/BTC%2FUSD ");
        assertThat(written(requests.closePosition("SPY", e8("1.5")))).isEqualTo("DELETE /v2/positions/SPY?qty=1.5 ");
        assertThat(written(requests.closeAllPositions())).isEqualTo("DELETE /v2/positions?cancel_orders=true ");
    }

    @Test
    void shouldNotAllocateForOrdersReplacesAndCancels() {
        ClientOrderIds ids = new ClientOrderIds(42);

        long allocated = AllocationMeter.bytes(200_000, i -> {
            order.begin("AAPL", Side.BUY, OrderType.LIMIT, TimeInForce.DAY)
                    .quantity(e8(i + 1))
                    .limitPrice(e8(201) + i);
            requests.place(order, ids.of(i, 3));
            requests.replace(ID, e8(i + 1), e8(202), NONE, TimeInForce.NULL_VAL, ids.of(i, 3));
            requests.cancel(ID);
        });

        assertThat(allocated).isZero();
    }

    private String body(OrderRequest request) {
        return requests.place(request, "LS-1").body().toString();
    }

    private static String written(RestRequest request) {
        return request.method() + " " + request.path() + " " + request.body();
    }

    private static long e8(String value) {
        return FixedPoint.parse(value);
    }

    private static long e8(long whole) {
        return whole * FixedPoint.ONE;
    }
}
