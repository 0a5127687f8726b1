package io.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.VenueAdmin.Balance;
import io.lockstep.engine.port.VenueAdmin.Health;
import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.engine.port.VenueException;
import java.util.List;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlpacaAdminTest {
    private static final String POSITION =
            "{\"symbol\":\"SPY\",\"qty\":\"%s\",\"qty_available\":\"%s\",\"avg_entry_price\":\"590.5\",\"current_price\":\"600.123\",\"asset_class\":\"us_equity\"}";

    private GatewayHarness harness;
    private AlpacaAdmin admin;

    @BeforeEach
    void open() throws InterruptedException {
        harness = new GatewayHarness(false, false);
        admin = new AlpacaAdmin(harness.settings, GatewayHarness.KEY, harness.transport, SystemEpochNanoClock.INSTANCE);
    }

    @AfterEach
    void close() {
        admin.close();
        harness.close();
    }

    @Test
    void shouldListOrdersPositionsAndCash() {
        harness.venue.on("GET /v2/orders?", 200, "[" + harness.order(42, "new", "3") + "]");
        harness.venue.on("GET /v2/positions", 200, "[" + POSITION.formatted("-5", "-5") + "]");

        assertThat(admin.openOrders())
                .containsExactly(new OpenOrder(
                        "SPY",
                        harness.ids.of(42, 3).toString(),
                        "v-42",
                        true,
                        10 * FixedPoint.ONE,
                        3 * FixedPoint.ONE,
                        600 * FixedPoint.ONE));
        assertThat(admin.positions())
                .containsExactly(new OpenPosition("SPY", -5 * FixedPoint.ONE, FixedPoint.parse("590.5")));
        assertThat(admin.balances()).containsExactly(new Balance("USD", 100_000 * FixedPoint.ONE, 0));
    }

    @Test
    void shouldCancelTheOrdersOfASymbolAndForgiveWhatHasEnded() {
        harness.venue.on(
                "GET /v2/orders?", 200, "[" + harness.order(1, "new", "0") + "," + harness.order(2, "new", "0") + "]");
        harness.venue.on("DELETE /v2/orders/v-1", 204, "");
        harness.venue.on("DELETE /v2/orders/v-2", 422, "{\"code\":42210000,\"message\":\"order is already in state\"}");

        admin.cancelAll("SPY");

        assertThat(harness.venue.requests())
                .containsSubsequence("DELETE /v2/orders/v-1", "DELETE /v2/orders/v-2")
                .anyMatch(line -> line.endsWith("&symbols=SPY"));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, sell, 594.13, 10", "-4, -4, buy, 606.12, 4", "10, 6, sell, 594.13, 6"})
    void shouldCloseAPositionInsideTheCollar(String held, String free, String side, String limit, String quantity)
            throws InterruptedException {
        harness.venue.on("GET /v2/positions/SPY", 200, POSITION.formatted(held, free));
        harness.venue.on("POST /v2/orders", 200, harness.order(42, "new", "0"));

        admin.close(new OpenPosition("SPY", 10 * FixedPoint.ONE, 0), 100);

        assertThat(harness.venue.await("POST /v2/orders", 1).body())
                .contains(
                        "\"qty\":\"" + quantity + "\"",
                        "\"side\":\"" + side + "\"",
                        "\"type\":\"limit\"",
                        "\"limit_price\":\"" + limit + "\"",
                        side + "_to_close",
                        "\"client_order_id\":\"LS-ADMIN-");
    }

    @Test
    void shouldNotCloseWhatIsFlatOrHeldByOrders() {
        OpenPosition position = new OpenPosition("SPY", 10 * FixedPoint.ONE, 0);
        harness.venue.on("GET /v2/positions/SPY", 404, "{\"code\":40410000,\"message\":\"position does not exist\"}");
        admin.close(position, 100);
        harness.venue.on("GET /v2/positions/SPY", 200, POSITION.formatted("10", "0"));

        assertThatThrownBy(() -> admin.close(position, 100))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("open orders hold all of it");
        assertThat(harness.venue.requests()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void shouldSayWhatTheAccessIsWorth() {
        Health health = admin.health();

        assertThat(health.canTrade()).isTrue();
        assertThat(health.canWithdraw()).isFalse();
        assertThat(health.roundTripNs()).isPositive();
        assertThat(health.findings()).containsExactly("account PA1 is ACTIVE, equity 100000 USD");
    }

    @Test
    void shouldThrowTheVenuesOwnWords() {
        harness.venue.on("GET /v2/orders?", 401, "{\"message\":\"unauthorized.\"}");

        assertThatThrownBy(() -> admin.openOrders())
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("unauthorized.")
                .hasMessageNotContaining("VERY_SECRET");
        assertThat(List.of(admin.toString())).noneMatch(text -> text.contains("VERY_SECRET"));
    }
}
