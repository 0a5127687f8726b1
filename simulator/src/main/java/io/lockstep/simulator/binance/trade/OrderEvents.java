package io.lockstep.simulator.binance.trade;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.order.EndReason;
import java.util.Set;

/** Tells an account's listeners what happened, in the words of one product. */
public interface OrderEvents {
    /** An order was taken. */
    void onNew(ApiOrder order);

    /** A conditional order's trigger was met. */
    void onTriggered(ApiOrder order);

    /** An order traded; the fill is its last. */
    void onTrade(ApiOrder order, boolean forced);

    /** An order ended. */
    void onEnd(ApiOrder order, EndReason reason);

    /** Price or quantity of an order changed. */
    void onAmended(ApiOrder order);

    /** Balances and positions changed. */
    void onAccount(Account account, Set<Integer> assets, Set<Integer> instruments, String cause);

    /** Funding was paid or received. */
    void onFunding(Account account, int instrumentId, long payment);
}
