package io.lockstep.engine.risk;

import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Portfolio;
import org.jspecify.annotations.Nullable;

/**
 * The worst case of an account in an instrument: its position if all that is open, in flight or unknown on one side trades and nothing on
 * the other does.
 */
final class Exposure {
    private final OrderTable orders;
    private final Portfolio portfolio;

    Exposure(OrderTable orders, Portfolio portfolio) {
        this.orders = orders;
        this.portfolio = portfolio;
    }

    /**
     * Largest position reachable on one side.
     *
     * @param buy true for the long side, false for the short
     * @param except order left out because another takes its place, or null
     * @return signed position, base currency, E8
     */
    long worst(int accountId, int instrumentId, boolean buy, @Nullable Order except) {
        long open = 0;
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            boolean counts = order != except
                    && order.isBuy() == buy
                    && order.instrumentId() == instrumentId
                    && order.accountId() == accountId;
            if (counts) {
                open = Math.addExact(open, order.leavesQty());
            }
        }
        long held = portfolio.accountPosition(accountId, instrumentId).quantity();
        return Math.addExact(held, buy ? open : -open);
    }

    /** Whether an open order of the account on the other side would meet a limit price. */
    boolean wouldMeetOwn(int accountId, int instrumentId, boolean buy, long price) {
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            boolean opposite = order.isBuy() != buy
                    && order.instrumentId() == instrumentId
                    && order.accountId() == accountId
                    && order.price() > 0;
            if (opposite && (buy ? price >= order.price() : price <= order.price())) {
                return true;
            }
        }
        return false;
    }
}
