package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderGroupsTest {
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

    private Answer bracket(String entry) throws Exception {
        Answer taken = kit.client.order("symbol=IBM qty=10 side=buy time_in_force=gtc order_class=bracket " + entry
                + " take_profit={\"limit_price\":\"205.00\"} stop_loss={\"stop_price\":\"195.00\"}");
        kit.route();
        return taken;
    }

    @Test
    void shouldHoldLegsUntilTheEntryIsFilled() throws Exception {
        Answer entry = bracket("type=limit limit_price=199.00");

        assertThat(entry.at("legs.0.status")).isEqualTo("held");
        assertThat(entry.at("legs.0.limit_price")).isEqualTo("205");
        assertThat(entry.at("legs.1.stop_price")).isEqualTo("195");
        kit.quote("IBM", "198.80", "198.90");

        assertThat(kit.status(entry.at("id"))).isEqualTo("filled");
        assertThat(kit.status(entry.at("legs.0.id"))).isEqualTo("new");
        assertThat(kit.status(entry.at("legs.1.id"))).isEqualTo("held");
    }

    @Test
    void shouldCancelTheStopWhenTheProfitIsTaken() throws Exception {
        Answer entry = bracket("type=market");

        kit.quote("IBM", "205.00", "205.10");

        assertThat(kit.status(entry.at("legs.0.id"))).isEqualTo("filled");
        assertThat(kit.status(entry.at("legs.1.id"))).isEqualTo("canceled");
        assertThat(kit.client.get("/v2/positions/IBM").status()).isEqualTo(404);
    }

    @Test
    void shouldCancelTheProfitWhenTheStopIsMet() throws Exception {
        Answer entry = bracket("type=market");

        kit.quote("IBM", "194.80", "194.90");
        kit.print("IBM", "194.85");

        assertThat(kit.status(entry.at("legs.1.id"))).isEqualTo("filled");
        assertThat(kit.status(entry.at("legs.0.id"))).isEqualTo("canceled");
    }

    @Test
    void shouldCancelLegsWithTheEntry() throws Exception {
        Answer entry = bracket("type=limit limit_price=199.00");

        kit.client.delete("/v2/orders/" + entry.at("id"));
        kit.route();

        assertThat(kit.status(entry.at("legs.0.id"))).isEqualTo("canceled");
        assertThat(kit.client.get("/v2/orders?status=all&nested=true").size()).isEqualTo(1);
        assertThat(kit.client.get("/v2/orders?status=all").size()).isEqualTo(3);
    }

    @Test
    void shouldKeepALegInItsGroupWhenItIsReplaced() throws Exception {
        Answer entry = bracket("type=market");
        Answer change = kit.client.patch("/v2/orders/" + entry.at("legs.0.id"), "{\"limit_price\":\"203.00\"}");
        kit.route();

        kit.quote("IBM", "203.00", "203.10");

        assertThat(kit.status(change.at("id"))).isEqualTo("filled");
        assertThat(kit.status(entry.at("legs.1.id"))).isEqualTo("canceled");
    }

    @Test
    void shouldWatchBothExitsOfOneCancelsOther() throws Exception {
        kit.place("symbol=IBM qty=10 side=buy type=market time_in_force=day");
        Answer exits = kit.client.order("symbol=IBM qty=10 side=sell type=limit time_in_force=gtc order_class=oco"
                + " take_profit={\"limit_price\":\"205.00\"}"
                + " stop_loss={\"stop_price\":\"196.00\",\"limit_price\":\"195.50\"}");
        kit.route();

        assertThat(kit.status(exits.at("id"))).isEqualTo("new");
        kit.quote("IBM", "195.80", "195.90");
        kit.print("IBM", "195.85");

        assertThat(kit.status(exits.at("legs.0.id"))).isEqualTo("filled");
        assertThat(kit.status(exits.at("id"))).isEqualTo("canceled");
    }

    @Test
    void shouldSendTheOneLegOfOneTriggersOther() throws Exception {
        Answer entry = kit.client.order("symbol=IBM qty=10 side=buy type=market time_in_force=day order_class=oto"
                + " stop_loss={\"stop_price\":\"195.00\"}");
        kit.route();

        assertThat(kit.status(entry.at("id"))).isEqualTo("filled");
        assertThat(kit.status(entry.at("legs.0.id"))).isEqualTo("new");
    }
}
