package io.lockstep.strategies.micro;

import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.strategies.trade.WorkingOrder;

/**
 * One side of a two-sided quote: at most one resting order, moved by cancelling it and sending another once it is gone, no faster than an
 * interval.
 */
final class QuoteSide {
    private final int instrumentId;
    private final int sign;
    private final long minIntervalNs;
    private final WorkingOrder order;

    /** @param sign 1 for the bid, -1 for the ask */
    QuoteSide(int instrumentId, int sign, long minIntervalNs) {
        this.instrumentId = instrumentId;
        this.sign = sign;
        this.minIntervalNs = minIntervalNs;
        order = new WorkingOrder(instrumentId);
    }

    /** Wants a quote at a price, E8. */
    void quote(StrategyContext context, long price, long quantity) {
        boolean rested = order.ageNs(context) >= minIntervalNs;
        if (order.isLive()) {
            if (order.price() != price && rested) {
                order.cancel(context);
            }
        } else if (rested) {
            OrderTicket ticket = context.order(instrumentId);
            ticket = sign > 0 ? ticket.buy(quantity) : ticket.sell(quantity);
            long id = ticket.limit(price).postOnly().submit(sign > 0 ? "quote-bid" : "quote-ask");
            order.sent(id, price, context.timeNs());
        }
    }

    /** Wants no quote. */
    void pull(StrategyContext context) {
        order.cancel(context);
    }

    void onExecution(ExecutionReportDecoder report) {
        order.onExecution(report);
    }

    void onDenied(DenialFeedbackDecoder denial) {
        order.onDenied(denial);
    }
}
