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
            if (order != except && order.isBuy() == buy && isOn(order, accountId, instrumentId)) {
                open = Math.addExact(open, order.leavesQty());
            }
        }
        long held = portfolio.accountPosition(accountId, instrumentId).quantity();
        return Math.addExact(held, buy ? open : -open);
    }

    /**
     * How much of a strategy's position an order on one side may still close: what it holds, less what its other orders already close. Orders
     * that wait for a stop price are left out, for they guard the same quantity.
     *
     * @return base currency, E8; not positive when there is nothing to close
     */
    long reducible(int accountId, int strategyId, int instrumentId, boolean buy, @Nullable Order except) {
        long held =
                portfolio.strategyPosition(accountId, strategyId, instrumentId).quantity();
        long rest = buy ? -held : held;
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            boolean closes = order != except
                    && order.isBuy() == buy
                    && order.strategyId() == strategyId
                    && !order.isConditional()
                    && isOn(order, accountId, instrumentId);
            if (closes) {
                rest = Math.subtractExact(rest, order.leavesQty());
            }
        }
        return rest;
    }

    /**
     * The price of an open order of the account on the other side that a price would meet; 0 if there is none. Orders that wait for a stop
     * price cannot be met.
     */
    long ownPriceMet(int accountId, int instrumentId, boolean buy, long price) {
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            long own = order.worstPrice();
            boolean opposite =
                    order.isBuy() != buy && own > 0 && !order.isConditional() && isOn(order, accountId, instrumentId);
            if (opposite && (buy ? price >= own : price <= own)) {
                return own;
            }
        }
        return 0;
    }

    private static boolean isOn(Order order, int accountId, int instrumentId) {
        return order.instrumentId() == instrumentId && order.accountId() == accountId;
    }
}
