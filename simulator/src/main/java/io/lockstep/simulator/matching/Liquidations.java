package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.Position;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.OrderStore;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import java.util.List;

/**
 * Closes by force what an account can no longer carry: when its equity falls to the maintenance margin, its orders in that currency
 * end and its positions are closed, first against the displayed market, the rest taken over at the mark price by the venue's
 * insurance fund.
 */
final class Liquidations {
    private final Ledger ledger;
    private final OrderStore store;
    private final Executions executions;
    private final Matcher matcher;
    private final MatchingListener listener;
    private final OrderRequest request = new OrderRequest();

    Liquidations(Ledger ledger, OrderStore store, Executions executions, Matcher matcher, MatchingListener listener) {
        this.ledger = ledger;
        this.store = store;
        this.executions = executions;
        this.matcher = matcher;
        this.listener = listener;
    }

    /** An instrument's price for margin changed. */
    void onPrice(List<InstrumentMarket> markets, InstrumentMarket changed, long timeNs) {
        if (!ledger.rules().isMargined(changed.instrument)) {
            return;
        }
        for (int id = 0; id < ledger.accountCount(); id++) {
            Account account = ledger.account(id);
            Position position = account.positionIfAny(changed.instrument.id());
            if (position != null && position.quantity() != 0 && isDue(account, changed)) {
                liquidate(markets, account, ledger.quoteAsset(changed.instrument), timeNs);
            }
        }
    }

    private boolean isDue(Account account, InstrumentMarket market) {
        int quote = ledger.quoteAsset(market.instrument);
        return ledger.equity(account, quote) <= ledger.maintenanceMargin(account, quote);
    }

    private void liquidate(List<InstrumentMarket> markets, Account account, int quote, long timeNs) {
        listener.onLiquidation(account, timeNs);
        endOrders(markets, account, quote, timeNs);
        for (int id = 0; id < markets.size(); id++) {
            InstrumentMarket market = markets.get(id);
            Position position = account.positionIfAny(id);
            if (position != null && position.quantity() != 0 && ledger.quoteAsset(market.instrument) == quote) {
                close(market, account, position, timeNs);
            }
        }
    }

    private void endOrders(List<InstrumentMarket> markets, Account account, int quote, long timeNs) {
        ClientOrder order = store.firstOpen(account.id());
        while (order != null) {
            ClientOrder next = order.nextOpen();
            InstrumentMarket market = markets.get(order.instrumentId());
            if (ledger.quoteAsset(market.instrument) == quote) {
                executions.end(market, order, EndReason.LIQUIDATION, timeNs);
            }
            order = next;
        }
    }

    private void close(InstrumentMarket market, Account account, Position position, long timeNs) {
        boolean buy = position.quantity() < 0;
        request.reset(account.id(), market.instrument.id(), 0)
                .side(buy ? Side.BUY : Side.SELL, Math.abs(position.quantity()))
                .type(OrderType.MARKET)
                .timeInForce(TimeInForce.IOC)
                .price(FixedPoint.NULL);
        ClientOrder order = store.open(request, timeNs);
        listener.onAccepted(order, timeNs);
        executions.work(market, order);
        matcher.take(market, order, timeNs);
        if (order.leavesQty() > 0) {
            executions.force(market, order, market.referencePrice(), order.leavesQty(), timeNs);
        }
    }
}
