package io.lockstep.simulator.alpaca.order;

import io.lockstep.simulator.alpaca.market.Asset;
import org.jspecify.annotations.Nullable;

/**
 * An order as a client asks for it.
 *
 * @param accountId who asks
 * @param asset what is traded
 * @param terms how
 * @param orderClass alone or leading a group
 * @param takeProfit terms of the leg that takes profit; null for none
 * @param stopLoss terms of the leg that stops a loss; null for none
 * @param clientOrderId the client's id, null has the venue choose one
 * @param intent what the client says the order does to the position, null says nothing
 */
public record NewOrder(
        int accountId,
        Asset asset,
        OrderTerms terms,
        OrderClass orderClass,
        @Nullable OrderTerms takeProfit,
        @Nullable OrderTerms stopLoss,
        @Nullable String clientOrderId,
        @Nullable String intent) {}
