package io.lockstep.launcher.swarm.trader;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/**
 * A strategy that tries to get past every limit: too large, too many, too far, the same again, more than it holds, in bursts, and again at once after
 * each denial. From a given time on it only cancels.
 */
public final class HostileTrader implements Strategy {
    private static final int REMEMBERED = 8;
    private static final int MOST_LOTS = 6_000;
    private static final int BURST = 24;
    private static final int PATIENCE = 3;

    private final Chance chance;
    private final long quietFromNs;
    private final long[] orders = new long[REMEMBERED];
    private int placed;
    private int angry;

    /**
     * A trader that decides by a seed.
     *
     * @param quietFromNs when it stops, UTC, nanoseconds
     */
    public HostileTrader(long seed, long quietFromNs) {
        chance = new Chance(seed);
        this.quietFromNs = quietFromNs;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        // best bid and ask of every instrument it was given come without asking
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        if (context.timeNs() >= quietFromNs) {
            context.cancelAll(instrumentId);
            return;
        }
        angry = 0;
        chance.feed(context.topOfBook(instrumentId).mid());
        switch (chance.below(16)) {
            case 0 -> burst(context, instrumentId);
            case 1, 2, 3 -> send(context, instrumentId, 1 + chance.below(MOST_LOTS));
            case 4 -> twice(context, instrumentId);
            case 5 -> send(context, instrumentId, 1 + chance.below(40));
            case 6 -> change(context, instrumentId);
            case 7 -> context.cancel(orders[chance.below(REMEMBERED)]);
            case 8 -> fakeExit(context, instrumentId);
            case 9 -> context.cancelAll(instrumentId);
            default -> {}
        }
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        chance.feed(report.orderId() + report.execType().value());
        if (chance.below(8) == 0 && context.timeNs() < quietFromNs) {
            send(context, report.instrumentId(), 1 + chance.below(400));
        }
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        chance.feed(denial.reason());
        if (angry++ < PATIENCE && context.timeNs() < quietFromNs) {
            send(context, denial.instrumentId(), 1 + chance.below(200));
        }
    }

    private void burst(StrategyContext context, int instrumentId) {
        for (int i = 0; i < BURST; i++) {
            send(context, instrumentId, 1 + chance.below(20));
        }
    }

    private void twice(StrategyContext context, int instrumentId) {
        long price = context.instrument(instrumentId)
                .floorToTick(context.topOfBook(instrumentId).bidPrice());
        long quantity = 5 * context.instrument(instrumentId).lotSize();
        context.order(instrumentId).buy(quantity).limit(price).submit("once");
        context.order(instrumentId).buy(quantity).limit(price).submit("twice");
    }

    private void send(StrategyContext context, int instrumentId, int lots) {
        Instrument instrument = context.instrument(instrumentId);
        long mid = context.topOfBook(instrumentId).mid();
        boolean buy = chance.coin();
        long away = instrument.tickSize() * (chance.below(60) - 20);
        OrderTicket ticket = context.order(instrumentId);
        ticket = buy ? ticket.buy(lots * instrument.lotSize()) : ticket.sell(lots * instrument.lotSize());
        ticket = chance.below(5) == 0
                ? ticket.market()
                : ticket.limit(instrument.floorToTick(buy ? mid - away : mid + away));
        remember(ticket.submit("hostile"));
    }

    private void change(StrategyContext context, int instrumentId) {
        Instrument instrument = context.instrument(instrumentId);
        long price = instrument.floorToTick(context.topOfBook(instrumentId).mid());
        remember(context.replace(
                orders[chance.below(REMEMBERED)], price, instrument.lotSize() * (1 + chance.below(MOST_LOTS))));
    }

    /** Says that it shrinks a position, by more than there is of it. */
    private void fakeExit(StrategyContext context, int instrumentId) {
        long lot = context.instrument(instrumentId).lotSize();
        long more = Math.abs(context.position(instrumentId).quantity()) + lot * (chance.below(20) - 10);
        long quantity = Math.max(lot, context.instrument(instrumentId).floorToLot(more));
        OrderTicket ticket = context.order(instrumentId);
        (context.position(instrumentId).quantity() >= 0 ? ticket.sell(quantity) : ticket.buy(quantity))
                .market()
                .reduceOnly()
                .submit("fake exit");
    }

    private void remember(long orderId) {
        if (orderId != 0) {
            orders[placed++ % REMEMBERED] = orderId;
        }
    }
}
