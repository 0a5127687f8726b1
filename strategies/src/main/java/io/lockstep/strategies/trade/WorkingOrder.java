package io.lockstep.strategies.trade;

import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.strategy.StrategyContext;

/**
 * The one order a strategy has out for some purpose, from its submission until a report says it is over. A lost answer does not end it:
 * it stays live until the engine knows.
 */
public final class WorkingOrder {
    private static final long NONE = 0;

    private final int instrumentId;
    private long orderId = NONE;
    private long price;
    private long sentNs;
    private boolean cancelAsked;

    /** For orders on an instrument. */
    public WorkingOrder(int instrumentId) {
        this.instrumentId = instrumentId;
    }

    /**
     * Remembers an order just submitted.
     *
     * @param orderId id the ticket returned; 0 is an order that was not taken, which is not remembered
     * @param price limit price, quote currency, E8; 0 for a market order
     * @param nowNs event time, UTC, nanoseconds
     */
    public void sent(long orderId, long price, long nowNs) {
        this.orderId = orderId;
        this.price = price;
        sentNs = nowNs;
        cancelAsked = false;
    }

    /** Whether the order may still fill. */
    public boolean isLive() {
        return orderId != NONE;
    }

    /** Whether a cancellation is under way. */
    public boolean isCancelAsked() {
        return cancelAsked;
    }

    /** Limit price, quote currency, E8. */
    public long price() {
        return price;
    }

    /** Time since it was sent, nanoseconds. */
    public long ageNs(StrategyContext context) {
        return context.timeNs() - sentNs;
    }

    /** Asks once for its cancellation. */
    public void cancel(StrategyContext context) {
        if (isLive() && !cancelAsked) {
            cancelAsked = true;
            context.cancel(orderId);
        }
    }

    /**
     * Takes a report.
     *
     * @return whether it ended this order
     */
    public boolean onExecution(ExecutionReportDecoder report) {
        if (!isLive() || report.orderId() != orderId) {
            return false;
        }
        switch (report.execType()) {
            case CANCELED, REJECTED, EXPIRED, PRESUMED_ABSENT -> orderId = NONE;
            case FILL, STATUS -> orderId = report.leavesQty() == 0 ? NONE : orderId;
            case CANCEL_REJECTED -> cancelAsked = false;
            default -> {}
        }
        return !isLive();
    }

    /**
     * Takes a denial by the risk gate, of the order or of its cancellation.
     *
     * @return whether it ended this order
     */
    public boolean onDenied(DenialFeedbackDecoder denial) {
        if (!isLive() || denial.orderId() != orderId) {
            return false;
        }
        if (denial.action() == OrderAction.NEW) {
            orderId = NONE;
        } else {
            cancelAsked = false;
        }
        return !isLive();
    }

    /** Lets go of an order the engine no longer has, as after a pause in which reports were not delivered. */
    public void reconcile(StrategyContext context) {
        if (isLive() && context.workingOrders(instrumentId) == 0) {
            orderId = NONE;
        }
    }
}
