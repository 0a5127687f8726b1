package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.api.ApiKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private AlpacaKit kit;

    @BeforeEach
    void open() {
        kit = new AlpacaKit();
        kit.quote("IBM", "200.00", "200.00");
        kit.print("IBM", "200.00");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void shouldReserveBuyingPowerForOpenBuys() throws Exception {
        assertThat(kit.client.get("/v2/account").at("buying_power")).isEqualTo("400000");

        kit.place("symbol=IBM qty=100 side=buy type=limit limit_price=190 time_in_force=day");

        Answer account = kit.client.get("/v2/account");
        assertThat(account.at("buying_power")).isEqualTo("381000");
        assertThat(account.at("non_marginable_buying_power")).isEqualTo("81000");
        assertThat(account.at("cash")).isEqualTo("100000");
        assertThat(account.at("status")).isEqualTo("ACTIVE");
    }

    @Test
    void shouldKeepShortPositionAndItsCash() throws Exception {
        kit.place("symbol=IBM qty=10 side=sell type=market time_in_force=day");
        kit.print("IBM", "190.00");

        Answer position = kit.client.get("/v2/positions/IBM");
        assertThat(position.at("qty")).isEqualTo("-10");
        assertThat(position.at("side")).isEqualTo("short");
        assertThat(position.at("unrealized_pl")).isEqualTo("100");
        Answer account = kit.client.get("/v2/account");
        assertThat(account.at("cash")).isEqualTo("102000");
        assertThat(account.at("equity")).isEqualTo("100100");
        assertThat(account.at("short_market_value")).isEqualTo("-1900");
        assertThat(kit.client.get("/v2/account/activities/FILL").at("0.side")).isEqualTo("sell_short");
    }

    @Test
    void shouldNotTurnAShortIntoALongWithOneOrder() throws Exception {
        kit.place("symbol=IBM qty=10 side=sell type=market time_in_force=day");

        Answer refused = kit.client.order("symbol=IBM qty=11 side=buy type=market time_in_force=day");

        assertThat(refused.at("message"))
                .isEqualTo("insufficient qty available for order (requested: 11, available: 10)");
    }

    @Test
    void shouldTakeTheFeeOfACoinFromTheCoin() throws Exception {
        kit.quote("BTC/USD", "64000", "64000");

        String id = kit.place("symbol=BTC/USD qty=1 side=buy type=limit limit_price=64000 time_in_force=gtc");

        assertThat(kit.order(id).at("filled_qty")).isEqualTo("1");
        Answer position = kit.client.get("/v2/positions/BTCUSD");
        assertThat(position.at("qty_available")).isEqualTo("0.9975");
        assertThat(position.at("avg_entry_price")).isEqualTo("64000");
        assertThat(kit.client.get("/v2/account").at("cash")).isEqualTo("36000");
        Answer sold = kit.client.order("symbol=BTCUSD qty=1 side=sell type=market time_in_force=gtc");
        assertThat(sold.at("message")).isEqualTo("insufficient balance for BTC (requested: 1, available: 0.9975)");
    }

    @Test
    void shouldCloseOnePositionInPart() throws Exception {
        kit.place("symbol=IBM qty=10 side=buy type=market time_in_force=day");

        Answer closing = kit.client.delete("/v2/positions/IBM?percentage=30");
        kit.route();

        assertThat(closing.at("side")).isEqualTo("sell");
        assertThat(closing.at("qty")).isEqualTo("3");
        assertThat(kit.client.get("/v2/positions/IBM").at("qty")).isEqualTo("7");
        assertThat(kit.client.delete("/v2/positions/F").at("message")).isEqualTo("position does not exist");
    }

    @Test
    void shouldRefusePositionsWhoseOrdersAreStillBeingCanceled() throws Exception {
        kit.place("symbol=IBM qty=10 side=buy type=market time_in_force=day");
        String exit = kit.place("symbol=IBM qty=10 side=sell type=limit limit_price=250 time_in_force=gtc");

        Answer first = kit.client.delete("/v2/positions?cancel_orders=true");
        kit.route();
        Answer second = kit.client.delete("/v2/positions?cancel_orders=true");
        kit.route();

        assertThat(first.status()).isEqualTo(207);
        assertThat(first.at("0.symbol")).isEqualTo(exit);
        assertThat(first.at("1.status")).isEqualTo("403");
        assertThat(second.at("0.symbol")).isEqualTo("IBM");
        assertThat(second.at("0.status")).isEqualTo("200");
        assertThat(kit.client.get("/v2/positions").body()).isEqualTo("[]");
    }

    @Test
    void shouldFollowTheConfiguration() throws Exception {
        kit.client.patch("/v2/account/configurations", "{\"no_shorting\":true,\"max_margin_multiplier\":\"2\"}");

        Answer refused = kit.client.order("symbol=IBM qty=1 side=sell type=market time_in_force=day");

        assertThat(refused.at("message")).isEqualTo("asset \"IBM\" cannot be sold short");
        assertThat(kit.client.get("/v2/account").at("buying_power")).isEqualTo("200000");
        assertThat(kit.client.get("/v2/account/configurations").at("no_shorting"))
                .isEqualTo("true");
    }

    @Test
    void shouldKeepAccountsApart() throws Exception {
        kit.simulator.ask(venue -> {
            venue.openAccount(new ApiKey("second", "other", 1), AlpacaKit.e8("5000"));
            return venue;
        });
        AlpacaClient other = new AlpacaClient(kit.simulator.port(), "second", "other");

        String id = kit.place("symbol=IBM qty=10 side=buy type=market time_in_force=day");

        assertThat(other.get("/v2/account").at("cash")).isEqualTo("5000");
        assertThat(other.get("/v2/orders/" + id).status()).isEqualTo(404);
        assertThat(other.get("/v2/positions").size()).isZero();
    }

    @Test
    void shouldListAssetsAndFindOneByPair() throws Exception {
        Answer active = kit.client.get("/v2/assets?status=active&asset_class=us_equity");

        assertThat(active.size()).isEqualTo(7);
        assertThat(active.body()).doesNotContain("FAKEPACA", "TWTR");
        assertThat(kit.client.get("/v2/assets/BTC%2FUSD").at("class")).isEqualTo("crypto");
        assertThat(kit.client.get("/v2/assets/BLAH").at("message")).isEqualTo("asset not found for BLAH");
    }

    @Test
    void shouldTurnAwayWrongKeys() throws Exception {
        Answer none = kit.client.getWithoutKey("/v2/account");
        Answer wrong = new AlpacaClient(kit.simulator.port(), "test-key", "wrong").get("/v2/account");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.body()).isEqualTo("{\"message\":\"unauthorized.\"}");
        assertThat(wrong.at("code")).isEqualTo("40110000");
    }

    @Test
    void shouldCountRequestsAndRefuseWhatIsTooMuch() throws Exception {
        Answer first = kit.client.get("/v2/clock");
        int left = Integer.parseInt(
                first.response().headers().firstValue("X-RateLimit-Remaining").orElseThrow());
        for (int i = 0; i < left; i++) {
            kit.client.get("/v2/clock");
        }

        Answer refused = kit.client.get("/v2/clock");

        assertThat(left).isEqualTo(999);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"code\":42910000,\"message\":\"rate limit exceeded\"}");
        assertThat(refused.response().headers().firstValue("X-RateLimit-Remaining"))
                .contains("0");
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("60");
        kit.pass(Duration.ofMinutes(1));
        assertThat(kit.client.get("/v2/clock").status()).isEqualTo(200);
    }

    @Test
    void shouldTellEquityOverTime() throws Exception {
        kit.quote("IBM", "200.00", "200.00");
        kit.place("symbol=IBM qty=10 side=buy type=market time_in_force=day");
        kit.print("IBM", "201.00");
        kit.pass(Duration.ofSeconds(30));

        Answer minutes = kit.client.get("/v2/account/portfolio/history?period=1D&timeframe=1Min");
        Answer days = kit.client.get("/v2/account/portfolio/history");

        assertThat(minutes.at("timeframe")).isEqualTo("1Min");
        assertThat(minutes.at("timestamp.0")).isEqualTo("1773153000");
        assertThat(minutes.at("equity.0")).isEqualTo("100010");
        assertThat(days.at("timestamp.0")).isEqualTo("1773115200");
        assertThat(days.at("profit_loss.0")).isEqualTo("0");
        assertThat(kit.client
                        .get("/v2/account/portfolio/history?timeframe=7Moons")
                        .status())
                .isEqualTo(422);
        assertThat(kit.client.get("/v2/account/portfolio/history?period=long").status())
                .isEqualTo(422);
    }
}
