package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.desk.FillModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What sessions, auctions and halts do to orders. New York is four hours behind UTC on these days. */
class TradingDayTest {
    private AlpacaKit kit;

    private void open(String time) {
        kit = new AlpacaKit(time, AlpacaKit.settings(0, FillModel.ANY_SIZE));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void shouldQueueDayOrderUntilTheOpen() throws Exception {
        open("2026-03-10T02:00:00Z");
        String id = kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");

        assertThat(kit.status(id)).isEqualTo("accepted");
        kit.moveTo("2026-03-10T13:29:59Z");
        assertThat(kit.status(id)).isEqualTo("accepted");
        kit.moveTo("2026-03-10T13:30:01Z");

        assertThat(kit.status(id)).isEqualTo("filled");
        assertThat(kit.order(id).at("filled_at")).startsWith("2026-03-10T13:30:00.005");
    }

    @Test
    void shouldExpireDayOrderAtTheClose() throws Exception {
        open("2026-11-27T15:00:00Z");
        String id = kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=100 time_in_force=day");

        kit.moveTo("2026-11-27T18:00:00Z");

        assertThat(kit.status(id)).isEqualTo("expired");
        assertThat(kit.order(id).at("expires_at")).isEqualTo("2026-11-27T18:00:00Z");
    }

    @Test
    void shouldTradeOutsideTheCoreSessionOnlyWhereAsked() throws Exception {
        open("2026-03-10T12:00:00Z");
        String core = kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=300 time_in_force=day");
        String extended =
                kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=300 time_in_force=day extended_hours=true");

        assertThat(kit.status(core)).isEqualTo("accepted");
        assertThat(kit.status(extended)).isEqualTo("filled");
    }

    @Test
    void shouldSayDoneForDayAndGoOnAtTheNextOpen() throws Exception {
        open("2026-03-10T19:00:00Z");
        AlpacaClient.Frames stream = kit.client.openTrading();
        String id = kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=100 time_in_force=gtc");
        stream.awaitEvent("new");

        kit.moveTo("2026-03-10T20:00:00Z");
        stream.awaitEvent("done_for_day");
        kit.moveTo("2026-03-11T13:30:00Z");

        stream.awaitEvent("new");
        assertThat(kit.status(id)).isEqualTo("new");
    }

    @Test
    void shouldEndGoodTillCanceledAfterNinetyDays() throws Exception {
        open("2026-03-10T19:00:00Z");

        String id = kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=100 time_in_force=gtc");

        assertThat(kit.order(id).at("expires_at")).isEqualTo("2026-06-08T20:15:00Z");
    }

    @Test
    void shouldFillOpeningOrdersAtTheFirstQuote() throws Exception {
        open("2026-03-10T13:27:00Z");
        String market = kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=opg");
        String limit = kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=100 time_in_force=opg");

        assertThat(kit.status(market)).isEqualTo("accepted");
        kit.moveTo("2026-03-10T13:30:00Z");
        kit.quote("IBM", "217.00", "217.10");

        assertThat(kit.status(market)).isEqualTo("filled");
        assertThat(kit.status(limit)).isEqualTo("canceled");
    }

    @Test
    void shouldFillClosingOrdersAtTheLastQuote() throws Exception {
        open("2026-03-10T19:49:00Z");
        String market = kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=cls");
        String limit = kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=100 time_in_force=cls");
        kit.moveTo("2026-03-10T19:50:00Z");
        Answer late = kit.client.order("symbol=IBM qty=1 side=buy type=market time_in_force=cls");

        kit.moveTo("2026-03-10T20:00:00Z");

        assertThat(late.at("message")).isEqualTo("cls orders must be submitted after 7:00pm and before 3:50pm");
        assertThat(kit.status(market)).isEqualTo("filled");
        assertThat(kit.order(market).at("filled_at")).isEqualTo("2026-03-10T20:00:00Z");
        assertThat(kit.status(limit)).isEqualTo("canceled");
    }

    @Test
    void shouldCancelClosingOrderBeforeItTrades() throws Exception {
        open("2026-03-10T19:49:00Z");
        String id = kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=cls");

        kit.client.delete("/v2/orders/" + id);
        kit.moveTo("2026-03-10T20:00:00Z");

        assertThat(kit.status(id)).isEqualTo("canceled");
        assertThat(kit.client.get("/v2/positions").size()).isZero();
    }

    @Test
    void shouldHoldOrdersOfAHaltedShare() throws Exception {
        open(AlpacaKit.MORNING);
        AlpacaClient.Frames data = kit.client.openData("/v2/sip");
        data.send("{\"action\":\"subscribe\",\"statuses\":[\"*\"]}");
        data.await("acknowledgement", frame -> "subscription".equals(AlpacaClient.at(frame, "0.T")));
        kit.simulator.ask(venue -> {
            venue.halt("IBM", true);
            return venue;
        });

        String id = kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");
        assertThat(AlpacaClient.at(data.awaitData("s", "IBM"), "sc")).isEqualTo("2");
        assertThat(kit.status(id)).isEqualTo("accepted");
        kit.simulator.ask(venue -> {
            venue.halt("IBM", false);
            return venue;
        });
        kit.route();

        assertThat(AlpacaClient.at(data.awaitData("s", "IBM"), "sc")).isEqualTo("3");
        assertThat(kit.status(id)).isEqualTo("filled");
    }

    @Test
    void shouldTellClockAndCalendarOfAHalfDay() throws Exception {
        open("2026-11-27T17:59:59.5Z");

        Answer clock = kit.client.get("/v2/clock");
        Answer calendar = kit.client.get("/v2/calendar?start=2026-11-25&end=2026-11-30");

        assertThat(clock.body())
                .isEqualTo("{\"timestamp\":\"2026-11-27T12:59:59.5-05:00\",\"is_open\":true,"
                        + "\"next_open\":\"2026-11-30T09:30:00-05:00\",\"next_close\":\"2026-11-27T13:00:00-05:00\"}");
        assertThat(calendar.size()).isEqualTo(3);
        assertThat(calendar.at("1.date")).isEqualTo("2026-11-27");
        assertThat(calendar.at("1.close")).isEqualTo("13:00");
        assertThat(calendar.at("1.session_close")).isEqualTo("1700");
        assertThat(calendar.at("1.settlement_date")).isEqualTo("2026-11-30");
    }
}
