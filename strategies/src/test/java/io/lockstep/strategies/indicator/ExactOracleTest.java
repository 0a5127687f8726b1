package io.lockstep.strategies.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.BarSeries;
import io.lockstep.strategies.indicator.momentum.MoneyFlowIndex;
import io.lockstep.strategies.indicator.volatility.Bollinger;
import io.lockstep.strategies.indicator.volume.SessionVwap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where doubles would cancel or see a move in a tie: checked against decimals of fifty digits. */
class ExactOracleTest {
    private static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shouldEqualMoneyFlowInDecimals(long seed) {
        List<Bar> bars = BarSeries.randomWalk(seed, 300);
        MoneyFlowIndex indicator = new MoneyFlowIndex(14);

        for (int i = 0; i < bars.size(); i++) {
            indicator.onBar(bars.get(i));
            if (i >= 14) {
                assertThat(indicator.output(0)).isCloseTo(moneyFlow(bars, i), within(1e-11));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shouldEqualVwapDeviationInDecimals(long seed) {
        List<Bar> bars = BarSeries.randomWalk(seed, 78);
        SessionVwap indicator = new SessionVwap();

        for (int i = 0; i < bars.size(); i++) {
            indicator.onBar(bars.get(i));
            double expected = vwapDeviation(bars.subList(0, i + 1));
            assertThat(indicator.output(SessionVwap.DEVIATION)).isCloseTo(expected, within(1e-12 + 1e-10 * expected));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shouldEqualBollingerWidthInDecimals(long seed) {
        List<Bar> bars = BarSeries.randomWalk(seed, 300);
        Bollinger indicator = new Bollinger(20, 2);

        for (int i = 0; i < bars.size(); i++) {
            indicator.onBar(bars.get(i));
            if (i >= 19) {
                double expected = bollingerWidth(bars.subList(i - 19, i + 1));
                assertThat(indicator.output(Bollinger.WIDTH)).isCloseTo(expected, within(1e-13));
            }
        }
    }

    private static double moneyFlow(List<Bar> bars, int last) {
        BigDecimal in = BigDecimal.ZERO;
        BigDecimal out = BigDecimal.ZERO;
        for (int i = last - 13; i <= last; i++) {
            BigDecimal flow = typical(bars.get(i))
                    .multiply(FixedPoint.toBigDecimal(bars.get(i).volume()));
            int sign = typical(bars.get(i)).compareTo(typical(bars.get(i - 1)));
            in = sign > 0 ? in.add(flow) : in;
            out = sign < 0 ? out.add(flow) : out;
        }
        return in.multiply(BigDecimal.valueOf(100)).divide(in.add(out), DIGITS).doubleValue();
    }

    private static double vwapDeviation(List<Bar> bars) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal volume = BigDecimal.ZERO;
        for (Bar bar : bars) {
            BigDecimal price = typical(bar).divide(THREE, DIGITS);
            BigDecimal quantity = FixedPoint.toBigDecimal(bar.volume());
            value = value.add(price.multiply(quantity));
            squares = squares.add(price.multiply(price).multiply(quantity));
            volume = volume.add(quantity);
        }
        if (volume.signum() == 0) {
            return 0;
        }
        BigDecimal mean = value.divide(volume, DIGITS);
        BigDecimal variance = squares.divide(volume, DIGITS).subtract(mean.multiply(mean));
        return variance.max(BigDecimal.ZERO).sqrt(DIGITS).doubleValue();
    }

    private static double bollingerWidth(List<Bar> bars) {
        BigDecimal count = BigDecimal.valueOf(bars.size());
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (Bar bar : bars) {
            BigDecimal close = FixedPoint.toBigDecimal(bar.close());
            sum = sum.add(close);
            squares = squares.add(close.multiply(close));
        }
        BigDecimal mean = sum.divide(count, DIGITS);
        BigDecimal variance = squares.divide(count, DIGITS).subtract(mean.multiply(mean));
        BigDecimal deviation = variance.max(BigDecimal.ZERO).sqrt(DIGITS);
        return deviation.multiply(BigDecimal.valueOf(4)).divide(mean, DIGITS).doubleValue();
    }

    private static BigDecimal typical(Bar bar) {
        return FixedPoint.toBigDecimal(Math.addExact(bar.high(), Math.addExact(bar.low(), bar.close())));
    }
}
