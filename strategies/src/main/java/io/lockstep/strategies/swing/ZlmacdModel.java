package io.lockstep.strategies.swing;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.indicator.channel.Ichimoku;
import io.lockstep.strategies.indicator.trend.Adx;
import io.lockstep.strategies.indicator.trend.Macd;
import io.lockstep.strategies.indicator.volatility.Atr;
import io.lockstep.strategies.trade.SignalModel;
import io.lockstep.strategies.trade.Timeframe;

/**
 * Zero-lag MACD cross within an Ichimoku cloud on one instrument. Leaves when price touches the kijun, closes on the wrong side of the
 * cloud, or the MACD crosses back.
 */
final class ZlmacdModel implements SignalModel {
    private static final int PERIOD = 14;

    private final Settings settings;
    private final ZlmacdInputs inputs = new ZlmacdInputs();
    private IndicatorHandle macd = new IndicatorHandle(0, 0);
    private IndicatorHandle cloud = macd;
    private IndicatorHandle adx = macd;
    private IndicatorHandle atr = macd;
    private double range = Double.NaN;
    private double low;
    private double high;
    private double score;
    private int direction;

    ZlmacdModel(Settings settings) {
        this.settings = settings;
    }

    /**
     * Timeframe, periods, weights and gates.
     *
     * @param timeframe of entry and exit
     * @param macd fast, slow and signal bars
     * @param cloud tenkan, kijun, long and shift bars
     * @param weights of the score
     * @param minScore least score
     * @param minAdx least ADX
     */
    record Settings(
            Timeframe timeframe, Periods macd, Periods cloud, ZlmacdScore weights, double minScore, double minAdx) {
        static Settings read(StrategyParameters parameters) {
            return new Settings(
                    Timeframe.read(parameters, "tf", "1h"),
                    Periods.read(parameters, "macd", "12/26/9"),
                    Periods.read(parameters, "ichi", "9/26/52/26"),
                    new ZlmacdScore(
                            parameters.number("wCross", 1, 0, 10),
                            parameters.number("wCloud", 1, 0, 10),
                            parameters.number("wTk", 1, 0, 10),
                            parameters.number("wColor", 0.5, 0, 10)),
                    parameters.number("score", 3, 0, 40),
                    parameters.number("adxMin", 25, 0, 100));
        }
    }

    @Override
    public void declare(StrategyDeclaration declaration, int instrumentId) {
        String timeframe = settings.timeframe().label();
        Periods m = settings.macd();
        Periods c = settings.cloud();
        macd = declaration.onBars(instrumentId, timeframe, Macd.zeroLag(m.get(0), m.get(1), m.get(2)));
        cloud = declaration.onBars(instrumentId, timeframe, new Ichimoku(c.get(0), c.get(1), c.get(2), c.get(3)));
        adx = declaration.onBars(instrumentId, timeframe, new Adx(PERIOD));
        atr = declaration.onBars(instrumentId, timeframe, new Atr(PERIOD));
    }

    @Override
    public Timeframe timeframe() {
        return settings.timeframe();
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        range = context.value(atr, Atr.VALUE);
        low = FixedPoint.toDouble(bar.low());
        high = FixedPoint.toDouble(bar.high());
        read(context, FixedPoint.toDouble(bar.close()));
        boolean ready = inputs.isReady() && context.value(adx, Adx.ADX) >= settings.minAdx();
        direction = ready ? judge() : 0;
    }

    @Override
    public int direction() {
        return direction;
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public double range() {
        return range;
    }

    @Override
    public boolean wantsExit(int sign) {
        double worst = sign > 0 ? low : high;
        boolean throughKijun = sign * (worst - inputs.kijun) <= 0;
        boolean throughCloud = sign * (inputs.close - inputs.cloudEdge(-sign)) < 0;
        return throughKijun || throughCloud || inputs.cross == -sign;
    }

    private int judge() {
        double up = settings.weights().of(1, inputs);
        double down = settings.weights().of(-1, inputs);
        score = Math.max(up, down);
        if (up >= settings.minScore()) {
            return 1;
        }
        return down >= settings.minScore() ? -1 : 0;
    }

    private void read(StrategyContext context, double close) {
        inputs.histogram(context.value(macd, Macd.HISTOGRAM));
        inputs.close = close;
        inputs.tenkan = context.value(cloud, Ichimoku.TENKAN);
        inputs.kijun = context.value(cloud, Ichimoku.KIJUN);
        inputs.spanA = context.value(cloud, Ichimoku.SPAN_A);
        inputs.spanB = context.value(cloud, Ichimoku.SPAN_B);
    }
}
