package io.lockstep.strategies.starter;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.indicator.kernel.Seed;
import io.lockstep.strategies.indicator.trend.Ema;
import io.lockstep.strategies.trade.Timeframe;
import io.lockstep.strategies.trade.WorkingOrder;
import java.math.RoundingMode;

/**
 * Long while a fast exponential average is above a slow one; flat, or short if allowed, while it is below. Turns on a cross only, at the
 * market. The order it wants is the difference between the position it should have and the one it has, so what a denial or a partial
 * fill left open is made good at the next bar, down to what the venue keeps as its fee. Trades its first instrument.
 */
final class EmaCrossStrategy implements Strategy {
    private final Settings settings;
    private WorkingOrder order = new WorkingOrder(0);
    private IndicatorHandle fast = new IndicatorHandle(0, 0);
    private IndicatorHandle slow = fast;
    private int instrumentId;
    private int side;
    private long target;

    /**
     * Parameters.
     *
     * @param timeframe of the bars
     * @param fast bars of the fast average
     * @param slow bars of the slow average
     * @param size of a position
     * @param allowShort whether it may be short
     */
    record Settings(Timeframe timeframe, int fast, int slow, OrderSize size, boolean allowShort) {
        static Settings read(StrategyParameters parameters) {
            Settings settings = new Settings(
                    Timeframe.read(parameters, "tf", "1m"),
                    parameters.integer("fast", 12, 1, 1_000),
                    parameters.integer("slow", 26, 2, 2_000),
                    OrderSize.read(parameters),
                    parameters.flag("allowShort", false));
            parameters.requireRule(settings.fast() < settings.slow(), "fast", "less than slow");
            return settings;
        }
    }

    EmaCrossStrategy(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrumentId = declaration.instruments().get(0);
        order = new WorkingOrder(instrumentId);
        String timeframe = settings.timeframe().label();
        fast = declaration.onBars(instrumentId, timeframe, new Ema(settings.fast(), Seed.SMA));
        slow = declaration.onBars(instrumentId, timeframe, new Ema(settings.slow(), Seed.SMA));
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        order.reconcile(context);
        if (!context.isReady(slow)) {
            return;
        }
        double difference = context.value(fast) - context.value(slow);
        int now = (int) Math.signum(difference);
        if (now != 0 && now != side) {
            onCross(context, now, difference, bar.close());
        }
        pursue(context, bar.close());
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        order.onExecution(report);
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        order.onDenied(denial);
    }

    private void onCross(StrategyContext context, int now, double difference, long price) {
        boolean first = side == 0;
        side = now;
        if (first) {
            return;
        }
        context.signal(instrumentId, now > 0 ? Side.BUY : Side.SELL, difference, "ema-cross");
        boolean held = now > 0 || settings.allowShort();
        target = held ? now * settings.size().at(context.instrument(instrumentId), price) : 0;
        if (held && target == 0) {
            context.suppress(instrumentId, "size-too-small");
        }
    }

    /** Sends the difference between the wanted and the actual position, unless an order is out or data is too old to add to it. */
    private void pursue(StrategyContext context, long price) {
        long position = context.position(instrumentId).quantity();
        Instrument instrument = context.instrument(instrumentId);
        long missing = target - position;
        long quantity = instrument.floorToLot(Math.min(Math.abs(missing), instrument.maxQuantity()));
        if (order.isLive() || quantity < instrument.minQuantity()) {
            return;
        }
        boolean reduces = target == 0;
        if (!reduces && isTrifle(instrument, missing, price)) {
            return;
        }
        if (!reduces && context.isStale(instrumentId)) {
            context.suppress(instrumentId, "stale-data");
            return;
        }
        OrderTicket ticket = context.order(instrumentId);
        ticket = missing > 0 ? ticket.buy(quantity) : ticket.sell(quantity);
        ticket = reduces ? ticket.reduceOnly() : ticket;
        order.sent(ticket.market().submit("ema-cross"), 0, context.timeNs());
    }

    /** What a venue keeps of a purchase as its fee, or would not take as an order, is not worth going after. */
    private boolean isTrifle(Instrument instrument, long missing, long price) {
        long fee = FixedPoint.multiply(Math.abs(target), Math.max(0, instrument.takerFee()), RoundingMode.UP);
        return Math.abs(missing) <= fee || instrument.notional(price, Math.abs(missing)) < instrument.minNotional();
    }
}
