package io.lockstep.strategies.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.Golden;
import io.lockstep.strategies.indicator.channel.Donchian;
import io.lockstep.strategies.indicator.channel.Ichimoku;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.momentum.Acceleration;
import io.lockstep.strategies.indicator.momentum.Momentum;
import io.lockstep.strategies.indicator.momentum.Rsi;
import io.lockstep.strategies.indicator.trend.Adx;
import io.lockstep.strategies.indicator.trend.Ema;
import io.lockstep.strategies.indicator.trend.Macd;
import io.lockstep.strategies.indicator.trend.Zlhma;
import io.lockstep.strategies.indicator.volume.VolumeRatio;
import io.lockstep.strategies.trade.Cooldown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Votes, gates, scores and entries of the four rule classes, row by row, with the overrides the table was made with. */
class SwingGoldenTest {
    private static final int COOLDOWN_BARS = 48;
    private static final double MIN_ADX = 25;

    private final Adx adx = new Adx(14);
    private final Donchian channel = new Donchian(20);
    private final VolumeRatio volume = new VolumeRatio(20);
    private final Cooldown cooldown = new Cooldown(COOLDOWN_BARS);

    @Test
    void shouldEqualTheGoldenVotesOfPriceExtremes() {
        Golden.Table golden = Golden.table("strategies.csv");
        List<Bar> bars = Golden.bars();
        TfpeVotes votes = new TfpeVotes(TfpeSettings.read(parameters(Map.of("momMin", 1.0))));
        TfpeInputs inputs = new TfpeInputs();
        HourBars hours = new HourBars();
        Donchian trend = new Donchian(20);
        Rsi rsi = new Rsi(14);
        Ema average = new Ema(12, Seed.SMA);
        Momentum momentum = new Momentum(20);

        for (int row = 0; row < golden.size(); row++) {
            Bar bar = bars.get(row);
            boolean last = row + 1 == bars.size() || bars.get(row + 1).sessionId() != bar.sessionId();
            hours.add(bar, last, trend);
            feed(bar, adx, channel, volume, rsi, average, momentum);
            boolean ready = isReady(trend, adx, channel, rsi, average, momentum);
            double close = FixedPoint.toDouble(bar.close());
            inputs.trendUp = trend.output(Donchian.POSITION) > 0.5;
            inputs.trendWidth = trend.output(Donchian.WIDTH);
            inputs.position = channel.output(Donchian.POSITION);
            inputs.hasRange = channel.output(Donchian.WIDTH) > 0;
            inputs.rsi = rsi.output(0);
            inputs.momentum = momentum.output(Momentum.ABSOLUTE);
            inputs.averageDistance = Math.abs(close - average.output(0)) / close;
            inputs.volumeRatio = volume.output(VolumeRatio.RATIO);
            votes.evaluate(inputs);

            assertThat(ready ? "" + votes.votes() : "").as("row %s", row).isEqualTo(golden.text(row, "tfpe_votes"));
            assertThat(ready ? "" + votes.direction() : "").as("row %s", row).isEqualTo(golden.text(row, "tfpe_dir"));
            int wanted = ready && votes.votes() >= 4 ? votes.direction() : 0;
            assertThat(entry(row, wanted)).as("row %s", row).isEqualTo(golden.integer(row, "tfpe_sig"));
        }
    }

    @Test
    void shouldEqualTheGoldenGatesOfMomentum() {
        Golden.Table golden = Golden.table("strategies.csv");
        List<Bar> bars = Golden.bars();
        Map<String, Object> overrides = Map.of("adxMin", 25, "diDiff", 12, "volRatio", 1.5, "width", 0.012);
        MomentumGates gates = MomentumGates.read(parameters(overrides));
        MomentumInputs inputs = new MomentumInputs();
        Acceleration acceleration = new Acceleration(20);

        for (int row = 0; row < golden.size(); row++) {
            feed(bars.get(row), adx, channel, volume, acceleration);
            boolean ready = isReady(adx, acceleration);
            inputs.adx = adx.output(Adx.ADX);
            inputs.diDifference = adx.output(Adx.PLUS_DI) - adx.output(Adx.MINUS_DI);
            inputs.volumeRatio = volume.output(VolumeRatio.RATIO);
            inputs.acceleration = acceleration.output(0);
            inputs.position = channel.output(Donchian.POSITION);
            inputs.width = channel.output(Donchian.WIDTH);
            int open = gates.open(inputs);

            assertThat(ready ? "" + open : "").as("row %s", row).isEqualTo(golden.text(row, "mom_mask"));
            int wanted = ready && open == MomentumGates.ALL ? MomentumGates.side(inputs) : 0;
            assertThat(entry(row, wanted)).as("row %s", row).isEqualTo(golden.integer(row, "mom_sig"));
        }
    }

    @Test
    void shouldEqualTheGoldenScoreOfTheAverageCross() {
        Golden.Table golden = Golden.table("strategies.csv");
        List<Bar> bars = Golden.bars();
        ZlhmaScore score = new ZlhmaScore(2, 1, 0.5, 200);
        Ema fast = new Ema(50, Seed.FIRST);
        Ema slow = new Ema(200, Seed.FIRST);
        Zlhma hull = new Zlhma(14);

        for (int row = 0; row < golden.size(); row++) {
            Bar bar = bars.get(row);
            feed(bar, fast, slow, hull, adx);
            double side = FixedPoint.toDouble(bar.close()) - hull.output(Zlhma.VALUE);
            score.onBar(fast.output(0) - slow.output(0), side, hull.output(Zlhma.SLOPE));

            assertThat(score.score()).as("row %s", row).isEqualTo(golden.number(row, "zlhma_score"));
            int wanted = Math.abs(score.score()) >= 2.5 ? (int) Math.signum(score.score()) : 0;
            assertThat(entry(row, wanted)).as("row %s", row).isEqualTo(golden.integer(row, "zlhma_sig"));
        }
    }

    @Test
    void shouldEqualTheGoldenScoresOfTheCloudCross() {
        Golden.Table golden = Golden.table("strategies.csv");
        List<Bar> bars = Golden.bars();
        ZlmacdScore score = new ZlmacdScore(1, 1, 1, 0.5);
        ZlmacdInputs inputs = new ZlmacdInputs();
        Macd macd = Macd.zeroLag(12, 26, 9);
        Ichimoku cloud = new Ichimoku(9, 26, 52, 26);

        for (int row = 0; row < golden.size(); row++) {
            Bar bar = bars.get(row);
            feed(bar, macd, cloud, adx);
            inputs.histogram(macd.output(Macd.HISTOGRAM));
            inputs.close = FixedPoint.toDouble(bar.close());
            inputs.tenkan = cloud.output(Ichimoku.TENKAN);
            inputs.kijun = cloud.output(Ichimoku.KIJUN);
            inputs.spanA = cloud.output(Ichimoku.SPAN_A);
            inputs.spanB = cloud.output(Ichimoku.SPAN_B);
            boolean ready = inputs.isReady() && isReady(adx);
            double up = ready ? score.of(1, inputs) : 0;
            double down = ready ? score.of(-1, inputs) : 0;

            assertThat(up).as("row %s", row).isEqualTo(golden.number(row, "zlmi_long"));
            assertThat(down).as("row %s", row).isEqualTo(golden.number(row, "zlmi_short"));
            int wanted = up >= 3 ? 1 : down >= 3 ? -1 : 0;
            assertThat(entry(row, wanted)).as("row %s", row).isEqualTo(golden.integer(row, "zlmi_sig"));
        }
    }

    /** The entry left of what the rules want after the trend gate and the pause, counted in bars. */
    private int entry(int row, int wanted) {
        boolean enters = wanted != 0 && adx.output(Adx.ADX) >= MIN_ADX && cooldown.isOver(row);
        if (enters) {
            cooldown.start(row);
        }
        return enters ? wanted : 0;
    }

    private static void feed(Bar bar, BarIndicator... indicators) {
        for (BarIndicator indicator : indicators) {
            indicator.onBar(bar);
        }
    }

    private static boolean isReady(BarIndicator... indicators) {
        for (BarIndicator indicator : indicators) {
            if (Double.isNaN(indicator.output(
                    indicator instanceof Donchian ? Donchian.POSITION : indicator.outputCount() - 1))) {
                return false;
            }
        }
        return true;
    }

    private static StrategyParameters parameters(Map<String, Object> given) {
        return new StrategyParameters("test", given);
    }

    /** Builds hours of twelve bars from the session's start; the last of a session may be short. */
    private static final class HourBars {
        private Bar hour = new Bar();
        private int count;

        void add(Bar bar, boolean lastOfSession, BarIndicator indicator) {
            boolean first = count == 0;
            long high = first ? bar.high() : Math.max(hour.high(), bar.high());
            long low = first ? bar.low() : Math.min(hour.low(), bar.low());
            hour.prices(first ? bar.open() : hour.open(), high, low, bar.close());
            count++;
            if (count == 12 || lastOfSession) {
                indicator.onBar(hour);
                hour = new Bar();
                count = 0;
            }
        }
    }
}
