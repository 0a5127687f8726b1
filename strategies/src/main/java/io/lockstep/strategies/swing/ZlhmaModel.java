package io.lockstep.strategies.swing;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.kernel.Smoothing;
import io.lockstep.strategies.indicator.trend.Adx;
import io.lockstep.strategies.indicator.trend.Ema;
import io.lockstep.strategies.indicator.trend.Zlhma;
import io.lockstep.strategies.indicator.volatility.Atr;
import io.lockstep.strategies.trade.SignalModel;
import io.lockstep.strategies.trade.Timeframe;

/**
 * Average cross with a zero-lag Hull average on one instrument. Leaves on the opposite cross, or when the close crosses the Hull average
 * against the position.
 */
final class ZlhmaModel implements SignalModel {
    private static final int PERIOD = 14;

    private final Settings settings;
    private final ZlhmaScore score;
    private IndicatorHandle fast = new IndicatorHandle(0, 0);
    private IndicatorHandle slow = fast;
    private IndicatorHandle hull = fast;
    private IndicatorHandle adx = fast;
    private IndicatorHandle atr = fast;
    private double range = Double.NaN;
    private int direction;

    ZlhmaModel(Settings settings) {
        this.settings = settings;
        score = new ZlhmaScore(settings.crossWeight(), settings.slopeWeight(), settings.sideWeight(), settings.slow());
    }

    /**
     * Timeframe, periods, weights and gates.
     *
     * @param timeframe of entry and exit
     * @param hull bars of the Hull average
     * @param fast bars of the fast average
     * @param slow bars of the slow average
     * @param minAdx least ADX
     * @param minScore least score
     * @param crossWeight score of the cross
     * @param slopeWeight score of the Hull average's slope
     * @param sideWeight score of the close's side of the Hull average
     * @param smoothing of ADX and true range
     */
    record Settings(
            Timeframe timeframe,
            int hull,
            int fast,
            int slow,
            double minAdx,
            double minScore,
            double crossWeight,
            double slopeWeight,
            double sideWeight,
            Smoothing smoothing) {

        static Settings read(StrategyParameters parameters) {
            Settings settings = new Settings(
                    Timeframe.read(parameters, "tf", "1h"),
                    parameters.integer("zlhma", 14, 2, 500),
                    parameters.integer("fast", 50, 1, 1_000),
                    parameters.integer("slow", 200, 2, 2_000),
                    parameters.number("adxMin", 25, 0, 100),
                    parameters.number("score", 2.5, 0, 10),
                    parameters.number("wCross", 2, 0, 10),
                    parameters.number("wSlope", 1, 0, 10),
                    parameters.number("wSide", 0.5, 0, 10),
                    Smoothings.read(parameters));
            parameters.requireRule(settings.fast() < settings.slow(), "fast", "less than slow");
            return settings;
        }
    }

    @Override
    public void declare(StrategyDeclaration declaration, int instrumentId) {
        String timeframe = settings.timeframe().label();
        fast = declaration.onBars(instrumentId, timeframe, new Ema(settings.fast(), Seed.FIRST));
        slow = declaration.onBars(instrumentId, timeframe, new Ema(settings.slow(), Seed.FIRST));
        hull = declaration.onBars(instrumentId, timeframe, new Zlhma(settings.hull()));
        adx = declaration.onBars(instrumentId, timeframe, new Adx(PERIOD, settings.smoothing()));
        atr = declaration.onBars(instrumentId, timeframe, new Atr(PERIOD, settings.smoothing()));
    }

    @Override
    public Timeframe timeframe() {
        return settings.timeframe();
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        range = context.value(atr, Atr.VALUE);
        double difference = context.value(fast) - context.value(slow);
        double side = FixedPoint.toDouble(bar.close()) - context.value(hull, Zlhma.VALUE);
        score.onBar(difference, side, context.value(hull, Zlhma.SLOPE));
        boolean trending = context.value(adx, Adx.ADX) >= settings.minAdx();
        boolean strong = Math.abs(score.score()) >= settings.minScore();
        direction = trending && strong ? (int) Math.signum(score.score()) : 0;
    }

    @Override
    public int direction() {
        return direction;
    }

    @Override
    public double score() {
        return score.score();
    }

    @Override
    public double range() {
        return range;
    }

    @Override
    public boolean wantsExit(int sign) {
        return score.cross() == -sign || score.sideCross() == -sign;
    }
}
