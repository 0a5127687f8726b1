package io.lockstep.strategies.swing;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.indicator.channel.Donchian;
import io.lockstep.strategies.indicator.momentum.Acceleration;
import io.lockstep.strategies.indicator.trend.Adx;
import io.lockstep.strategies.indicator.volatility.Atr;
import io.lockstep.strategies.indicator.volume.VolumeRatio;
import io.lockstep.strategies.trade.SignalModel;
import io.lockstep.strategies.trade.Timeframe;

/**
 * Momentum on one instrument: enters with a strong, accelerating move on high volume at the edge of a wide channel, and leaves when the
 * trend fades or its direction turns.
 */
final class MomentumModel implements SignalModel {
    private static final int PERIOD = 14;

    private final Settings settings;
    private final MomentumInputs inputs = new MomentumInputs();
    private IndicatorHandle adx = new IndicatorHandle(0, 0);
    private IndicatorHandle volume = adx;
    private IndicatorHandle acceleration = adx;
    private IndicatorHandle channel = adx;
    private IndicatorHandle atr = adx;
    private double range = Double.NaN;
    private int open;
    private int direction;

    MomentumModel(Settings settings) {
        this.settings = settings;
    }

    /**
     * Timeframe, gates and exits.
     *
     * @param gates what must hold to enter
     * @param timeframe of entry and exit
     * @param channel bars of the channel, of mean volume and of mean return
     * @param exitAdx ADX below which a position is left
     * @param exitDi directional difference against the position at which it is left
     */
    record Settings(MomentumGates gates, Timeframe timeframe, int channel, double exitAdx, double exitDi) {
        static Settings read(StrategyParameters parameters) {
            MomentumGates gates = MomentumGates.read(parameters);
            return new Settings(
                    gates,
                    Timeframe.read(parameters, "tf", "15m"),
                    parameters.integer("dc", 20, 2, 500),
                    parameters.number("adxExit", 0.7, 0, 1) * gates.minAdx(),
                    parameters.number("diExit", 5, 0, 100));
        }
    }

    @Override
    public void declare(StrategyDeclaration declaration, int instrumentId) {
        String timeframe = settings.timeframe().label();
        adx = declaration.onBars(instrumentId, timeframe, new Adx(PERIOD));
        volume = declaration.onBars(instrumentId, timeframe, new VolumeRatio(settings.channel()));
        acceleration = declaration.onBars(instrumentId, timeframe, new Acceleration(settings.channel()));
        channel = declaration.onBars(instrumentId, timeframe, new Donchian(settings.channel()));
        atr = declaration.onBars(instrumentId, timeframe, new Atr(PERIOD));
    }

    @Override
    public Timeframe timeframe() {
        return settings.timeframe();
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        range = context.value(atr, Atr.VALUE);
        read(context);
        boolean ready = context.isReady(adx) && context.isReady(acceleration) && !Double.isNaN(inputs.position);
        open = ready ? settings.gates().open(inputs) : 0;
        direction = open == MomentumGates.ALL ? MomentumGates.side(inputs) : 0;
    }

    @Override
    public int direction() {
        return direction;
    }

    @Override
    public double score() {
        return Integer.bitCount(open);
    }

    @Override
    public double range() {
        return range;
    }

    @Override
    public boolean wantsExit(int sign) {
        return inputs.adx < settings.exitAdx() || sign * inputs.diDifference < -settings.exitDi();
    }

    private void read(StrategyContext context) {
        inputs.adx = context.value(adx, Adx.ADX);
        inputs.diDifference = context.value(adx, Adx.PLUS_DI) - context.value(adx, Adx.MINUS_DI);
        inputs.volumeRatio = context.value(volume, VolumeRatio.RATIO);
        inputs.acceleration = context.value(acceleration);
        inputs.position = context.value(channel, Donchian.POSITION);
        inputs.width = context.value(channel, Donchian.WIDTH);
    }
}
