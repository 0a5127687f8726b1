package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.sbe.ReconciliationKind;

/**
 * What an account may send and how often it asks. Times in nanoseconds.
 *
 * @param sendOrders whether orders are sent at all
 * @param extendedHours whether orders may trade outside the core session
 * @param ordersNs between lists of open orders
 * @param fillsNs between lists of fills
 * @param positionsNs between lists of positions
 * @param cashNs between readings of cash
 * @param clockNs between readings of the venue's clock
 * @param catchUpNs how far back orders and fills are read at start and after a gap
 */
public record AccountRules(
        boolean sendOrders,
        boolean extendedHours,
        long ordersNs,
        long fillsNs,
        long positionsNs,
        long cashNs,
        long clockNs,
        long catchUpNs) {

    long intervalNs(ReconciliationKind kind) {
        return switch (kind) {
            case ORDERS -> ordersNs;
            case FILLS -> fillsNs;
            case POSITIONS -> positionsNs;
            case CASH -> cashNs;
            case NULL_VAL -> Long.MAX_VALUE;
        };
    }
}
