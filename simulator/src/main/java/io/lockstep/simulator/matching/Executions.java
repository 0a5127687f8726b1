package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.Settlement;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.Fill;
import io.lockstep.simulator.matching.book.OrderStore;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderStatus;

/** Books what happens to orders: fills and endings, with the ledger moved and the listener told in the same step. */
final class Executions {
    private final Ledger ledger;
    private final OrderStore store;
    private final MatchingListener listener;
    private final Fill fill = new Fill();
    private long lastTradeId;

    Executions(Ledger ledger, OrderStore store, MatchingListener listener) {
        this.ledger = ledger;
        this.store = store;
        this.listener = listener;
    }

    /** The id of the next trade. */
    long nextTradeId() {
        return ++lastTradeId;
    }

    /** Quantity an order may still trade, E8: its leaves, or what is left to reduce. */
    long tradable(ClientOrder order) {
        long leaves = order.leavesQty();
        return order.isReduceOnly() ? Math.min(leaves, reducible(order)) : leaves;
    }

    /** What an order's account holds against its side, E8. */
    long reducible(ClientOrder order) {
        return account(order).position(order.instrumentId()).reducible(order.isBuy());
    }

    /** An order starts to work: the ledger holds back what it may need. */
    void work(InstrumentMarket market, ClientOrder order) {
        order.reserve(reserve(market.instrument, order, order.leavesQty()));
        ledger.work(account(order), market.instrument, order.isBuy(), order.leavesQty(), order.reserved());
    }

    /** The ledger no longer holds anything back for an order. */
    void release(InstrumentMarket market, ClientOrder order) {
        ledger.work(account(order), market.instrument, order.isBuy(), -order.leavesQty(), -order.reserved());
        order.reserve(0);
    }

    /** Books a fill of a working order. */
    void fill(
            InstrumentMarket market,
            ClientOrder order,
            long price,
            long quantity,
            boolean maker,
            long tradeId,
            long timeNs) {
        Instrument instrument = market.instrument;
        long rate = maker ? instrument.makerFee() : instrument.takerFee();
        fill.set(tradeId, price, quantity, maker, false, timeNs);
        settle(market, order, rate, timeNs);
    }

    /** Books a fill forced by liquidation, with its own fee. */
    void force(InstrumentMarket market, ClientOrder order, long price, long quantity, long timeNs) {
        fill.set(nextTradeId(), price, quantity, false, true, timeNs);
        settle(market, order, ledger.rules().liquidationFee(), timeNs);
    }

    /** Ends an order that is not filled. */
    void end(InstrumentMarket market, ClientOrder order, EndReason reason, long timeNs) {
        if (order.status() == OrderStatus.UNTRIGGERED) {
            market.triggers.remove(order);
        } else {
            release(market, order);
            market.side(!order.isBuy()).remove(order);
        }
        finish(order, reason, timeNs);
    }

    /** Ends an order that has been taken out of the triggers and does not work yet. */
    void finish(ClientOrder order, EndReason reason, long timeNs) {
        order.status(reason.isCancel() ? OrderStatus.CANCELED : OrderStatus.EXPIRED, timeNs);
        store.close(order);
        listener.onEnded(order, reason, timeNs);
    }

    private void settle(InstrumentMarket market, ClientOrder order, long feeRate, long timeNs) {
        long quantity = fill.quantity();
        Settlement settlement =
                ledger.settle(account(order), market.instrument, order.isBuy(), fill.price(), quantity, feeRate);
        String feeAsset = ledger.assets().name(settlement.feeAsset());
        fill.settled(settlement.notional(), settlement.fee(), feeAsset, settlement.realizedPnl());
        order.fill(quantity, settlement.notional(), timeNs);
        long reserve = reserve(market.instrument, order, order.leavesQty());
        ledger.work(account(order), market.instrument, order.isBuy(), -quantity, reserve - order.reserved());
        order.reserve(reserve);
        if (order.status() == OrderStatus.FILLED) {
            market.side(!order.isBuy()).remove(order);
            store.close(order);
        }
        listener.onFill(order, fill);
    }

    private long reserve(Instrument instrument, ClientOrder order, long leaves) {
        boolean bounded = order.hasLimit() && order.price() != FixedPoint.NULL;
        return bounded || !order.isBuy() ? ledger.reserve(instrument, order.isBuy(), order.price(), leaves) : 0;
    }

    private Account account(ClientOrder order) {
        return ledger.account(order.accountId());
    }
}
