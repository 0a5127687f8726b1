package io.lockstep.strategies.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.BarSeries;
import io.lockstep.strategies.indicator.channel.Donchian;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.momentum.Cci;
import io.lockstep.strategies.indicator.momentum.MoneyFlowIndex;
import io.lockstep.strategies.indicator.momentum.Rsi;
import io.lockstep.strategies.indicator.momentum.Stochastic;
import io.lockstep.strategies.indicator.momentum.StochasticRsi;
import io.lockstep.strategies.indicator.momentum.ZScore;
import io.lockstep.strategies.indicator.trend.Adx;
import io.lockstep.strategies.indicator.trend.Ema;
import io.lockstep.strategies.indicator.trend.Sma;
import io.lockstep.strategies.indicator.trend.SuperTrend;
import io.lockstep.strategies.indicator.trend.Wma;
import io.lockstep.strategies.indicator.volatility.Bollinger;
import io.lockstep.strategies.indicator.volume.SessionVwap;
import io.lockstep.strategies.indicator.volume.VolumeRatio;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeRuleTest {
    static Stream<Arguments> motionless() {
        return Stream.of(
                Arguments.of("RSI", new Rsi(3), 0, 50.0),
                Arguments.of("stochastic K", new Stochastic(3, 1, 1), Stochastic.K, 50.0),
                Arguments.of("stochastic RSI", new StochasticRsi(2, 2, 1, 1), StochasticRsi.RAW, 50.0),
                Arguments.of("money flow", new MoneyFlowIndex(3), 0, 50.0),
                Arguments.of("CCI", new Cci(3), 0, 0.0),
                Arguments.of("z-score", new ZScore(3), 0, 0.0),
                Arguments.of("%b", new Bollinger(3, 2), Bollinger.POSITION, 0.5),
                Arguments.of("price position", new Donchian(3), Donchian.POSITION, 0.5),
                Arguments.of("+DI", new Adx(2), Adx.PLUS_DI, 0.0),
                Arguments.of("ADX", new Adx(2), Adx.ADX, 0.0));
    }

    @ParameterizedTest(name = "{0} = {3}")
    @MethodSource("motionless")
    void shouldHaveTheFixedValueWhenNothingMoves(String name, BarIndicator indicator, int output, double expected) {
        BarSeries.flat("10", "10", "10", "10", "10", "10").forEach(indicator::onBar);

        assertThat(indicator.output(output)).isEqualTo(expected);
    }

    @Test
    void shouldGiveTheCloseAsVwapWhileNothingTraded() {
        SessionVwap vwap = new SessionVwap();
        Bar silent = BarSeries.of("10 12 9 11").get(0).volume(0, 0, 0);

        vwap.onBar(silent);

        assertThat(vwap.output(SessionVwap.VWAP)).isEqualTo(11);
        assertThat(vwap.output(SessionVwap.DEVIATION)).isZero();
    }

    @Test
    void shouldStartVwapAnewWithTheSession() {
        SessionVwap vwap = new SessionVwap();
        BarSeries.flat("10", "20").forEach(vwap::onBar);
        Bar next = BarSeries.flat("50").get(0).at(0, 300, 0, 20_250_304);

        vwap.onBar(next);

        assertThat(vwap.output(SessionVwap.VWAP)).isEqualTo(50);
        assertThat(vwap.output(SessionVwap.DEVIATION)).isZero();
    }

    @Test
    void shouldNotBeReadyWhenMeanVolumeIsZero() {
        VolumeRatio ratio = new VolumeRatio(2);

        BarSeries.flat("10", "10").forEach(bar -> ratio.onBar(bar.volume(0, 0, 0)));

        assertThat(ratio.isReady()).isFalse();
    }

    @Test
    void shouldCountATieOfMovementsForNeitherDirection() {
        Adx adx = new Adx(2);

        BarSeries.of("10 11 9 10", "10 12 8 10", "10 13 7 10", "10 14 6 10").forEach(adx::onBar);

        assertThat(adx.output(Adx.PLUS_DI)).isZero();
        assertThat(adx.output(Adx.MINUS_DI)).isZero();
    }

    @Test
    void shouldWeighNewestMostInWeightedAverage() {
        Wma wma = new Wma(3);

        BarSeries.flat("1", "2", "3", "7").forEach(wma::onBar);

        assertThat(wma.output(0)).isEqualTo((2 + 2 * 3 + 3 * 7) / 6.0);
    }

    @Test
    void shouldSeedExponentialAverageByMeanOrByFirst() {
        Ema mean = new Ema(3, Seed.SMA);
        Ema first = new Ema(3, Seed.FIRST);
        List<Bar> bars = BarSeries.flat("1", "2", "6", "5");

        bars.forEach(mean::onBar);
        bars.forEach(first::onBar);

        assertThat(mean.output(0)).isEqualTo(4);
        assertThat(first.output(0)).isEqualTo(4.375);
    }

    @Test
    void shouldFlipSuperTrendWhenCloseCrossesTheBand() {
        SuperTrend trend = new SuperTrend(1, 1);

        BarSeries.flat("10", "11", "11", "15").forEach(trend::onBar);

        assertThat(trend.output(SuperTrend.DIRECTION)).isEqualTo(1);
        assertThat(trend.output(SuperTrend.LINE)).isLessThan(15);
    }

    @Test
    void shouldNotDriftOverAMillionBars() {
        Sma sma = new Sma(3);
        Bollinger bands = new Bollinger(3, 2);
        List<Bar> noise = BarSeries.randomWalk(7, 1_000);
        for (int round = 0; round < 1_000; round++) {
            noise.forEach(sma::onBar);
            noise.forEach(bands::onBar);
        }

        BarSeries.flat("0.1", "0.1", "0.1").forEach(bar -> {
            sma.onBar(bar);
            bands.onBar(bar);
        });

        assertThat(sma.output(0)).isEqualTo(0.1);
        assertThat(bands.output(Bollinger.WIDTH)).isZero();
    }

    @Test
    void shouldKeepDeviationExactForLargePricesThatHardlyMove() {
        Bollinger bands = new Bollinger(2, 1);

        BarSeries.flat("999999.00000001", "999999.00000003").forEach(bands::onBar);

        double deviation = (bands.output(Bollinger.WIDTH) * bands.output(Bollinger.MIDDLE)) / 2;
        assertThat(deviation).isCloseTo(1e-8, within(1.5e-10));
    }

    @Test
    void shouldThrowWhenASumLeaves64Bits() {
        Sma sma = new Sma(2);
        Bar huge = new Bar().prices(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        sma.onBar(huge);

        assertThatThrownBy(() -> sma.onBar(huge)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldRefuseAPeriodBelowItsRange() {
        assertThatThrownBy(() -> new Sma(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capacity=0");
    }
}
