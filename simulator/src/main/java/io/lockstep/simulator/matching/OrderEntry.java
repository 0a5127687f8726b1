package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.ExpiryQueue;
import io.lockstep.simulator.matching.book.OrderStore;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.OrderStatus;
import io.lockstep.simulator.order.RejectReason;
import java.util.List;

/** What clients may ask for: new orders, cancellations, changes; and the ends that time brings. */
final class OrderEntry {
    private static final long NS_PER_MINUTE = 60_000_000_000L;
    private static final long NS_PER_DAY = 24 * 60 * NS_PER_MINUTE;

    private final List<InstrumentMarket> markets;
    private final OrderStore store;
    private final OrderChecks checks;
    private final Executions executions;
    private final Activation activation;
    private final MatchingListener listener;
    private final long dayRollNs;
    private final ExpiryQueue expiries = new ExpiryQueue();

    OrderEntry(
            List<InstrumentMarket> markets,
            OrderStore store,
            OrderChecks checks,
            Executions executions,
            Activation activation,
            MatchingListener listener,
            int dayRollMinutes) {
        this.markets = markets;
        this.store = store;
        this.checks = checks;
        this.executions = executions;
        this.activation = activation;
        this.listener = listener;
        this.dayRollNs = dayRollMinutes * NS_PER_MINUTE;
    }

    long submit(OrderRequest request, long timeNs) {
        RejectReason reason = refusal(request, timeNs);
        if (reason != RejectReason.NONE) {
            listener.onRejected(request, reason, timeNs);
            return 0;
        }
        InstrumentMarket market = markets.get(request.instrumentId());
        ClientOrder order = store.open(request, timeNs);
        scheduleExpiry(order, timeNs);
        listener.onAccepted(order, timeNs);
        if (order.isConditional()) {
            market.triggers.add(order);
            activation.fireLast(market, timeNs);
        } else {
            activation.activate(market, order, timeNs);
        }
        return order.id();
    }

    RejectReason cancel(int accountId, long orderId, long timeNs) {
        ClientOrder order = store.get(orderId);
        if (order == null || order.accountId() != accountId || !order.status().isOpen()) {
            return RejectReason.UNKNOWN_ORDER;
        }
        end(order, EndReason.REQUESTED, timeNs);
        return RejectReason.NONE;
    }

    int cancelAll(int accountId, int instrumentId, EndReason reason, long timeNs) {
        int count = 0;
        ClientOrder order = store.firstOpen(accountId);
        while (order != null) {
            ClientOrder next = order.nextOpen();
            if (instrumentId == MatchingCore.ALL_INSTRUMENTS || order.instrumentId() == instrumentId) {
                end(order, reason, timeNs);
                count++;
            }
            order = next;
        }
        return count;
    }

    RejectReason replace(long orderId, OrderRequest change, boolean keepPriority, long timeNs) {
        ClientOrder order = store.get(orderId);
        if (order == null
                || order.accountId() != change.accountId()
                || !order.status().isOpen()) {
            return RejectReason.UNKNOWN_ORDER;
        }
        long price = order.hasLimit() ? change.price() : FixedPoint.NULL;
        long stop = change.stopPrice() == FixedPoint.NULL ? order.stopPrice() : change.stopPrice();
        if (price == order.price() && stop == order.stopPrice() && change.quantity() == order.quantity()) {
            return RejectReason.NO_CHANGE;
        }
        return order.status() == OrderStatus.UNTRIGGERED
                ? replaceUntriggered(order, change, price, stop, timeNs)
                : replaceWorking(order, change, price, keepPriority, timeNs);
    }

    /** Ends the orders of a day whose session is over. */
    void endDay(InstrumentMarket market, long timeNs) {
        for (int account = 0; account < store.accountLimit(); account++) {
            ClientOrder order = store.firstOpen(account);
            while (order != null) {
                ClientOrder next = order.nextOpen();
                boolean here = order.instrumentId() == market.instrument.id();
                if (here && order.timeInForce() == TimeInForce.DAY) {
                    end(order, EndReason.SESSION_END, timeNs);
                }
                order = next;
            }
        }
    }

    long nextExpiryNs() {
        return expiries.nextTimeNs();
    }

    /** Ends the order that expires next. */
    void expireNext(long timeNs) {
        ClientOrder order = store.get(expiries.poll());
        if (order != null && order.status().isOpen()) {
            boolean day = order.timeInForce() == TimeInForce.DAY;
            end(order, day ? EndReason.SESSION_END : EndReason.TIME, timeNs);
        }
    }

    private RejectReason refusal(OrderRequest request, long timeNs) {
        if (request.instrumentId() < 0 || request.instrumentId() >= markets.size()) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        InstrumentMarket market = markets.get(request.instrumentId());
        int open = store.openCount(request.accountId(), request.instrumentId());
        return checks.check(market, request, open, timeNs);
    }

    private RejectReason replaceUntriggered(
            ClientOrder order, OrderRequest change, long price, long stop, long timeNs) {
        InstrumentMarket market = markets.get(order.instrumentId());
        long checked = order.hasLimit() ? price : stop;
        RejectReason reason = checks.checkChange(market, order, checked, change.quantity());
        if (reason == RejectReason.NONE) {
            long previousTag = order.tag();
            market.triggers.remove(order);
            order.replace(change.tag(), price, change.quantity(), timeNs);
            order.stopPrice(stop);
            market.triggers.add(order);
            listener.onReplaced(order, previousTag, timeNs);
            activation.fireLast(market, timeNs);
        }
        return reason;
    }

    private RejectReason replaceWorking(
            ClientOrder order, OrderRequest change, long price, boolean keepPriority, long timeNs) {
        InstrumentMarket market = markets.get(order.instrumentId());
        if (market.status != TradingStatusKind.TRADING) {
            return RejectReason.MARKET_CLOSED;
        }
        if (change.quantity() <= order.cumQty()) {
            end(order, EndReason.REPLACED_TO_NOTHING, timeNs);
            return RejectReason.NONE;
        }
        RejectReason reason = checks.checkChange(market, order, price, change.quantity());
        boolean taking = order.isPostOnly() && checks.wouldTake(market, order.isBuy(), price, timeNs);
        if (reason != RejectReason.NONE || taking) {
            return reason != RejectReason.NONE ? reason : RejectReason.WOULD_TAKE;
        }
        return rework(market, order, change, price, keepPriority, timeNs);
    }

    private RejectReason rework(
            InstrumentMarket market,
            ClientOrder order,
            OrderRequest change,
            long price,
            boolean keepPriority,
            long timeNs) {
        executions.release(market, order);
        long leaves = change.quantity() - order.cumQty();
        RejectReason cover = checks.checkCover(market, order.accountId(), order.isBuy(), price, leaves, timeNs);
        if (cover != RejectReason.NONE) {
            executions.work(market, order);
            return cover;
        }
        boolean stays = keepPriority && price == order.price() && change.quantity() < order.quantity();
        long previousTag = order.tag();
        order.replace(change.tag(), price, change.quantity(), timeNs);
        listener.onReplaced(order, previousTag, timeNs);
        if (stays) {
            executions.work(market, order);
        } else {
            market.side(!order.isBuy()).remove(order);
            activation.activate(market, order, timeNs);
        }
        return RejectReason.NONE;
    }

    private void end(ClientOrder order, EndReason reason, long timeNs) {
        executions.end(markets.get(order.instrumentId()), order, reason, timeNs);
    }

    private void scheduleExpiry(ClientOrder order, long timeNs) {
        if (order.timeInForce() == TimeInForce.DAY) {
            long passed = Math.floorMod(timeNs - dayRollNs, NS_PER_DAY);
            order.expireNs(timeNs + NS_PER_DAY - passed);
        }
        boolean timed = order.timeInForce() == TimeInForce.DAY || order.timeInForce() == TimeInForce.GTD;
        if (timed && order.expireNs() != FixedPoint.NULL) {
            expiries.add(order.expireNs(), order.id());
        }
    }
}
