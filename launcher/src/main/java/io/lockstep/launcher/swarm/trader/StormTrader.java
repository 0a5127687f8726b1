package io.lockstep.launcher.swarm.trader;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/**
 * A strategy that fires a volley of small orders whenever it has none open, cancels what is left of it later, and fires again: as many requests under
 * way at once as the limits allow, so that many answers can be lost. From a given time on it only cancels.
 */
public final class StormTrader implements Strategy {
    private static final int LEAST_LOTS = 25;
    private static final int MOST_TICKS_AWAY = 40;
    private static final long TURN = FixedPoint.ONE / 2;

    private final Chance chance;
    private final long quietFromNs;
    private final int volley;

    /**
     * A trader that decides by a seed.
     *
     * @param quietFromNs when it stops, UTC, nanoseconds
     * @param volley orders it sends at once
     */
    public StormTrader(long seed, long quietFromNs, int volley) {
        chance = new Chance(seed);
        this.quietFromNs = quietFromNs;
        this.volley = volley;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        // best bid and ask of every instrument it was given come without asking
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        chance.feed(context.topOfBook(instrumentId).mid());
        if (context.timeNs() >= quietFromNs || context.workingOrders(instrumentId) > 0) {
            context.cancelAll(instrumentId);
            return;
        }
        boolean buy = isBuying(context, instrumentId);
        long room = buy || !isSpot(context, instrumentId)
                ? Long.MAX_VALUE
                : context.position(instrumentId).quantity();
        for (int i = 0; i < volley; i++) {
            long quantity = context.instrument(instrumentId).lotSize() * (LEAST_LOTS + chance.below(LEAST_LOTS));
            room -= quantity;
            if (room >= 0) {
                send(context, instrumentId, buy, quantity);
            }
        }
    }

    /** It turns when it holds much, and sells on spot only what it then has. */
    private boolean isBuying(StrategyContext context, int instrumentId) {
        long held = context.position(instrumentId).quantity();
        if (Math.abs(held) >= TURN) {
            return held < 0;
        }
        return isSpot(context, instrumentId) || chance.coin();
    }

    private void send(StrategyContext context, int instrumentId, boolean buy, long quantity) {
        Instrument instrument = context.instrument(instrumentId);
        long mid = context.topOfBook(instrumentId).mid();
        long away = instrument.tickSize() * (chance.below(MOST_TICKS_AWAY) - MOST_TICKS_AWAY / 8);
        OrderTicket ticket = context.order(instrumentId);
        (buy ? ticket.buy(quantity) : ticket.sell(quantity))
                .limit(instrument.floorToTick(buy ? mid - away : mid + away))
                .submit("volley");
    }

    private static boolean isSpot(StrategyContext context, int instrumentId) {
        return context.instrument(instrumentId).assetClass() == AssetClass.SPOT;
    }
}
