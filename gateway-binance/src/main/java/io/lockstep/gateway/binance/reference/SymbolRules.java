package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.TradingStatusKind;
import java.util.Set;

/**
 * One symbol and every rule the venue states for its orders. Immutable. A limit of 0 is no limit, as at the venue; upper limits too
 * large for 64 bits are the largest value.
 *
 * @param product where it trades
 * @param symbol the venue's symbol
 * @param assetClass spot, perpetual or dated future
 * @param status what the venue allows now
 * @param statusText the venue's own word for it
 * @param baseAsset what is bought
 * @param quoteAsset what it is paid in
 * @param price price limits and tick size
 * @param lot quantity limits and lot size
 * @param marketLot the same for market orders, in addition; a step of 0 means no step of its own
 * @param notional order value limits
 * @param percentPrice price band around the reference price
 * @param counts how many orders may be open
 * @param trailing limits of trailing stops
 * @param maxPosition largest position after a buy, base currency, E8, 0 is none
 * @param orderTypes the venue's names of the order types it takes
 * @param timesInForce the venue's names; empty where it states none (spot: GTC, IOC, FOK)
 * @param stpModes self-trade prevention modes it takes; empty where it states none
 * @param flags further abilities it states, as {@code amendAllowed}
 */
public record SymbolRules(
        Product product,
        String symbol,
        AssetClass assetClass,
        TradingStatusKind status,
        String statusText,
        String baseAsset,
        String quoteAsset,
        PriceLimits price,
        LotLimits lot,
        LotLimits marketLot,
        NotionalLimits notional,
        PercentPrice percentPrice,
        OrderCounts counts,
        TrailingLimits trailing,
        long maxPosition,
        Set<String> orderTypes,
        Set<String> timesInForce,
        Set<String> stpModes,
        Set<String> flags) {

    /**
     * Price limits.
     *
     * @param min lowest price, quote currency, E8
     * @param max highest price, quote currency, E8
     * @param tickSize price step, quote currency, E8
     */
    public record PriceLimits(long min, long max, long tickSize) {}

    /**
     * Quantity limits.
     *
     * @param min smallest quantity, base currency, E8
     * @param max largest quantity, base currency, E8
     * @param stepSize quantity step, base currency, E8
     */
    public record LotLimits(long min, long max, long stepSize) {}

    /**
     * Order value limits.
     *
     * @param min smallest value, quote currency, E8
     * @param max largest value, quote currency, E8
     * @param minForMarket whether the smallest counts for market orders
     * @param maxForMarket whether the largest counts for market orders
     * @param averageMinutes minutes of the average price that market orders are valued at; 0 is the last price
     */
    public record NotionalLimits(long min, long max, boolean minForMarket, boolean maxForMarket, int averageMinutes) {}

    /**
     * Price band: factors of the reference price, E8; 0 is none.
     *
     * @param bidUp highest buy price
     * @param bidDown lowest buy price
     * @param askUp highest sell price
     * @param askDown lowest sell price
     * @param averageMinutes minutes of the average that is the reference; 0 is the last price (spot) or the mark price (futures)
     */
    public record PercentPrice(long bidUp, long bidDown, long askUp, long askDown, int averageMinutes) {}

    /**
     * Largest numbers of open orders on the symbol; 0 is none stated.
     *
     * @param orders of any kind
     * @param algo conditional ones
     * @param iceberg iceberg orders
     * @param icebergParts parts of one iceberg order
     * @param lists order lists
     * @param amends amendments of one order
     */
    public record OrderCounts(int orders, int algo, int iceberg, int icebergParts, int lists, int amends) {}

    /**
     * Limits of a trailing stop's distance, basis points; 0 is none stated.
     *
     * @param minAbove least distance above the market
     * @param maxAbove largest distance above the market
     * @param minBelow least distance below the market
     * @param maxBelow largest distance below the market
     */
    public record TrailingLimits(int minAbove, int maxAbove, int minBelow, int maxBelow) {}

    /** Copies its sets. */
    public SymbolRules {
        orderTypes = Set.copyOf(orderTypes);
        timesInForce = Set.copyOf(timesInForce);
        stpModes = Set.copyOf(stpModes);
        flags = Set.copyOf(flags);
    }

    /** The same in another status. */
    public SymbolRules withStatus(TradingStatusKind newStatus, String newStatusText) {
        return new SymbolRules(
                product,
                symbol,
                assetClass,
                newStatus,
                newStatusText,
                baseAsset,
                quoteAsset,
                price,
                lot,
                marketLot,
                notional,
                percentPrice,
                counts,
                trailing,
                maxPosition,
                orderTypes,
                timesInForce,
                stpModes,
                flags);
    }

    /**
     * The engine's view of the symbol.
     *
     * @param id dense id of this run
     * @param makerFee fee of a resting fill as a fraction of notional, E8
     * @param takerFee fee of a taking fill as a fraction of notional, E8
     */
    public Instrument toInstrument(int id, long makerFee, long takerFee) {
        return new Instrument(
                id,
                product.venue(),
                assetClass,
                symbol,
                baseAsset,
                quoteAsset,
                price.tickSize(),
                lot.stepSize(),
                Math.max(lot.min(), lot.stepSize()),
                lot.max(),
                notional.min(),
                FixedPoint.ONE,
                makerFee,
                takerFee);
    }
}
