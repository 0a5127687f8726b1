package io.lockstep.strategies.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.Golden;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReservationQuotesTest {
    private static final long TICK = FixedPoint.parse("0.1");

    @Test
    void shouldEqualTheGoldenQuotes() {
        Golden.Table golden = Golden.table("avellaneda.csv");

        for (int row = 0; row < golden.size(); row++) {
            ReservationQuotes quotes =
                    new ReservationQuotes(golden.number(row, "gamma"), golden.number(row, "tau_s"), TICK);
            quotes.update(
                    golden.number(row, "mid"),
                    golden.number(row, "inventory"),
                    golden.number(row, "sigma"),
                    golden.number(row, "k"));

            double reservation = golden.number(row, "reservation");
            double half = golden.number(row, "half_spread");
            assertThat(quotes.reservation()).isCloseTo(reservation, within(1e-9 * reservation));
            assertThat(quotes.halfSpread()).isCloseTo(half, within(1e-9 * half));
            assertThat(quotes.bid()).isEqualTo(FixedPoint.of(new BigDecimal(golden.text(row, "bid"))));
            assertThat(quotes.ask()).isEqualTo(FixedPoint.of(new BigDecimal(golden.text(row, "ask"))));
        }
    }

    @Test
    void shouldEqualTheWorkedExample() {
        ReservationQuotes quotes = new ReservationQuotes(0.1, 1, TICK);

        quotes.update(50_000, 3, 2, 1.5);

        assertThat(quotes.reservation()).isCloseTo(49_998.8, within(1e-9));
        assertThat(quotes.halfSpread()).isCloseTo(0.845385, within(1e-6));
        assertThat(FixedPoint.format(quotes.bid())).isEqualTo("49997.9");
        assertThat(FixedPoint.format(quotes.ask())).isEqualTo("49999.7");
    }

    @Test
    void shouldTendToTheInverseOfTheDecayWithoutRiskAversion() {
        ReservationQuotes quotes = new ReservationQuotes(0, 60, TICK);

        quotes.update(100, 5, 2, 4);

        assertThat(quotes.reservation()).isEqualTo(100);
        assertThat(quotes.halfSpread()).isEqualTo(0.25);
    }

    @Test
    void shouldMeasureVolatilityPerRootSecond() {
        MidVolatility volatility = new MidVolatility(60_000_000_000L);
        assertThat(volatility.value()).isNaN();

        for (int second = 0; second <= 600; second++) {
            volatility.onMid(second * 1_000_000_000L, 100 + second % 2);
        }

        assertThat(volatility.value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void shouldFitTheArrivalDecayEachMinuteWithinBounds() {
        ArrivalDecay decay = new ArrivalDecay(1.5, 0.1, 3);
        feed(decay, 0, 0.5);
        double beforeTheMinuteIsOver = decay.value();
        feed(decay, 60, 0.01);
        double fitted = decay.value();
        feed(decay, 120, 0.01);

        assertThat(beforeTheMinuteIsOver).isEqualTo(1.5);
        assertThat(fitted).isEqualTo(2);
        assertThat(decay.value()).isEqualTo(3);
    }

    private static void feed(ArrivalDecay decay, int startSecond, double distance) {
        for (int i = 0; i < 30; i++) {
            decay.onTrade((startSecond + i) * 1_000_000_000L, distance);
        }
    }
}
