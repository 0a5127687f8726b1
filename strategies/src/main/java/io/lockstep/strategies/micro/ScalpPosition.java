package io.lockstep.strategies.micro;

import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.VirtualPosition;
import io.lockstep.strategies.trade.Holding;
import io.lockstep.strategies.trade.RetryDelay;
import io.lockstep.strategies.trade.WorkingOrder;

/**
 * The scalper's position with its one order: entry, then target, then, if it comes to that, exit at the market. What comes next waits for
 * the end of the order before it.
 */
final class ScalpPosition {
    private static final long TIMER = 1;
    private static final String NO_EXIT = "";
    private static final String STOP = "stop";

    private enum Purpose {
        ENTRY,
        TARGET,
        EXIT
    }

    private final int instrumentId;
    private final ObiSettings settings;
    private final ScalpLimits limits;
    private final WorkingOrder order;
    private final RetryDelay targetRetry = new RetryDelay();
    private final RetryDelay exitRetry = new RetryDelay();
    private Purpose purpose = Purpose.ENTRY;
    private String exit = NO_EXIT;
    private int sign;
    private boolean open;
    private long openedNs;
    private long quantityBeforeOrder;
    private long resultBefore;

    ScalpPosition(int instrumentId, ObiSettings settings, ScalpLimits limits) {
        this.instrumentId = instrumentId;
        this.settings = settings;
        this.limits = limits;
        order = new WorkingOrder(instrumentId);
    }

    /** Whether there is neither a position nor an order. */
    boolean isIdle(StrategyContext context) {
        return !order.isLive() && Holding.isNothing(context, instrumentId);
    }

    /** Size of an entry on a side: a share of the level it joins, whole lots; 0 if that is too small. */
    long quantity(StrategyContext context, int direction) {
        TopOfBook top = context.topOfBook(instrumentId);
        Instrument instrument = context.instrument(instrumentId);
        long level = direction > 0 ? top.bidQuantity() : top.askQuantity();
        long quantity = instrument.floorToLot(settings.quantityAt(level));
        return quantity >= instrument.minQuantity() ? quantity : 0;
    }

    /** Joins the best price of a side. */
    void enter(StrategyContext context, int direction) {
        long price = bestOf(context, direction);
        OrderTicket ticket = ticket(context, direction, quantity(context, direction));
        limits.onEntry(context.timeNs());
        sign = direction;
        send(context, Purpose.ENTRY, ticket.limit(price).postOnly(), price, "obi");
        context.setTimer(TIMER, context.timeNs() + settings.orderLifeNs());
    }

    /** Does what the moment asks for; {@code value} is the signal now. */
    void act(StrategyContext context, double value) {
        order.reconcile(context);
        settle(context);
        if (open) {
            hold(context, value);
        } else if (order.isLive() && isEntryTired(context, value)) {
            order.cancel(context);
        }
    }

    void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        boolean ended = order.onExecution(report);
        settle(context);
        if (ended) {
            onOrderEnded(context);
        }
    }

    void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        if (order.onDenied(denial)) {
            onOrderEnded(context);
        }
    }

    private boolean isEntryTired(StrategyContext context, double value) {
        boolean weak = !(sign * value >= settings.leave());
        boolean old = order.ageNs(context) >= settings.orderLifeNs();
        long away = sign * (bestOf(context, sign) - order.price());
        return weak || old || away >= context.instrument(instrumentId).tickSize();
    }

    private void hold(StrategyContext context, double value) {
        if (exit.equals(NO_EXIT)) {
            exit = exitReason(context, value);
        }
        if (!exit.equals(NO_EXIT)) {
            leave(context);
        } else if (!order.isLive()) {
            restTarget(context);
        } else if (purpose == Purpose.ENTRY) {
            order.cancel(context);
        }
    }

    private String exitReason(StrategyContext context, double value) {
        TopOfBook top = context.topOfBook(instrumentId);
        long tickSize = context.instrument(instrumentId).tickSize();
        long price = sign > 0 ? top.bidPrice() : top.askPrice();
        long gain = sign * (price - context.position(instrumentId).averagePrice());
        if (top.isTwoSided() && gain <= -settings.stopTicks() * tickSize) {
            return STOP;
        }
        if (sign * value <= -settings.leave()) {
            return "signal-turned";
        }
        return context.timeNs() - openedNs >= settings.holdNs() ? "time" : NO_EXIT;
    }

    private void leave(StrategyContext context) {
        if (order.isLive()) {
            if (purpose != Purpose.EXIT) {
                order.cancel(context);
            }
            return;
        }
        long quantity = openQuantity(context);
        if (quantity > 0 && exitRetry.isOver(context.timeNs())) {
            OrderTicket ticket =
                    ticket(context, -sign, quantity).market().reduceOnly().protective();
            send(context, Purpose.EXIT, ticket, 0, exit);
        }
    }

    private void restTarget(StrategyContext context) {
        Instrument instrument = context.instrument(instrumentId);
        long entry = context.position(instrumentId).averagePrice();
        long target = entry + settings.targetTicks() * instrument.tickSize() * sign;
        long price = sign > 0 ? instrument.ceilToTick(target) : instrument.floorToTick(target);
        long quantity = openQuantity(context);
        if (quantity > 0 && targetRetry.isOver(context.timeNs())) {
            send(
                    context,
                    Purpose.TARGET,
                    ticket(context, -sign, quantity).limit(price).reduceOnly(),
                    price,
                    "target");
        }
    }

    private void onOrderEnded(StrategyContext context) {
        boolean failed = context.position(instrumentId).quantity() == quantityBeforeOrder && !order.isCancelAsked();
        if (failed && purpose == Purpose.TARGET) {
            targetRetry.onFailure(context.timeNs());
        } else if (failed && purpose == Purpose.EXIT) {
            context.setTimer(TIMER, exitRetry.onFailure(context.timeNs()));
        }
    }

    /** Brings what is remembered in line with the position there is. */
    private void settle(StrategyContext context) {
        VirtualPosition position = context.position(instrumentId);
        limits.onResult(context.timeNs(), position.realizedPnl() - position.fees());
        boolean flat = Holding.isNothing(context, instrumentId);
        if (!open && !flat) {
            open = true;
            openedNs = context.timeNs();
            sign = Long.signum(position.quantity());
            context.setTimer(TIMER, openedNs + settings.holdNs());
        } else if (open && flat) {
            onClosed(context, position);
        }
    }

    private void onClosed(StrategyContext context, VirtualPosition position) {
        long result = position.realizedPnl() - position.fees();
        limits.onClosed(context.timeNs(), result > resultBefore, exit.equals(STOP));
        resultBefore = result;
        open = false;
        exit = NO_EXIT;
        targetRetry.reset();
        exitRetry.reset();
        context.cancelTimer(TIMER);
    }

    private void send(StrategyContext context, Purpose why, OrderTicket ticket, long price, String reason) {
        purpose = why;
        quantityBeforeOrder = context.position(instrumentId).quantity();
        order.sent(ticket.submit(reason), price, context.timeNs());
    }

    private OrderTicket ticket(StrategyContext context, int direction, long quantity) {
        OrderTicket ticket = context.order(instrumentId);
        return direction > 0 ? ticket.buy(quantity) : ticket.sell(quantity);
    }

    private long bestOf(StrategyContext context, int direction) {
        TopOfBook top = context.topOfBook(instrumentId);
        return direction > 0 ? top.bidPrice() : top.askPrice();
    }

    private long openQuantity(StrategyContext context) {
        Instrument instrument = context.instrument(instrumentId);
        long quantity = Math.abs(context.position(instrumentId).quantity());
        return instrument.floorToLot(Math.min(quantity, instrument.maxQuantity()));
    }
}
