package io.lockstep.strategies.swing;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.indicator.channel.Donchian;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.momentum.Momentum;
import io.lockstep.strategies.indicator.momentum.Rsi;
import io.lockstep.strategies.indicator.trend.Adx;
import io.lockstep.strategies.indicator.trend.Ema;
import io.lockstep.strategies.indicator.volatility.Atr;
import io.lockstep.strategies.indicator.volume.VolumeRatio;
import io.lockstep.strategies.trade.SignalModel;
import io.lockstep.strategies.trade.Timeframe;

/**
 * Trend following with price extremes on one instrument: enters against the short move and with the long one once enough of the votes
 * agree and a trend is there at all. Leaves by stop and target only.
 */
final class TfpeModel implements SignalModel {
    private final Settings settings;
    private final TfpeVotes votes;
    private final TfpeInputs inputs = new TfpeInputs();
    private IndicatorHandle trend = new IndicatorHandle(0, 0);
    private IndicatorHandle channel = trend;
    private IndicatorHandle rsi = trend;
    private IndicatorHandle momentum = trend;
    private IndicatorHandle average = trend;
    private IndicatorHandle volume = trend;
    private IndicatorHandle adx = trend;
    private IndicatorHandle atr = trend;
    private double range = Double.NaN;
    private int direction;

    TfpeModel(Settings settings) {
        this.settings = settings;
        votes = new TfpeVotes(settings.votes());
    }

    /**
     * Timeframes, periods and gates.
     *
     * @param votes thresholds of the votes
     * @param entry timeframe of the entry
     * @param trend timeframe of the trend
     * @param channel bars of the channels
     * @param rsi bars of the relative strength
     * @param momentum bars of the rate of change
     * @param average bars of the average
     * @param adx bars of the directional movement and of the true range
     * @param minAdx least ADX
     * @param minVotes least votes
     */
    record Settings(
            TfpeSettings votes,
            Timeframe entry,
            Timeframe trend,
            int channel,
            int rsi,
            int momentum,
            int average,
            int adx,
            double minAdx,
            int minVotes) {

        static Settings read(StrategyParameters parameters) {
            Settings settings = new Settings(
                    TfpeSettings.read(parameters),
                    Timeframe.read(parameters, "tfEntry", "15m"),
                    Timeframe.read(parameters, "tfTrend", "4h"),
                    parameters.integer("dc", 20, 2, 500),
                    parameters.integer("rsi", 14, 2, 500),
                    parameters.integer("mom", 20, 1, 500),
                    parameters.integer("ema", 12, 1, 500),
                    parameters.integer("adx", 14, 2, 500),
                    parameters.number("adxMin", 25, 0, 100),
                    parameters.integer("votes", 4, 1, 7));
            boolean longer = settings.trend().seconds() > settings.entry().seconds();
            parameters.requireRule(longer, "tfTrend", "longer than tfEntry");
            return settings;
        }
    }

    @Override
    public void declare(StrategyDeclaration declaration, int instrumentId) {
        String entry = settings.entry().label();
        trend = declaration.onBars(instrumentId, settings.trend().label(), new Donchian(settings.channel()));
        channel = declaration.onBars(instrumentId, entry, new Donchian(settings.channel()));
        rsi = declaration.onBars(instrumentId, entry, new Rsi(settings.rsi()));
        momentum = declaration.onBars(instrumentId, entry, new Momentum(settings.momentum()));
        average = declaration.onBars(instrumentId, entry, new Ema(settings.average(), Seed.SMA));
        volume = declaration.onBars(instrumentId, entry, new VolumeRatio(settings.channel()));
        adx = declaration.onBars(instrumentId, entry, new Adx(settings.adx()));
        atr = declaration.onBars(instrumentId, entry, new Atr(settings.adx()));
    }

    @Override
    public Timeframe timeframe() {
        return settings.entry();
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        range = context.value(atr, Atr.VALUE);
        direction = 0;
        if (isReady(context)) {
            read(context, FixedPoint.toDouble(bar.close()));
            votes.evaluate(inputs);
            boolean agreed = votes.votes() >= settings.minVotes();
            boolean trending = context.value(adx, Adx.ADX) >= settings.minAdx();
            direction = agreed && trending ? votes.direction() : 0;
        }
    }

    @Override
    public int direction() {
        return direction;
    }

    @Override
    public double score() {
        return votes.votes();
    }

    @Override
    public double range() {
        return range;
    }

    @Override
    public boolean wantsExit(int sign) {
        return false;
    }

    private boolean isReady(StrategyContext context) {
        return !Double.isNaN(context.value(trend, Donchian.POSITION))
                && !Double.isNaN(context.value(channel, Donchian.POSITION))
                && !Double.isNaN(context.value(volume, VolumeRatio.MEAN))
                && context.isReady(rsi)
                && context.isReady(momentum)
                && context.isReady(average)
                && context.isReady(adx);
    }

    private void read(StrategyContext context, double close) {
        inputs.trendUp = context.value(trend, Donchian.POSITION) > 0.5;
        inputs.trendWidth = context.value(trend, Donchian.WIDTH);
        inputs.position = context.value(channel, Donchian.POSITION);
        inputs.hasRange = context.value(channel, Donchian.WIDTH) > 0;
        inputs.rsi = context.value(rsi);
        inputs.momentum = context.value(momentum, Momentum.ABSOLUTE);
        inputs.averageDistance = Math.abs(close - context.value(average)) / close;
        inputs.volumeRatio = context.value(volume, VolumeRatio.RATIO);
    }
}
