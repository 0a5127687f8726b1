package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRefusalsTest {
    private static AlpacaKit kit;

    @BeforeAll
    static void open() throws Exception {
        kit = new AlpacaKit();
        kit.quote("IBM", "200.00", "200.10");
        kit.print("IBM", "200.05");
        kit.place("symbol=MSFT qty=5 side=buy type=market time_in_force=day");
        kit.place("symbol=MSFT qty=5 side=sell type=limit limit_price=900.00 time_in_force=gtc");
        kit.place("symbol=F qty=1 side=buy type=limit limit_price=9.00 time_in_force=gtc client_order_id=known");
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
    side=buy type=market time_in_force=day symbol=IBM                               | 422 | 40010001 | qty or notional is required
    side=buy type=market time_in_force=day symbol=IBM qty=1 notional=9              | 422 | 40010001 | only one of qty or notional is accepted
    side=buy type=market time_in_force=day symbol=IBM qty=0                         | 422 | 40010001 | qty must be > 0
    side=buy type=limit time_in_force=day symbol=IBM qty=1 limit_price=-1           | 422 | 40010001 | limit price must be > 0
    side=buy type=limit time_in_force=day symbol=IBM qty=1                          | 422 | 40010001 | limit orders require a limit price
    side=buy type=limit time_in_force=day symbol=IBM qty=1 limit_price=9 stop_price=8 | 422 | 40010001 | limit orders require only limit price
    side=buy type=stop time_in_force=day symbol=IBM qty=1                           | 422 | 40010001 | stop orders require a stop price
    side=buy type=stop_limit time_in_force=day symbol=IBM qty=1 stop_price=9        | 422 | 40010001 | stop limit orders require both stop and limit price
    side=sell type=trailing_stop time_in_force=day symbol=IBM qty=1                 | 422 | 40010001 | trailing stop orders must specify one of trail_price or trail_percent
    side=buy type=iceberg time_in_force=day symbol=IBM qty=1                        | 422 | 40010001 | invalid order type
    side=hold type=market time_in_force=day symbol=IBM qty=1                        | 422 | 40010001 | invalid side
    side=buy type=market time_in_force=soon symbol=IBM qty=1                        | 422 | 40010001 | invalid time_in_force
    side=buy type=market time_in_force=day symbol=IBM qty=1 client_order_id=known   | 422 | 40010001 | client_order_id must be unique
    side=buy type=limit time_in_force=day symbol=IBM qty=1 limit_price=290.123      | 422 | 42210000 | invalid limit_price 290.123. sub-penny increment does not fulfill minimum pricing criteria
    side=buy type=limit time_in_force=gtc symbol=IBM qty=1.5 limit_price=190        | 422 | 42210000 | fractional orders must be DAY orders
    side=buy type=market time_in_force=day symbol=IBM qty=1 extended_hours=true     | 422 | 42210000 | extended hours order must be DAY limit orders
    side=sell type=market time_in_force=day symbol=SNDL qty=1                       | 422 | 42210000 | asset "SNDL" cannot be sold short
    side=buy type=market time_in_force=day symbol=TWTR qty=1                        | 422 | 42210000 | asset "TWTR" is not tradable
    side=buy type=market time_in_force=day symbol=XYZ qty=1                         | 422 | 42210000 | asset "XYZ" not found
    side=buy type=market time_in_force=day symbol=BTC/USD qty=1                     | 422 | 42210000 | invalid crypto time_in_force
    side=sell type=stop time_in_force=day symbol=IBM qty=1 stop_price=250           | 422 | 42210000 | stop price must be less than current price
    side=sell type=market time_in_force=day symbol=MSFT qty=1 position_intent=sell_to_open | 422 | 42210000 | position intent mismatch, inferred: sell_to_close, specified: sell_to_open
    side=buy type=market time_in_force=day symbol=SPY qty=100000                    | 403 | 40310000 | insufficient buying power
    side=sell type=limit limit_price=999 time_in_force=day symbol=MSFT qty=5        | 403 | 40310000 | insufficient qty available for order (requested: 5, available: 0)
    side=buy type=market time_in_force=day symbol=MSFT qty=1                        | 403 | 40310000 | potential wash trade detected. use complex orders
    side=sell type=limit limit_price=11 time_in_force=day symbol=F qty=1            | 403 | 40310000 | cannot open a short sell while a long buy order is open
    side=buy type=market time_in_force=opg symbol=IBM qty=1                         | 403 | 40310000 | opg orders must be submitted after 7:00pm and before 9:28am
    side=buy type=market time_in_force=day symbol=BRK.A qty=0.5                     | 403 | 40310000 | asset "BRK.A" is not fractionable
    side=buy type=market time_in_force=gtc symbol=BTC/USD qty=0.0001                | 403 | 40310000 | cost basis must be >= minimal amount of order 10
    side=sell type=market time_in_force=gtc symbol=ETH/USD qty=0.5                  | 403 | 40310000 | insufficient balance for ETH (requested: 0.5, available: 0)
    """)
    void shouldRefuseInTheVenuesWords(String order, int status, int code, String message) throws Exception {
        Answer refused = kit.client.order(order);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.at("code")).isEqualTo(String.valueOf(code));
        assertThat(refused.at("message")).isEqualTo(message);
    }

    @Test
    void shouldNameTheBracketLegThatStandsWrong() throws Exception {
        String bracket = "symbol=IBM qty=1 side=buy type=limit limit_price=200 time_in_force=day order_class=bracket ";

        Answer profit =
                kit.client.order(bracket + "take_profit={\"limit_price\":\"200\"} stop_loss={\"stop_price\":\"190\"}");
        Answer loss =
                kit.client.order(bracket + "take_profit={\"limit_price\":\"210\"} stop_loss={\"stop_price\":\"200\"}");

        assertThat(profit.at("message")).isEqualTo("take_profit.limit_price must be >= base_price + 0.01");
        assertThat(loss.at("message")).isEqualTo("stop_loss.stop_price must be <= base_price - 0.01");
    }

    @Test
    void shouldSayWhatHoldsTheShares() throws Exception {
        Answer refused = kit.client.order("side=sell type=limit limit_price=999 time_in_force=day symbol=MSFT qty=5");

        assertThat(refused.at("existing_qty")).isEqualTo("5");
        assertThat(refused.at("held_for_orders")).isEqualTo("5");
        assertThat(refused.at("related_orders.0")).isNotEmpty();
    }

    @Test
    void shouldRefuseWhatCannotBeChanged() throws Exception {
        String id = kit.client
                .get("/v2/orders:by_client_order_id?client_order_id=known")
                .at("id");

        assertThat(kit.client.patch("/v2/orders/" + id, "{\"qty\":\"1\"}").at("message"))
                .isEqualTo("order parameters are not changed");
        assertThat(kit.client.patch("/v2/orders/" + id, "{\"qty\":\"100000\"}").at("message"))
                .isEqualTo("insufficient buying power");
        assertThat(kit.client.patch("/v2/orders/none", "{}").at("message")).isEqualTo("order not found for none");
        assertThat(kit.client.post("/v2/orders", "{\"symbol\":").status()).isEqualTo(400);
    }

    @Test
    void shouldTakePricesAsNumbersAndIgnoreUnknownMembers() throws Exception {
        Answer taken = kit.client.post(
                "/v2/orders",
                "{\"symbol\":\"IBM\",\"qty\":1,\"side\":\"buy\",\"type\":\"limit\",\"limit_price\":150.25,"
                        + "\"time_in_force\":\"day\",\"stop_price\":null,\"extended_hours\":false,\"what\":{\"is\":[1]}}");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.at("limit_price")).isEqualTo("150.25");
    }
}
