package io.lockstep.strategies.starter;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.trade.Allotment;

/**
 * How much one order is for: a fixed quantity, or what a notional buys at the price of the moment.
 *
 * @param quantity base currency, E8; 0 to go by notional
 * @param notional quote currency, E8
 */
record OrderSize(long quantity, long notional) {
    /** Reads {@code quantity} and {@code notional}. */
    static OrderSize read(StrategyParameters parameters) {
        return new OrderSize(
                parameters.exact("quantity", "0", "0", "1000000000"),
                parameters.exact("notional", "1000", "0.00000001", "1000000000"));
    }

    /** Whole lots for an order at a price, E8; 0 if the venue would not take so little. */
    long at(Instrument instrument, long price) {
        if (quantity == 0) {
            return Allotment.quantityFor(instrument, notional, price);
        }
        long lots = instrument.floorToLot(Math.min(quantity, instrument.maxQuantity()));
        return lots >= instrument.minQuantity() ? lots : 0;
    }
}
