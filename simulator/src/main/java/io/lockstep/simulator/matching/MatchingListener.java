package io.lockstep.simulator.matching;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.Fill;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;

/**
 * What the venue has to say, in the order in which it happens. Called from within the core's methods, on its thread; must not call
 * the core and must not keep orders, requests or fills. Every method does nothing unless overridden.
 */
public interface MatchingListener {
    /** A new order was taken. */
    default void onAccepted(ClientOrder order, long timeNs) {}

    /** A new order was refused; it never existed. */
    default void onRejected(OrderRequest request, RejectReason reason, long timeNs) {}

    /** A conditional order's price was met; it works from now on. */
    default void onTriggered(ClientOrder order, long timeNs) {}

    /** An order traded. */
    default void onFill(ClientOrder order, Fill fill) {}

    /** An order ended without being filled; {@link EndReason#isCancel} tells canceled from expired. */
    default void onEnded(ClientOrder order, EndReason reason, long timeNs) {}

    /**
     * Price or quantity of an order changed.
     *
     * @param previousTag the tag it had before
     */
    default void onReplaced(ClientOrder order, long previousTag, long timeNs) {}

    /** A balance changed; called once for each after all that one input caused. */
    default void onBalance(Account account, int asset, long timeNs) {}

    /** A position changed; called once for each after all that one input caused. */
    default void onPosition(Account account, int instrumentId, long timeNs) {}

    /**
     * Funding was paid or received.
     *
     * @param payment what the account received, quote currency, E8; negative if it paid
     */
    default void onFunding(Account account, int instrumentId, long payment, long timeNs) {}

    /** An account's margin fell to the maintenance margin: its orders end and its positions are closed by force. */
    default void onLiquidation(Account account, long timeNs) {}

    /** A quote was formed around a trade because none is recorded. */
    default void onFormedQuote(int instrumentId, long bid, long ask, long quantity, long timeNs) {}
}
