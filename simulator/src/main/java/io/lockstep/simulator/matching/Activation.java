package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.QueueModel;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.RejectReason;
import io.lockstep.simulator.order.TriggerSource;
import org.jspecify.annotations.Nullable;

/** Lets orders work: new ones at once, conditional ones when a price sets them off. */
final class Activation {
    private final Executions executions;
    private final OrderChecks checks;
    private final Matcher matcher;
    private final QueueModel queue;
    private final MatchingListener listener;

    Activation(
            Executions executions, OrderChecks checks, Matcher matcher, QueueModel queue, MatchingListener listener) {
        this.executions = executions;
        this.checks = checks;
        this.matcher = matcher;
        this.queue = queue;
        this.listener = listener;
    }

    /** Lets an order take what it can; the rest goes into the book or ends, as its time in force says. */
    void activate(InstrumentMarket market, ClientOrder order, long timeNs) {
        executions.work(market, order);
        if (order.timeInForce() == TimeInForce.FOK && !checks.isFillable(market, order, timeNs)) {
            executions.end(market, order, EndReason.FOK_UNFILLED, timeNs);
            return;
        }
        matcher.take(market, order, timeNs);
        if (order.status().isOpen()) {
            settleRest(market, order, timeNs);
        }
    }

    /** Puts a working order at the end of the queue at its price. */
    void rest(InstrumentMarket market, ClientOrder order) {
        boolean asks = !order.isBuy();
        long displayed = market.displayed.displayed(asks, order.price());
        queue.join(market.side(asks).claim(order.price(), displayed), order);
    }

    /** Sets off all orders whose latest-trade trigger is met; without trades the touch decides. */
    void fireLast(InstrumentMarket market, long timeNs) {
        if (market.triggers.isEmpty(TriggerSource.LAST)) {
            return;
        }
        long rising = market.triggerPrice(TriggerSource.LAST, true);
        long falling = market.triggerPrice(TriggerSource.LAST, false);
        fire(market, TriggerSource.LAST, rising, falling, timeNs);
    }

    /** Sets off all orders whose mark-price trigger is met. */
    void fireMark(InstrumentMarket market, long timeNs) {
        if (!market.triggers.isEmpty(TriggerSource.MARK)) {
            fire(market, TriggerSource.MARK, market.markPrice, market.markPrice, timeNs);
        }
    }

    private void fire(InstrumentMarket market, TriggerSource source, long rising, long falling, long timeNs) {
        market.triggers.trail(source, rising == 0 ? falling : rising);
        ClientOrder order = market.triggers.next(source, rising, falling);
        while (order != null) {
            trigger(market, order, timeNs);
            order = market.triggers.next(source, rising, falling);
        }
    }

    private void trigger(InstrumentMarket market, ClientOrder order, long timeNs) {
        if (order.isClosePosition()) {
            order.quantity(executions.reducible(order));
        }
        EndReason obstacle = obstacle(market, order, timeNs);
        if (obstacle != null) {
            executions.finish(order, obstacle, timeNs);
            return;
        }
        order.trigger(timeNs);
        listener.onTriggered(order, timeNs);
        activate(market, order, timeNs);
    }

    private @Nullable EndReason obstacle(InstrumentMarket market, ClientOrder order, long timeNs) {
        if (order.isReduceOnly() && executions.reducible(order) == 0) {
            return EndReason.NOTHING_TO_REDUCE;
        }
        long limit = order.hasLimit() ? order.price() : FixedPoint.NULL;
        if (order.isPostOnly() && checks.wouldTake(market, order.isBuy(), limit, timeNs)) {
            return EndReason.WOULD_TAKE;
        }
        long quantity = executions.tradable(order);
        RejectReason cover = checks.checkCover(market, order.accountId(), order.isBuy(), limit, quantity, timeNs);
        return cover == RejectReason.NONE ? null : EndReason.NOT_COVERED;
    }

    private void settleRest(InstrumentMarket market, ClientOrder order, long timeNs) {
        boolean immediate = order.timeInForce() == TimeInForce.IOC || order.timeInForce() == TimeInForce.FOK;
        if (order.type() == OrderType.MARKET || !order.hasLimit()) {
            executions.end(market, order, EndReason.NO_LIQUIDITY, timeNs);
        } else if (immediate) {
            executions.end(market, order, EndReason.IOC_REMAINDER, timeNs);
        } else {
            rest(market, order);
        }
    }
}
