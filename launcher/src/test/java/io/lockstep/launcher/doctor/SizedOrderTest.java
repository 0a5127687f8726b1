package io.lockstep.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizedOrderTest {
    private static final Instrument BTC = new Instrument(
            0,
            Venue.BINANCE_SPOT,
            AssetClass.SPOT,
            "BTCUSDT",
            "BTC",
            "USDT",
            FixedPoint.parse("0.01"),
            FixedPoint.parse("0.001"),
            FixedPoint.parse("0.002"),
            FixedPoint.parse("100"),
            FixedPoint.parse("150"),
            FixedPoint.ONE,
            0,
            0);

    @ParameterizedTest
    @CsvSource({
        "59.99, rounds to zero lots",
        "119.99, is below the venue's smallest quantity 0.002",
        "179.99, is below the venue's smallest notional 150",
        "180, ''"
    })
    void shouldRefuseWhatTheVenueWould(String notional, String refusal) {
        SizedOrder order = SizedOrder.ofNotional(BTC, FixedPoint.parse("60000"), FixedPoint.parse(notional));

        assertThat(order.refusal().orElse("")).isEqualTo(refusal);
    }

    @Test
    void shouldShowTheWholeSum() {
        SizedOrder order = SizedOrder.ofNotional(BTC, FixedPoint.parse("60000"), FixedPoint.parse("500"));

        assertThat(order.arithmetic())
                .isEqualTo("500 / 60000 = 0.00833333, 8 lots of 0.001 = 0.008, x 60000 = 480 USDT");
    }

    @Test
    void shouldCutAQuantityToTheVenuesLargest() {
        SizedOrder order = SizedOrder.ofQuantity(BTC, FixedPoint.parse("60000"), FixedPoint.parse("1000"));

        assertThat(order.quantity()).isEqualTo(FixedPoint.parse("100"));
    }
}
