package io.lockstep.simulator.binance.trade;

/**
 * One execution of an order, as queries and events show it.
 *
 * @param tradeId public trade id
 * @param price quote currency, E8
 * @param quantity base currency, E8
 * @param quoteQuantity quote currency, E8
 * @param fee in {@code feeAsset}, E8
 * @param feeAsset what the fee was taken in
 * @param realizedPnl profit locked in, quote currency, E8
 * @param isMaker whether the order rested
 * @param timeMs when
 */
public record ApiFill(
        long tradeId,
        long price,
        long quantity,
        long quoteQuantity,
        long fee,
        String feeAsset,
        long realizedPnl,
        boolean isMaker,
        long timeMs) {}
