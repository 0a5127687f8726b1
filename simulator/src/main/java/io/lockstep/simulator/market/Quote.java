package io.lockstep.simulator.market;

/**
 * Best bid and ask as a venue told them. Prices in quote currency, quantities in base currency, E8; price 0 for an empty side.
 *
 * @param updateId the venue's id of it
 */
public record Quote(long updateId, long bidPrice, long bidQuantity, long askPrice, long askQuantity) {}
