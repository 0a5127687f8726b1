package io.lockstep.strategies.trade;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_EVEN;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.VirtualPosition;
import java.util.List;

/**
 * The capital a strategy may work with: what it was given plus what its own trades made or lost, fees and open positions included.
 * Amounts are quote currency, E8.
 */
public final class Allotment {
    private final long capital;
    private final int[] instruments;

    /**
     * Makes one.
     *
     * @param capital what it was given, positive
     * @param instruments the strategy's instruments
     */
    public Allotment(long capital, List<Integer> instruments) {
        this.capital = capital;
        this.instruments = instruments.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What it is worth now, at the latest prices. */
    public long equity(StrategyContext context) {
        long equity = capital;
        for (int id : instruments) {
            VirtualPosition position = context.position(id);
            equity = Math.addExact(equity, position.realizedPnl() - position.fees());
            equity = Math.addExact(equity, unrealized(context, id, position));
        }
        return equity;
    }

    /** Notional of the open positions at the latest prices. */
    public long notionalInUse(StrategyContext context) {
        long used = 0;
        for (int id : instruments) {
            long quantity = Math.abs(context.position(id).quantity());
            used = Math.addExact(used, context.instrument(id).notional(context.lastPrice(id), quantity));
        }
        return used;
    }

    /** Number of open positions. */
    public int openPositions(StrategyContext context) {
        int open = 0;
        for (int id : instruments) {
            open += Holding.isNothing(context, id) ? 0 : 1;
        }
        return open;
    }

    /**
     * The largest order of whole lots a notional buys.
     *
     * @return base currency, E8, at most the venue's largest order; 0 if it is below what the venue takes
     */
    public static long quantityFor(Instrument instrument, long notional, long price) {
        if (price <= 0 || notional <= 0) {
            return 0;
        }
        long unitValue = FixedPoint.multiply(price, instrument.contractSize(), HALF_EVEN);
        long quantity = instrument.floorToLot(FixedPoint.divide(notional, unitValue, DOWN));
        long bounded = Math.min(quantity, instrument.floorToLot(instrument.maxQuantity()));
        boolean taken =
                bounded >= instrument.minQuantity() && instrument.notional(price, bounded) >= instrument.minNotional();
        return taken ? bounded : 0;
    }

    private static long unrealized(StrategyContext context, int id, VirtualPosition position) {
        long price = context.lastPrice(id);
        if (position.isFlat() || price == 0) {
            return 0;
        }
        return context.instrument(id).notional(price - position.averagePrice(), position.quantity());
    }
}
