package io.lockstep.launcher.swarm.trader;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/**
 * A strategy that rests orders near the touch, takes now and then, changes and cancels them, guards some entries with a stop, and closes what it holds.
 * It asks for nothing it should not; from a given time on it only cancels.
 */
public final class PatientTrader implements Strategy {
    private static final int REMEMBERED = 8;
    private static final int LOTS = 40;

    private final Chance chance;
    private final long quietFromNs;
    private final long[] orders = new long[REMEMBERED];
    private int placed;

    /**
     * A trader that decides by a seed.
     *
     * @param quietFromNs when it stops, UTC, nanoseconds
     */
    public PatientTrader(long seed, long quietFromNs) {
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
        chance.feed(context.topOfBook(instrumentId).mid());
        switch (chance.below(12)) {
            case 0, 1 -> enter(context, instrumentId, false);
            case 2 -> enter(context, instrumentId, true);
            case 3, 4 -> context.cancel(orders[chance.below(REMEMBERED)]);
            case 5, 6 -> change(context, instrumentId);
            case 7, 8 -> exit(context, instrumentId);
            default -> {}
        }
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        chance.feed(report.orderId() + report.cumQty());
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        chance.feed(denial.reason());
    }

    private void enter(StrategyContext context, int instrumentId, boolean take) {
        Instrument instrument = context.instrument(instrumentId);
        if (context.workingOrders(instrumentId) >= 3) {
            return;
        }
        boolean buy = instrument.assetClass() == AssetClass.SPOT || chance.coin();
        long touch = buy
                ? context.topOfBook(instrumentId).bidPrice()
                : context.topOfBook(instrumentId).askPrice();
        long away = instrument.tickSize() * (take ? -10 : chance.below(6));
        long price = instrument.floorToTick(buy ? touch - away : touch + away);
        long quantity = instrument.lotSize() * (1 + chance.below(LOTS));
        OrderTicket ticket = context.order(instrumentId);
        ticket = (buy ? ticket.buy(quantity) : ticket.sell(quantity)).limit(price);
        if (instrument.assetClass() != AssetClass.SPOT && chance.below(6) == 0) {
            long stop = instrument.floorToTick(buy ? price - price / 200 : price + price / 200);
            ticket = ticket.bracket(stop, FixedPoint.NULL);
        }
        remember(ticket.submit("enter"));
    }

    private void change(StrategyContext context, int instrumentId) {
        Instrument instrument = context.instrument(instrumentId);
        long price = instrument.floorToTick(context.topOfBook(instrumentId).bidPrice());
        long quantity = instrument.lotSize() * (1 + chance.below(LOTS));
        long changed = 0;
        for (int i = 1; i <= REMEMBERED && changed == 0; i++) {
            changed = context.replace(orders[Math.floorMod(placed - i, REMEMBERED)], price, quantity);
        }
        remember(changed);
    }

    private void exit(StrategyContext context, int instrumentId) {
        Instrument instrument = context.instrument(instrumentId);
        long held = context.position(instrumentId).quantity();
        long quantity = instrument.floorToLot(Math.abs(held));
        if (quantity == 0 || context.workingOrders(instrumentId) > 0) {
            return;
        }
        OrderTicket ticket = context.order(instrumentId);
        ticket = held > 0 ? ticket.sell(quantity) : ticket.buy(quantity);
        if (chance.coin()) {
            ticket.market().reduceOnly().submit("exit");
            return;
        }
        long price = held > 0
                ? context.topOfBook(instrumentId).askPrice()
                : context.topOfBook(instrumentId).bidPrice();
        remember(ticket.limit(instrument.floorToTick(price)).reduceOnly().submit("exit"));
    }

    private void remember(long orderId) {
        if (orderId != 0) {
            orders[placed++ % REMEMBERED] = orderId;
        }
    }
}
