package io.lockstep.simulator.matching;

import static io.lockstep.simulator.matching.VenueKit.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import org.junit.jupiter.api.Test;

class MarginTest {
    private static final long HOUR = 3_600_000_000_000L;

    private final VenueKit venue = VenueKit.perpetual(10);

    @Test
    void shouldRefuseWhatLeverageDoesNotAllow() {
        venue.quote("9999", "100", "10000", "100");

        venue.buyAtMarket("100");
        venue.buyAtMarket("0.1");
        venue.sellAtMarket("100");

        assertThat(venue.story.take())
                .containsExactly(
                        "accepted 1",
                        "fill 1 100@10000 taker",
                        "rejected 2 INSUFFICIENT_MARGIN",
                        "accepted 3",
                        "fill 3 100@9999 taker");
    }

    @Test
    void shouldCountOpenOrdersAtTheirWorst() {
        venue.quote("9999", "100", "10000", "100");
        venue.buy("60", "9000");
        venue.buy("60", "9000");
        venue.sell("60", "11000");

        assertThat(venue.story.take()).containsExactly("accepted 1", "rejected 2 INSUFFICIENT_MARGIN", "accepted 3");
    }

    @Test
    void shouldRealizeProfitOnClosing() {
        venue.quote("100", "10", "100", "10");
        venue.buyAtMarket("2");
        venue.quote("110", "10", "110", "10");
        venue.sellAtMarket("3");

        assertThat(venue.position(0)).isEqualTo("-1");
        assertThat(venue.core.account(0).position(0).realizedPnl()).isEqualTo(e8("20"));
        assertThat(venue.core.account(0).position(0).entryPrice()).isEqualTo(e8("110"));
        assertThat(venue.total(0, "USDT")).isEqualTo("100019.735");
    }

    @Test
    void shouldExchangeFundingBetweenLongAndShort() {
        venue.quote("100", "10", "100", "10");
        venue.buyAtMarket("2");
        venue.submitOther(Side.SELL, "1", "100");
        venue.core.market().onMark(0, e8("105"), e8("0.001"), 8 * HOUR, ++venue.now);
        venue.story.take();

        venue.core.advanceTo(8 * HOUR - 1);
        assertThat(venue.story.take()).isEmpty();
        venue.core.advanceTo(8 * HOUR);
        venue.core.advanceTo(24 * HOUR);

        assertThat(venue.story.take()).containsExactly("funding 0 -0.21", "funding 1 0.105");
    }

    @Test
    void shouldLiquidateAtMaintenanceMargin() {
        venue.quote("10000", "100", "10000", "100");
        venue.buyAtMarket("95");
        venue.buy("1", "9000");
        venue.story.take();
        long price = venue.core.ledger().liquidationPrice(venue.core.account(0), venue.core.instrument(0));
        String below = FixedPoint.format(price - price % e8("0.01"));

        venue.quote("9100", "40", "9100.01", "1");
        venue.story.take();
        venue.core.market().onMark(0, price + e8("1"), FixedPoint.NULL, FixedPoint.NULL, ++venue.now);
        assertThat(venue.story.take()).isEmpty();
        venue.core.market().onMark(0, e8(below), FixedPoint.NULL, FixedPoint.NULL, ++venue.now);

        assertThat(venue.story.take())
                .containsExactly(
                        "liquidation 0",
                        "ended 2 LIQUIDATION",
                        "accepted 0",
                        "fill 0 40@9100 taker",
                        "fill 0 55@" + below + " taker forced");
        assertThat(venue.position(0)).isEqualTo("0");
    }
}
