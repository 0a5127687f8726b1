package io.lockstep.strategies.indicator;

import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.channel.Donchian;
import io.lockstep.strategies.indicator.channel.Ichimoku;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.kernel.Smoothing;
import io.lockstep.strategies.indicator.momentum.Acceleration;
import io.lockstep.strategies.indicator.momentum.Cci;
import io.lockstep.strategies.indicator.momentum.Momentum;
import io.lockstep.strategies.indicator.momentum.MoneyFlowIndex;
import io.lockstep.strategies.indicator.momentum.Rsi;
import io.lockstep.strategies.indicator.momentum.Stochastic;
import io.lockstep.strategies.indicator.momentum.StochasticRsi;
import io.lockstep.strategies.indicator.momentum.ZScore;
import io.lockstep.strategies.indicator.structure.MarketStructure;
import io.lockstep.strategies.indicator.structure.StructureSettings;
import io.lockstep.strategies.indicator.trend.Adx;
import io.lockstep.strategies.indicator.trend.Dema;
import io.lockstep.strategies.indicator.trend.Ema;
import io.lockstep.strategies.indicator.trend.Hma;
import io.lockstep.strategies.indicator.trend.Macd;
import io.lockstep.strategies.indicator.trend.Rma;
import io.lockstep.strategies.indicator.trend.Sma;
import io.lockstep.strategies.indicator.trend.SuperTrend;
import io.lockstep.strategies.indicator.trend.Tema;
import io.lockstep.strategies.indicator.trend.Wma;
import io.lockstep.strategies.indicator.trend.ZlemaDema;
import io.lockstep.strategies.indicator.trend.ZlemaLag;
import io.lockstep.strategies.indicator.trend.Zlhma;
import io.lockstep.strategies.indicator.volatility.Atr;
import io.lockstep.strategies.indicator.volatility.Bollinger;
import io.lockstep.strategies.indicator.volatility.Chandelier;
import io.lockstep.strategies.indicator.volatility.Keltner;
import io.lockstep.strategies.indicator.volatility.RealizedVolatility;
import io.lockstep.strategies.indicator.volume.OnBalanceVolume;
import io.lockstep.strategies.indicator.volume.SessionVwap;
import io.lockstep.strategies.indicator.volume.VolumeRatio;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every bar indicator, and with it the bar, counted from 0, on which it is first ready; -1 where that depends on the prices. */
final class BarIndicators {
    private BarIndicators() {}

    static Stream<Arguments> all() {
        MarketStructure structure = new MarketStructure(StructureSettings.of(FixedPoint.ONE / 100));
        return Stream.concat(timed(), Stream.of(row(structure, -1)));
    }

    static Stream<Arguments> timed() {
        return Stream.concat(averages(), others());
    }

    private static Stream<Arguments> averages() {
        return Stream.of(
                row(new Sma(20), 19),
                row(new Ema(12, Seed.SMA), 11),
                row(new Ema(12, Seed.FIRST), 11),
                row(new Wma(14), 13),
                row(new Rma(14), 13),
                row(new Dema(14), 26),
                row(new Tema(14), 39),
                row(new ZlemaLag(14), 19),
                row(new ZlemaDema(12), 22),
                row(new Hma(14), 15),
                row(new Zlhma(14), 23),
                row(Macd.exponential(12, 26, 9), 33),
                row(Macd.zeroLag(12, 26, 9), 58),
                row(new Adx(14), 27),
                row(new Adx(14, Smoothing.SIMPLE), 27),
                row(new SuperTrend(10, 3), 10));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                row(new Rsi(14), 14),
                row(new Rsi(14, Smoothing.SIMPLE), 14),
                row(new Stochastic(14, 3, 3), 17),
                row(new StochasticRsi(14, 14, 3, 3), 31),
                row(new Cci(20), 19),
                row(new MoneyFlowIndex(14), 14),
                row(new Momentum(10), 10),
                row(new ZScore(20), 19),
                row(new Acceleration(20), 20),
                row(new Atr(14), 14),
                row(new Bollinger(20, 2), 19),
                row(new Keltner(20, 10, 2), 19),
                row(new RealizedVolatility(20, 8_760), 20),
                row(new Chandelier(22, 3), 22),
                row(new Donchian(20), 20),
                row(new Ichimoku(9, 26, 52, 26), 77),
                row(new SessionVwap(), 0),
                row(new OnBalanceVolume(), 0),
                row(new VolumeRatio(20), 19));
    }

    private static Arguments row(BarIndicator indicator, int firstReady) {
        return Arguments.of(indicator, firstReady);
    }
}
