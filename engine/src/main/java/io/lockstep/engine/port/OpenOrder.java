package io.lockstep.engine.port;

/**
 * An order of an earlier process as the journal leaves it: open, or not known to be over.
 *
 * @param orderId our id now
 * @param firstId our id it was sent with first: a venue that changes orders in place goes on knowing it by that
 * @param previousId our id before its last replacement, 0 for none
 * @param replacingId our id of the change under way, 0 for none
 * @param accountId account
 * @param strategyId strategy
 * @param instrumentId instrument
 * @param conditional whether it waits for a stop price
 * @param triggered whether its stop price was reached
 * @param price limit price, quote currency, E8, or {@code FixedPoint.NULL}
 * @param quantity whole quantity, base currency, E8
 * @param pendingPrice limit price the change under way asks for; its own where there is none
 * @param pendingQuantity quantity the change under way asks for; its own where there is none
 * @param cumQty filled so far, base currency, E8
 */
public record OpenOrder(
        long orderId,
        long firstId,
        long previousId,
        long replacingId,
        int accountId,
        int strategyId,
        int instrumentId,
        boolean conditional,
        boolean triggered,
        long price,
        long quantity,
        long pendingPrice,
        long pendingQuantity,
        long cumQty) {}
