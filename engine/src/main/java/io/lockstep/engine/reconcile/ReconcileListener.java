package io.lockstep.engine.reconcile;

import io.lockstep.engine.order.Order;

/** Acts on what a comparison of orders brings up. */
public interface ReconcileListener {
    /** The venue does not list an order we took for working: its outcome is unknown until it is asked for by its id. */
    void missing(Order order);

    /** The venue lists an order with our id that we know nothing of. */
    void orphan(int accountId, int instrumentId, long orderId);

    /** The venue lists open orders in an instrument that have no id of ours. */
    void foreign(int accountId, int instrumentId);

    /** A list may have completed the proof that an order was never accepted. */
    void evidence();
}
