package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {
    private AlpacaKit kit;

    @BeforeEach
    void open() {
        kit = new AlpacaKit();
        kit.quote("IBM", "200.00", "200.10");
        kit.print("IBM", "200.05");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void shouldFillMarketOrderAtTheAsk() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();

        Answer taken = kit.client.order("symbol=IBM qty=10 side=buy type=market time_in_force=day client_order_id=a-1");
        kit.route();

        assertThat(taken.at("status")).isEqualTo("pending_new");
        assertThat(taken.at("client_order_id")).isEqualTo("a-1");
        stream.awaitEvent("pending_new");
        stream.awaitEvent("new");
        JsonValue fill = stream.awaitEvent("fill");
        assertThat(AlpacaClient.at(fill, "data.price")).isEqualTo("200.1");
        assertThat(AlpacaClient.at(fill, "data.qty")).isEqualTo("10");
        assertThat(AlpacaClient.at(fill, "data.position_qty")).isEqualTo("10");
        assertThat(AlpacaClient.at(fill, "data.order.filled_avg_price")).isEqualTo("200.1");
        assertThat(AlpacaClient.at(fill, "data.execution_id")).isNotEmpty();
        assertThat(kit.client.get("/v2/account").at("cash")).isEqualTo("97999");
        assertThat(kit.client.get("/v2/positions/IBM").at("avg_entry_price")).isEqualTo("200.1");
    }

    @Test
    void shouldRestLimitOrderUntilTheQuoteMeetsIt() throws Exception {
        String id = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.50 time_in_force=day");

        assertThat(kit.status(id)).isEqualTo("new");
        kit.quote("IBM", "199.30", "199.40");

        assertThat(kit.status(id)).isEqualTo("filled");
        assertThat(kit.order(id).at("filled_avg_price")).isEqualTo("199.4");
    }

    @Test
    void shouldTurnStopIntoMarketOrderWhenTheLastPriceMeetsIt() throws Exception {
        kit.place("symbol=IBM qty=5 side=buy type=market time_in_force=day");
        String stop = kit.place("symbol=IBM qty=5 side=sell type=stop stop_price=199.00 time_in_force=gtc");

        kit.quote("IBM", "198.90", "199.00");
        assertThat(kit.status(stop)).isEqualTo("new");
        kit.print("IBM", "198.95");

        assertThat(kit.status(stop)).isEqualTo("filled");
        assertThat(kit.order(stop).at("filled_avg_price")).isEqualTo("198.9");
    }

    @Test
    void shouldHoldTriggeredBuyStopBelowItsCollar() throws Exception {
        String stop = kit.place("symbol=IBM qty=5 side=buy type=stop stop_price=201.00 time_in_force=day");

        kit.quote("IBM", "206.10", "206.20");
        kit.print("IBM", "206.10");
        assertThat(kit.status(stop)).isEqualTo("new");
        kit.quote("IBM", "205.90", "206.00");

        assertThat(kit.status(stop)).isEqualTo("filled");
    }

    @Test
    void shouldFillStopLimitOnlyWithinItsLimit() throws Exception {
        String id = kit.place(
                "symbol=IBM qty=5 side=buy type=stop_limit stop_price=201.00 limit_price=201.10 time_in_force=day");

        kit.quote("IBM", "201.20", "201.30");
        kit.print("IBM", "201.30");
        assertThat(kit.status(id)).isEqualTo("new");
        kit.quote("IBM", "201.00", "201.10");

        assertThat(kit.status(id)).isEqualTo("filled");
    }

    @Test
    void shouldFollowTheHighWithTrailingStop() throws Exception {
        kit.place("symbol=IBM qty=5 side=buy type=market time_in_force=day");
        String id = kit.place("symbol=IBM qty=5 side=sell type=trailing_stop trail_price=1.00 time_in_force=day");

        kit.print("IBM", "202.00");
        assertThat(kit.order(id).at("hwm")).isEqualTo("202");
        assertThat(kit.order(id).at("stop_price")).isEqualTo("201");
        kit.quote("IBM", "200.90", "201.00");
        kit.print("IBM", "200.95");

        assertThat(kit.status(id)).isEqualTo("filled");
    }

    @Test
    void shouldCancelWhatImmediateOrdersLeave() throws Exception {
        String ioc = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=ioc");
        String fok = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=200.10 time_in_force=fok");

        assertThat(kit.status(ioc)).isEqualTo("canceled");
        assertThat(kit.status(fok)).isEqualTo("filled");
    }

    @Test
    void shouldBuyByValue() throws Exception {
        String id = kit.place("symbol=IBM notional=500 side=buy type=market time_in_force=day");

        assertThat(kit.order(id).at("qty")).isNull();
        assertThat(kit.order(id).at("filled_qty")).isEqualTo("2.49875062");
    }

    @Test
    void shouldCancelOnlyAfterTheMarketAnswered() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();
        String id = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=day");

        assertThat(kit.client.delete("/v2/orders/" + id).status()).isEqualTo(204);
        assertThat(kit.status(id)).isEqualTo("pending_cancel");
        stream.awaitEvent("pending_cancel");
        kit.route();

        stream.awaitEvent("canceled");
        Answer again = kit.client.delete("/v2/orders/" + id);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.at("message")).isEqualTo("order is already in \"canceled\" state");
    }

    @Test
    void shouldFillWhileTheCancellationIsUnderWay() throws Exception {
        String id = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=day");
        kit.client.delete("/v2/orders/" + id);

        kit.quote("IBM", "198.80", "198.90");
        kit.route();

        assertThat(kit.status(id)).isEqualTo("filled");
    }

    @Test
    void shouldReplaceByNewOrderThatNamesTheOld() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();
        String old = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=day");

        Answer taken = kit.client.patch(
                "/v2/orders/" + old, "{\"qty\":\"7\",\"limit_price\":199.5,\"client_order_id\":\"r-1\"}");
        stream.awaitEvent("pending_replace");
        assertThat(kit.client.delete("/v2/orders/" + taken.at("id")).status()).isEqualTo(422);
        kit.route();

        JsonValue replaced = stream.awaitEvent("replaced");
        assertThat(AlpacaClient.at(replaced, "data.order.replaced_by")).isEqualTo(taken.at("id"));
        Answer now = kit.client.get("/v2/orders:by_client_order_id?client_order_id=r-1");
        assertThat(now.at("replaces")).isEqualTo(old);
        assertThat(now.at("status")).isEqualTo("new");
        assertThat(now.at("qty")).isEqualTo("7");
        assertThat(now.at("created_at")).isEqualTo(kit.order(old).at("created_at"));
    }

    @Test
    void shouldRejectTheChangeWhenTheOldOrderIsFilledFirst() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();
        String old = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=day");
        String change = kit.client.patch("/v2/orders/" + old, "{\"qty\":\"7\"}").at("id");

        kit.quote("IBM", "198.80", "198.90");
        kit.route();

        stream.awaitEvent("fill");
        stream.awaitEvent("order_replace_rejected");
        assertThat(kit.status(old)).isEqualTo("filled");
        assertThat(kit.status(change)).isEqualTo("rejected");
        assertThat(kit.client.get("/v2/positions/IBM").at("qty")).isEqualTo("5");
    }

    @Test
    void shouldTellLateRefusals() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();
        String id = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=day");
        kit.simulator.ask(venue -> {
            venue.trading().faults().rejectCancels(1);
            venue.trading().faults().rejectNew(1);
            return venue;
        });

        kit.client.delete("/v2/orders/" + id);
        kit.client.order("symbol=F qty=1 side=buy type=market time_in_force=day");
        kit.route();

        stream.awaitEvent("order_cancel_rejected");
        stream.awaitEvent("rejected");
        assertThat(kit.status(id)).isEqualTo("new");
    }

    @Test
    void shouldListByStateSymbolAndDirection() throws Exception {
        String open = kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=day");
        String filled = kit.place("symbol=SPY qty=1 side=buy type=market time_in_force=day");

        assertThat(kit.client.get("/v2/orders").at("0.id")).isEqualTo(open);
        assertThat(kit.client.get("/v2/orders?status=closed").at("0.id")).isEqualTo(filled);
        assertThat(kit.client.get("/v2/orders?status=all&direction=asc&limit=1").at("0.id"))
                .isEqualTo(open);
        assertThat(kit.client.get("/v2/orders?status=all&symbols=SPY,F").size()).isEqualTo(1);
        assertThat(kit.client
                        .get("/v2/orders?status=all&until=2026-03-10T14:30:00Z")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void shouldCancelAllWithOneEntryEach() throws Exception {
        kit.place("symbol=IBM qty=5 side=buy type=limit limit_price=199.00 time_in_force=day");
        kit.place("symbol=F qty=5 side=buy type=limit limit_price=9.00 time_in_force=gtc");

        Answer all = kit.client.delete("/v2/orders");
        kit.route();

        assertThat(all.status()).isEqualTo(207);
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.at("0.status")).isEqualTo("200");
        assertThat(all.at("1.body.status")).isEqualTo("pending_cancel");
        assertThat(kit.client.get("/v2/orders").size()).isZero();
        assertThat(kit.client.delete("/v2/orders").body()).isEqualTo("[]");
    }

    @Test
    void shouldFillSomeOrdersInPartFirstBySeed() throws Exception {
        kit.close();
        kit = new AlpacaKit(AlpacaKit.MORNING, AlpacaKit.settings(100, FillModel.ANY_SIZE));
        kit.quote("IBM", "200.00", "200.10");

        String id = kit.place("symbol=IBM qty=50 side=buy type=market time_in_force=day");
        List<String> filled = new ArrayList<>();
        while (!kit.status(id).equals("filled")) {
            filled.add(kit.order(id).at("filled_qty"));
            kit.quote("IBM", "200.00", "200.10");
        }

        assertThat(filled).as("seed 1").isNotEmpty().doesNotHaveDuplicates();
        Answer fills = kit.client.get("/v2/account/activities/FILL?direction=asc&page_size=2");
        assertThat(fills.at("0.type")).isEqualTo("partial_fill");
        assertThat(fills.at("0.cum_qty")).isEqualTo(filled.get(0));
        Answer next = kit.client.get("/v2/account/activities/FILL?direction=asc&page_token=" + fills.at("1.id"));
        assertThat(next.size()).isEqualTo(filled.size() - 1);
    }

    @Test
    void shouldFillNoMoreThanDisplayedWhereSizeCounts() throws Exception {
        kit.close();
        kit = new AlpacaKit(AlpacaKit.MORNING, AlpacaKit.settings(0, FillModel.DISPLAYED_SIZE));
        kit.quote("IBM", "200.00", "200.10", "30");

        String id = kit.place("symbol=IBM qty=50 side=buy type=market time_in_force=day");
        String fok = kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=fok");
        assertThat(kit.order(id).at("filled_qty")).isEqualTo("30");
        assertThat(kit.status(fok)).isEqualTo("canceled");
        kit.quote("IBM", "200.00", "200.10", "31");

        assertThat(kit.status(id)).isEqualTo("filled");
    }
}
