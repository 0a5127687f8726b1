package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.simulator.order.TradingRules;

/**
 * A symbol that is traded.
 *
 * @param instrument definition with the filters every venue has
 * @param rules further filters
 * @param priceDecimals decimals of prices on the wire
 * @param quantityDecimals decimals of quantities on the wire
 * @param startPrice first price of a synthetic market, quote currency, E8
 */
public record SymbolSpec(
        Instrument instrument, TradingRules rules, int priceDecimals, int quantityDecimals, long startPrice) {
    /** The symbol, upper case. */
    public String symbol() {
        return instrument.symbol();
    }

    /** A price as market data and REST write it. */
    public String price(long value) {
        return Decimals.padded(value, priceDecimals);
    }

    /** A quantity as market data and REST write it. */
    public String quantity(long value) {
        return Decimals.padded(value, quantityDecimals);
    }
}
