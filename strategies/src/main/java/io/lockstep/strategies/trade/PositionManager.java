package io.lockstep.strategies.trade;

import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.VirtualPosition;
import java.math.RoundingMode;

/**
 * Looks after one position in one instrument, from the entry order to the last fill of the exit.
 *
 * <pre>
 *            enter               first fill                exit due
 *   flat ────────────► entering ────────────► open ──────────────────────► leaving ──► flat
 *     ▲                   │                    │  ▲                          │  ▲
 *     └── nothing filled ─┘                    └──┘ partial exit, addition   └──┘ denied or rejected: again, later
 * </pre>
 *
 * <p>There is at most one order out. What is due while one is out waits for its end; an entry still filling is cancelled first. Whether
 * there is a position is read from the position, so a fill after a cancellation, or a position found at start, is looked after as well.
 */
public final class PositionManager {
    private enum Purpose {
        ENTRY,
        ADDITION,
        PARTIAL_EXIT,
        EXIT
    }

    private final int instrumentId;
    private final ExitSettings settings;
    private final ProtectiveLevels levels;
    private final WorkingOrder order;
    private final Cooldown cooldown;
    private final TradeListener listener;
    private final RetryDelay exitRetry = new RetryDelay();
    private final RetryDelay ladderRetry = new RetryDelay();
    private Purpose purpose = Purpose.ENTRY;
    private ExitReason pending = ExitReason.NONE;
    private boolean halted;
    private long range;
    private long initialQuantity;
    private long quantityBeforeOrder;
    private long entryNs;
    private long entryNotional;
    private long resultBefore;
    private int partialsDone;
    private int additionsDone;

    /**
     * Makes one.
     *
     * @param cooldownNs pause after each entry and exit, nanoseconds
     * @param listener told of closed trades
     */
    public PositionManager(int instrumentId, ExitSettings settings, long cooldownNs, TradeListener listener) {
        this.instrumentId = instrumentId;
        this.settings = settings;
        this.listener = listener;
        levels = new ProtectiveLevels(settings);
        order = new WorkingOrder(instrumentId);
        cooldown = new Cooldown(cooldownNs);
    }

    /** Why no entry is possible now, or an empty text. */
    public String entryBlock(StrategyContext context) {
        if (halted) {
            return "halted";
        }
        if (context.isStale(instrumentId)) {
            return "stale-data";
        }
        if (!Holding.isNothing(context, instrumentId)) {
            return "position-open";
        }
        if (order.isLive()) {
            return "order-working";
        }
        return cooldown.isOver(context.timeNs()) ? "" : "cooldown";
    }

    /**
     * Enters at the market.
     *
     * @param sign 1 buys, -1 sells short
     * @param quantity base currency, E8, whole lots
     * @param averageRange average true range now, quote currency, E8; stop and target are measured with it
     */
    public void enter(StrategyContext context, int sign, long quantity, long averageRange, String reason) {
        range = averageRange;
        resultBefore = result(context);
        send(context, Purpose.ENTRY, ticket(context, sign, quantity), reason);
    }

    /** Where the position is protected. */
    public ProtectiveLevels levels() {
        return levels;
    }

    /** Best bid or ask changed. */
    public void onTopOfBook(StrategyContext context) {
        TopOfBook top = context.topOfBook(instrumentId);
        if (levels.isOpen() && top.isTwoSided()) {
            long price = levels.sign() > 0 ? top.bidPrice() : top.askPrice();
            onPrices(context, price, price);
        }
    }

    /**
     * A bar closed. Of a bar that began before the position only the close counts.
     *
     * @param averageRange average true range, quote currency, E8, 0 if not ready: for a position that was there before this object
     */
    public void onBar(StrategyContext context, Bar bar, long averageRange) {
        order.reconcile(context);
        if (!levels.isOpen() && !order.isLive()) {
            range = averageRange;
        }
        settle(context);
        if (!levels.isOpen()) {
            return;
        }
        boolean whole = bar.openTimeNs() >= entryNs;
        onPrices(context, whole ? bar.low() : bar.close(), whole ? bar.high() : bar.close());
        if (settings.maxHoldNs() > 0 && context.timeNs() - entryNs >= settings.maxHoldNs()) {
            exit(context, ExitReason.TIME);
        }
    }

    /** Asks to close the position; without one nothing happens. */
    public void exit(StrategyContext context, ExitReason reason) {
        if (levels.isOpen()) {
            pending = pending.or(reason);
            tryExit(context);
        }
    }

    /** A report on one of the strategy's orders. */
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        boolean ended = order.onExecution(report);
        settle(context);
        if (ended) {
            onOrderEnded(context);
        }
    }

    /** A denial of one of the strategy's orders. */
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        if (order.onDenied(denial)) {
            onOrderEnded(context);
        }
    }

    /** The retry timer, whose id is the instrument's. */
    public void onTimer(StrategyContext context) {
        tryExit(context);
    }

    /** The venue opened or halted the instrument. */
    public void onTrading(StrategyContext context, boolean open) {
        halted = !open;
        tryExit(context);
    }

    private void onPrices(StrategyContext context, long low, long high) {
        ExitReason reason = levels.onPrices(low, high);
        if (reason.isExit()) {
            exit(context, reason);
        } else if (pending.isExit()) {
            tryExit(context);
        } else {
            climb(context);
        }
    }

    /** Takes the next partial exit or addition its gain was reached for. */
    private void climb(StrategyContext context) {
        if (order.isLive() || halted || !ladderRetry.isOver(context.timeNs())) {
            return;
        }
        long gain = levels.bestGain();
        if (isDue(settings.partials(), partialsDone, gain)) {
            long share = settings.partials().rungs().get(partialsDone++).share();
            long quantity = Math.min(shareOfInitial(context, share), openQuantity(context));
            sendShare(context, Purpose.PARTIAL_EXIT, quantity, "partial-exit");
        } else if (isDue(settings.adds(), additionsDone, gain)) {
            long share = settings.adds().rungs().get(additionsDone++).share();
            sendShare(context, Purpose.ADDITION, shareOfInitial(context, share), "addition");
        }
    }

    private void sendShare(StrategyContext context, Purpose why, long quantity, String reason) {
        if (quantity == 0) {
            context.suppress(instrumentId, "size-too-small");
            return;
        }
        boolean closes = why == Purpose.PARTIAL_EXIT;
        OrderTicket ticket = ticket(context, closes ? -levels.sign() : levels.sign(), quantity);
        send(context, why, closes ? ticket.reduceOnly() : ticket, reason);
    }

    private void tryExit(StrategyContext context) {
        if (!pending.isExit() || halted) {
            return;
        }
        if (order.isLive()) {
            if (purpose != Purpose.EXIT) {
                order.cancel(context);
            }
            return;
        }
        long quantity = openQuantity(context);
        if (quantity > 0 && exitRetry.isOver(context.timeNs())) {
            OrderTicket ticket = ticket(context, -levels.sign(), quantity).reduceOnly();
            send(context, Purpose.EXIT, pending.isStop() ? ticket.protective() : ticket, pending.code());
        }
    }

    private void send(StrategyContext context, Purpose why, OrderTicket ticket, String reason) {
        purpose = why;
        quantityBeforeOrder = context.position(instrumentId).quantity();
        order.sent(ticket.market().submit(reason), 0, context.timeNs());
        if (!order.isLive()) {
            onOrderEnded(context);
        }
    }

    private void onOrderEnded(StrategyContext context) {
        boolean changed = context.position(instrumentId).quantity() != quantityBeforeOrder;
        switch (purpose) {
            case ENTRY -> {}
            case ADDITION -> onLadderOrderEnded(context, changed);
            case PARTIAL_EXIT -> {
                onLadderOrderEnded(context, changed);
                if (!changed) {
                    partialsDone--;
                } else if (levels.isOpen()) {
                    levels.protectEntry();
                }
            }
            case EXIT -> onExitOrderEnded(context, changed);
        }
        tryExit(context);
    }

    private void onLadderOrderEnded(StrategyContext context, boolean changed) {
        if (changed) {
            ladderRetry.reset();
        } else {
            ladderRetry.onFailure(context.timeNs());
        }
    }

    private void onExitOrderEnded(StrategyContext context, boolean changed) {
        if (changed) {
            exitRetry.reset();
        } else if (levels.isOpen()) {
            context.setTimer(instrumentId, exitRetry.onFailure(context.timeNs()));
        }
    }

    /** Brings the levels in line with the position there is. */
    private void settle(StrategyContext context) {
        VirtualPosition position = context.position(instrumentId);
        int sign = Long.signum(Holding.of(context, instrumentId));
        if (sign == 0) {
            if (levels.isOpen()) {
                onClosed(context);
            }
        } else if (sign != levels.sign()) {
            if (levels.isOpen()) {
                onClosed(context);
            }
            onOpened(context, position);
        } else if (purpose == Purpose.ENTRY && Math.abs(position.quantity()) > initialQuantity) {
            measure(context, position);
        }
    }

    private void onOpened(StrategyContext context, VirtualPosition position) {
        if (range <= 0) {
            return;
        }
        entryNs = context.timeNs();
        partialsDone = 0;
        additionsDone = 0;
        pending = ExitReason.NONE;
        cooldown.start(entryNs);
        measure(context, position);
    }

    private void measure(StrategyContext context, VirtualPosition position) {
        initialQuantity = Math.abs(position.quantity());
        entryNotional = context.instrument(instrumentId).notional(position.averagePrice(), initialQuantity);
        levels.open(Long.signum(position.quantity()), position.averagePrice(), range);
    }

    private void onClosed(StrategyContext context) {
        levels.close();
        pending = ExitReason.NONE;
        exitRetry.reset();
        ladderRetry.reset();
        context.cancelTimer(instrumentId);
        cooldown.start(context.timeNs());
        long result = result(context);
        if (entryNotional > 0) {
            listener.onClosed(FixedPoint.divide(result - resultBefore, entryNotional, RoundingMode.HALF_EVEN));
        }
        resultBefore = result;
    }

    private long result(StrategyContext context) {
        VirtualPosition position = context.position(instrumentId);
        return position.realizedPnl() - position.fees();
    }

    private OrderTicket ticket(StrategyContext context, int sign, long quantity) {
        OrderTicket ticket = context.order(instrumentId);
        return sign > 0 ? ticket.buy(quantity) : ticket.sell(quantity);
    }

    /** What can be closed with one order: whole lots, at most the venue's largest order. */
    private long openQuantity(StrategyContext context) {
        Instrument instrument = context.instrument(instrumentId);
        long quantity = Math.abs(context.position(instrumentId).quantity());
        return instrument.floorToLot(Math.min(quantity, instrument.maxQuantity()));
    }

    private long shareOfInitial(StrategyContext context, long share) {
        long quantity = FixedPoint.multiply(initialQuantity, share, RoundingMode.DOWN);
        return context.instrument(instrumentId).floorToLot(quantity);
    }

    private static boolean isDue(Ladder ladder, int done, long gain) {
        return done < ladder.rungs().size() && gain >= ladder.rungs().get(done).gain();
    }
}
