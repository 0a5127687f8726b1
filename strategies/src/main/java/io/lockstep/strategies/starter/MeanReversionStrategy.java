package io.lockstep.strategies.starter;

import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.indicator.Bar;
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
import io.lockstep.strategies.indicator.momentum.ZScore;
import io.lockstep.strategies.trade.Holding;
import io.lockstep.strategies.trade.Timeframe;
import io.lockstep.strategies.trade.WorkingOrder;

/**
 * Buys far below the mean and sells far above it with limit orders at the best price of its own side; leaves the same way once back at
 * the mean, and at the market when the deviation grows beyond a limit instead. An order that does not fill is cancelled after a while;
 * an exit that did not fill goes to the market. Trades its first instrument.
 */
final class MeanReversionStrategy implements Strategy {
    private final Settings settings;
    private WorkingOrder order = new WorkingOrder(0);
    private IndicatorHandle score = new IndicatorHandle(0, 0);
    private int instrumentId;
    private boolean exiting;
    private boolean leaveAtMarket;

    /**
     * Parameters.
     *
     * @param timeframe of the bars
     * @param period bars of mean and deviation
     * @param entry deviation that opens, standard deviations
     * @param exit deviation at which it is back at the mean, standard deviations
     * @param stop deviation that gives up, standard deviations
     * @param orderLifeNs how long an order may wait, nanoseconds
     * @param size of an order
     * @param allowShort whether it may be short
     */
    record Settings(
            Timeframe timeframe,
            int period,
            double entry,
            double exit,
            double stop,
            long orderLifeNs,
            OrderSize size,
            boolean allowShort) {

        static Settings read(StrategyParameters parameters) {
            Settings settings = new Settings(
                    Timeframe.read(parameters, "tf", "1m"),
                    parameters.integer("period", 20, 2, 2_000),
                    parameters.number("entryZ", 2, 0.1, 20),
                    parameters.number("exitZ", 0.25, 0, 20),
                    parameters.number("stopZ", 4, 0.1, 40),
                    parameters.duration("orderLife", "2m", "100ms", "1d").toNanos(),
                    OrderSize.read(parameters),
                    parameters.flag("allowShort", true));
            parameters.requireRule(settings.exit() < settings.entry(), "exitZ", "less than entryZ");
            parameters.requireRule(settings.entry() < settings.stop(), "stopZ", "greater than entryZ");
            return settings;
        }
    }

    MeanReversionStrategy(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrumentId = declaration.instruments().get(0);
        order = new WorkingOrder(instrumentId);
        score = declaration.onBars(instrumentId, settings.timeframe().label(), new ZScore(settings.period()));
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        order.reconcile(context);
        double z = context.value(score);
        if (Double.isNaN(z)) {
            return;
        }
        int held = Long.signum(Holding.of(context, instrumentId));
        boolean lost = held * z <= -settings.stop();
        if (order.isLive()) {
            tire(context, lost);
        } else if (held == 0) {
            enter(context, z, bar.close());
        } else if (lost || leaveAtMarket) {
            leaveAtMarket(context, lost ? "stop" : "exit-unfilled");
        } else if (held * z >= -settings.exit()) {
            leaveAtLimit(context, bar.close());
        }
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        order.onExecution(report);
        if (Holding.isNothing(context, instrumentId)) {
            leaveAtMarket = false;
        }
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        order.onDenied(denial);
    }

    /** Cancels an order that waited too long, or that stands in the way of giving up. */
    private void tire(StrategyContext context, boolean lost) {
        if (lost || order.ageNs(context) >= settings.orderLifeNs()) {
            leaveAtMarket = lost || exiting;
            order.cancel(context);
        }
    }

    private void enter(StrategyContext context, double z, long close) {
        boolean deep = Math.abs(z) >= settings.entry();
        if (!deep || (z > 0 && !settings.allowShort())) {
            return;
        }
        int sign = z < 0 ? 1 : -1;
        context.signal(instrumentId, sign > 0 ? Side.BUY : Side.SELL, z, "reversion");
        long price = restingPrice(context, sign, close);
        long quantity = settings.size().at(context.instrument(instrumentId), price);
        if (context.isStale(instrumentId)) {
            context.suppress(instrumentId, "stale-data");
        } else if (quantity == 0) {
            context.suppress(instrumentId, "size-too-small");
        } else {
            exiting = false;
            send(context, ticket(context, sign, quantity).limit(price), price, "reversion");
        }
    }

    private void leaveAtLimit(StrategyContext context, long close) {
        long position = context.position(instrumentId).quantity();
        int sign = -Long.signum(position);
        long price = restingPrice(context, sign, close);
        long quantity = sellable(context, position);
        if (quantity > 0) {
            exiting = true;
            send(context, ticket(context, sign, quantity).limit(price).reduceOnly(), price, "back-at-mean");
        }
    }

    private void leaveAtMarket(StrategyContext context, String reason) {
        long position = context.position(instrumentId).quantity();
        long quantity = sellable(context, position);
        if (quantity > 0) {
            OrderTicket ticket = ticket(context, -Long.signum(position), quantity);
            exiting = true;
            send(context, ticket.market().reduceOnly().protective(), 0, reason);
        }
    }

    private void send(StrategyContext context, OrderTicket ticket, long price, String reason) {
        order.sent(ticket.submit(reason), price, context.timeNs());
    }

    private OrderTicket ticket(StrategyContext context, int sign, long quantity) {
        OrderTicket ticket = context.order(instrumentId);
        return sign > 0 ? ticket.buy(quantity) : ticket.sell(quantity);
    }

    /** The best price of the order's own side, or the close where there is no quote, on a tick that is not more aggressive. */
    private long restingPrice(StrategyContext context, int sign, long close) {
        TopOfBook top = context.topOfBook(instrumentId);
        Instrument instrument = context.instrument(instrumentId);
        long best = top.isTwoSided() ? (sign > 0 ? top.bidPrice() : top.askPrice()) : close;
        return sign > 0 ? instrument.floorToTick(best) : instrument.ceilToTick(best);
    }

    private long sellable(StrategyContext context, long position) {
        Instrument instrument = context.instrument(instrumentId);
        return instrument.floorToLot(Math.min(Math.abs(position), instrument.maxQuantity()));
    }
}
