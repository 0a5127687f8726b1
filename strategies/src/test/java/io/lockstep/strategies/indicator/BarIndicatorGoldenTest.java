package io.lockstep.strategies.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.strategies.Golden;
import io.lockstep.strategies.indicator.channel.Donchian;
import io.lockstep.strategies.indicator.channel.Ichimoku;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.kernel.Smoothing;
import io.lockstep.strategies.indicator.momentum.Cci;
import io.lockstep.strategies.indicator.momentum.Momentum;
import io.lockstep.strategies.indicator.momentum.MoneyFlowIndex;
import io.lockstep.strategies.indicator.momentum.Rsi;
import io.lockstep.strategies.indicator.momentum.Stochastic;
import io.lockstep.strategies.indicator.momentum.StochasticRsi;
import io.lockstep.strategies.indicator.momentum.ZScore;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BarIndicatorGoldenTest {
    private static final double TOLERANCE = 1e-9;

    /** The table's typical prices are doubles, which differ in the last bit where the exact ones tie. */
    private static final String MONEY_FLOW = "momentum.csv mfi14";

    /** The table's deviation is the root of a difference of two large doubles: its square is right to a few parts in 1e15 of price squared. */
    private static final String VWAP_DEVIATION = "volume.csv vwap_sigma";

    static Stream<Arguments> columns() {
        return Stream.of(trend(), momentum(), volatility(), channels(), volume())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> trend() {
        String file = "trend.csv";
        return Stream.of(
                column(file, "sma20", new Sma(20), 0),
                column(file, "ema12_sma", new Ema(12, Seed.SMA), 0),
                column(file, "ema26_sma", new Ema(26, Seed.SMA), 0),
                column(file, "ema50_first", new Ema(50, Seed.FIRST), 0),
                column(file, "ema200_first", new Ema(200, Seed.FIRST), 0),
                column(file, "wma14", new Wma(14), 0),
                column(file, "rma14", new Rma(14), 0),
                column(file, "dema14", new Dema(14), 0),
                column(file, "tema14", new Tema(14), 0),
                column(file, "zlema_lag14", new ZlemaLag(14), 0),
                column(file, "zlema_dema12", new ZlemaDema(12), 0),
                column(file, "hma14", new Hma(14), 0),
                column(file, "zlhma14", new Zlhma(14), Zlhma.VALUE),
                column(file, "macd", Macd.exponential(12, 26, 9), Macd.LINE),
                column(file, "macd_sig", Macd.exponential(12, 26, 9), Macd.SIGNAL),
                column(file, "macd_hist", Macd.exponential(12, 26, 9), Macd.HISTOGRAM),
                column(file, "zlmacd", Macd.zeroLag(12, 26, 9), Macd.LINE),
                column(file, "zlmacd_sig", Macd.zeroLag(12, 26, 9), Macd.SIGNAL),
                column(file, "zlmacd_hist", Macd.zeroLag(12, 26, 9), Macd.HISTOGRAM),
                column(file, "adx14_pdi", new Adx(14), Adx.PLUS_DI),
                column(file, "adx14_mdi", new Adx(14), Adx.MINUS_DI),
                column(file, "adx14", new Adx(14), Adx.ADX),
                column(file, "supertrend", new SuperTrend(10, 3), SuperTrend.LINE),
                column(file, "supertrend_dir", new SuperTrend(10, 3), SuperTrend.DIRECTION));
    }

    private static Stream<Arguments> momentum() {
        String file = "momentum.csv";
        return Stream.of(
                column(file, "rsi14", new Rsi(14), 0),
                column(file, "rsi14_cutler", new Rsi(14, Smoothing.SIMPLE), 0),
                column(file, "stoch_k_14_3", new Stochastic(14, 3, 3), Stochastic.K),
                column(file, "stoch_d_3", new Stochastic(14, 3, 3), Stochastic.D),
                column(file, "stochrsi_raw_14_14", new StochasticRsi(14, 14, 3, 3), StochasticRsi.RAW),
                column(file, "stochrsi_k3", new StochasticRsi(14, 14, 3, 3), StochasticRsi.K),
                column(file, "stochrsi_d3", new StochasticRsi(14, 14, 3, 3), StochasticRsi.D),
                column(file, "roc10", new Momentum(10), Momentum.RATE_OF_CHANGE),
                column(file, "mom10", new Momentum(10), Momentum.CHANGE),
                column(file, "absmom20_pct", new Momentum(20), Momentum.ABSOLUTE),
                column(file, "cci20", new Cci(20), 0),
                column(file, "zscore20", new ZScore(20), 0));
    }

    private static Stream<Arguments> volatility() {
        String file = "volatility.csv";
        return Stream.of(
                column(file, "atr14", new Atr(14), Atr.VALUE),
                column(file, "atr14_sma", new Atr(14, Smoothing.SIMPLE), Atr.VALUE),
                column(file, "natr14", new Atr(14), Atr.PERCENT),
                column(file, "bb_mid", new Bollinger(20, 2), Bollinger.MIDDLE),
                column(file, "bb_up", new Bollinger(20, 2), Bollinger.UPPER),
                column(file, "bb_lo", new Bollinger(20, 2), Bollinger.LOWER),
                column(file, "bb_pctb", new Bollinger(20, 2), Bollinger.POSITION),
                column(file, "bb_width", new Bollinger(20, 2), Bollinger.WIDTH),
                column(file, "kelt_mid", new Keltner(20, 10, 2), Keltner.MIDDLE),
                column(file, "kelt_up", new Keltner(20, 10, 2), Keltner.UPPER),
                column(file, "kelt_lo", new Keltner(20, 10, 2), Keltner.LOWER),
                column(file, "rv20", new RealizedVolatility(20, 19_656), 0),
                column(file, "chand_long22_3", new Chandelier(22, 3), Chandelier.LONG_STOP),
                column(file, "chand_short22_3", new Chandelier(22, 3), Chandelier.SHORT_STOP));
    }

    private static Stream<Arguments> channels() {
        String file = "channels.csv";
        return Stream.of(
                column(file, "dc_up20", new Donchian(20), Donchian.UPPER),
                column(file, "dc_lo20", new Donchian(20), Donchian.LOWER),
                column(file, "dc_mid20", new Donchian(20), Donchian.MIDDLE),
                column(file, "dc_pos20", new Donchian(20), Donchian.POSITION),
                column(file, "dc_width20", new Donchian(20), Donchian.WIDTH),
                column(file, "dc_up20_prev", new Donchian(20), Donchian.PREVIOUS_UPPER),
                column(file, "dc_lo20_prev", new Donchian(20), Donchian.PREVIOUS_LOWER),
                column(file, "tenkan9", new Ichimoku(9, 26, 52, 26), Ichimoku.TENKAN),
                column(file, "kijun26", new Ichimoku(9, 26, 52, 26), Ichimoku.KIJUN),
                column(file, "senkou_a", new Ichimoku(9, 26, 52, 26), Ichimoku.SPAN_A),
                column(file, "senkou_b", new Ichimoku(9, 26, 52, 26), Ichimoku.SPAN_B),
                column(file, "cloud_top", new Ichimoku(9, 26, 52, 26), Ichimoku.CLOUD_TOP),
                column(file, "cloud_bot", new Ichimoku(9, 26, 52, 26), Ichimoku.CLOUD_BOTTOM),
                column(file, "cloud_bull", new Ichimoku(9, 26, 52, 26), Ichimoku.BULLISH),
                column(file, "chikou_delta", new Ichimoku(9, 26, 52, 26), Ichimoku.CHIKOU));
    }

    private static Stream<Arguments> volume() {
        String file = "volume.csv";
        return Stream.of(
                column(file, "vwap_session", new SessionVwap(), SessionVwap.VWAP),
                column(file, "obv", new OnBalanceVolume(), 0),
                column(file, "vol_sma20", new VolumeRatio(20), VolumeRatio.MEAN),
                column(file, "vol_ratio20", new VolumeRatio(20), VolumeRatio.RATIO));
    }

    private static Arguments column(String file, String column, BarIndicator indicator, int output) {
        return Arguments.of(file, column, indicator, output);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void shouldEqualTheGoldenColumnOnEveryRow(String file, String column, BarIndicator indicator, int output) {
        Golden.Table expected = Golden.table(file);
        List<Bar> bars = Golden.bars();

        for (int row = 0; row < expected.size(); row++) {
            indicator.onBar(bars.get(row));
            assertClose(indicator.output(output), expected.number(row, column), TOLERANCE, column + " at row " + row);
        }
    }

    @Test
    void shouldEqualTheGoldenMoneyFlowWhereNoTieIsInTheWindow() {
        Golden.Table expected = Golden.table("momentum.csv");
        List<Bar> bars = Golden.bars();
        MoneyFlowIndex indicator = new MoneyFlowIndex(14);
        int lastTie = -14;

        for (int row = 0; row < expected.size(); row++) {
            indicator.onBar(bars.get(row));
            lastTie = row > 0 && typical(bars.get(row)) == typical(bars.get(row - 1)) ? row : lastTie;
            if (row - lastTie >= 14) {
                assertClose(indicator.output(0), expected.number(row, "mfi14"), TOLERANCE, "mfi14 at row " + row);
            }
        }
    }

    @Test
    void shouldEqualTheGoldenVwapDeviationAsFarAsItIsRight() {
        Golden.Table expected = Golden.table("volume.csv");
        List<Bar> bars = Golden.bars();
        SessionVwap indicator = new SessionVwap();

        for (int row = 0; row < expected.size(); row++) {
            indicator.onBar(bars.get(row));
            double deviation = indicator.output(SessionVwap.DEVIATION);
            double table = expected.number(row, "vwap_sigma");
            double price = expected.number(row, "vwap_session");
            assertThat(deviation * deviation).as("row %s", row).isCloseTo(table * table, within(2e-15 * price * price));
        }
    }

    @Test
    void shouldCoverEveryGoldenColumn() {
        Stream<String> exact = columns().map(c -> c.get()[0] + " " + c.get()[1]);
        List<String> covered = Stream.concat(exact, Stream.of(MONEY_FLOW, VWAP_DEVIATION))
                .sorted()
                .toList();

        List<String> present = Stream.of("trend", "momentum", "volatility", "channels", "volume")
                .flatMap(file ->
                        Golden.table(file + ".csv").header().stream().skip(1).map(column -> file + ".csv " + column))
                .sorted()
                .toList();
        assertThat(covered).isEqualTo(present);
    }

    private static long typical(Bar bar) {
        return bar.high() + bar.low() + bar.close();
    }

    private static void assertClose(double actual, double expected, double tolerance, String what) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            double reach = tolerance * Math.max(1e-3, Math.abs(expected));
            assertThat(Math.abs(actual - expected))
                    .as("%s: actual=%s expected=%s", what, actual, expected)
                    .isLessThanOrEqualTo(reach);
        }
    }
}
