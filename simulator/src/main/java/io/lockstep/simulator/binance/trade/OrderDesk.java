package io.lockstep.simulator.binance.trade;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.matching.MatchingListener;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.Fill;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import io.lockstep.simulator.venue.VenueLedger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All orders a product knows, kept up to date by what the matching core says. The tag of a core order is its public order id. */
public final class OrderDesk implements MatchingListener {
    private final PublicFeed feed;
    private final OrderEvents events;
    private final Map<Long, ApiOrder> orders = new LinkedHashMap<>();
    private final Map<String, ApiOrder> openByClientId = new LinkedHashMap<>();
    private final Map<Integer, Changes> changes = new LinkedHashMap<>();

    /** Accounts whose change of balance was told as funding already. */
    private final Set<Integer> funded = new LinkedHashSet<>();

    private long lastOrderId = 1_000_000;
    private long lastCoreTrade;
    private long lastPublicTrade;
    private RejectReason lastReject = RejectReason.NONE;
    private @Nullable ApiOrder autoclose;

    /** A desk without orders, which tells what happens to them. */
    public OrderDesk(PublicFeed feed, OrderEvents events) {
        this.feed = feed;
        this.events = events;
    }

    private record Changes(Account account, Set<Integer> assets, Set<Integer> instruments) {}

    /**
     * A new order that is not at the venue yet.
     *
     * @param clientOrderId null has the venue choose one
     * @return null if an open order has the client id already
     */
    @Nullable
    public ApiOrder open(int accountId, SymbolSpec spec, @Nullable String clientOrderId, long nowMs) {
        long id = ++lastOrderId;
        String client = clientOrderId == null ? "x-sim-" + id : clientOrderId;
        boolean duplicate = openByClientId.containsKey(key(accountId, spec, client));
        return duplicate ? null : new ApiOrder(id, accountId, spec, client, nowMs);
    }

    /** Notes an order before the core sees it, so that what the core says of it finds it. */
    public void enter(ApiOrder order) {
        lastReject = RejectReason.NONE;
        orders.put(order.orderId(), order);
        openByClientId.put(key(order), order);
    }

    /** Why the core refused the order entered last, {@link RejectReason#NONE} if it did not. */
    public RejectReason lastReject() {
        return lastReject;
    }

    /** Gives an open order another client id. */
    public void rename(ApiOrder order, String clientOrderId) {
        openByClientId.remove(key(order));
        order.rename(clientOrderId);
        openByClientId.put(key(order), order);
    }

    /** An order by its id, or null. */
    @Nullable
    public ApiOrder byId(int accountId, SymbolSpec spec, long orderId) {
        ApiOrder order = orders.get(orderId);
        return order != null && order.accountId() == accountId && order.spec().equals(spec) ? order : null;
    }

    /** The open order of a client id, else the latest closed one; null if there never was one. */
    @Nullable
    public ApiOrder byClientId(int accountId, SymbolSpec spec, String clientOrderId) {
        ApiOrder open = openByClientId.get(key(accountId, spec, clientOrderId));
        if (open != null) {
            return open;
        }
        List<ApiOrder> all = select(
                accountId,
                order -> order.spec().equals(spec)
                        && (order.clientOrderId().equals(clientOrderId)
                                || order.previousClientOrderId().equals(clientOrderId)));
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Orders of an account, oldest first. */
    public List<ApiOrder> select(int accountId, Predicate<ApiOrder> wanted) {
        List<ApiOrder> chosen = new ArrayList<>();
        for (ApiOrder order : orders.values()) {
            if (order.accountId() == accountId && wanted.test(order)) {
                chosen.add(order);
            }
        }
        return chosen;
    }

    /** Every order of an account the venue took, refused ones apart. */
    public List<VenueLedger.Order> ledger(int accountId) {
        return select(accountId, order -> !order.status().equals("REJECTED")).stream()
                .map(ApiOrder::entry)
                .toList();
    }

    /** Tells listeners which balances and positions changed since the last call. */
    public void flush() {
        List<Changes> due = new ArrayList<>(changes.values());
        changes.clear();
        for (Changes each : due) {
            boolean told =
                    funded.contains(each.account().id()) && each.instruments().isEmpty();
            if (!told) {
                events.onAccount(each.account(), each.assets(), each.instruments(), "ORDER");
            }
        }
        funded.clear();
    }

    @Override
    public void onAccepted(ClientOrder order, long timeNs) {
        ApiOrder known = orders.get(order.tag());
        if (known != null) {
            known.accepted(order.id(), !order.isConditional());
            events.onNew(known);
        } else {
            adopt(order, timeNs);
        }
    }

    @Override
    public void onRejected(OrderRequest request, RejectReason reason, long timeNs) {
        lastReject = reason;
        ApiOrder refused = orders.remove(request.tag());
        if (refused != null) {
            openByClientId.remove(key(refused));
        }
    }

    @Override
    public void onTriggered(ClientOrder order, long timeNs) {
        ApiOrder known = require(order);
        known.terms().quantity(order.quantity());
        known.triggered(timeNs / 1_000_000);
        events.onTriggered(known);
    }

    @Override
    public void onFill(ClientOrder order, Fill fill) {
        ApiOrder known = require(order);
        long tradeId = publicTrade(order, fill);
        known.fill(new ApiFill(
                tradeId,
                fill.price(),
                fill.quantity(),
                fill.notional(),
                fill.fee(),
                fill.feeAsset(),
                fill.realizedPnl(),
                fill.isMaker(),
                fill.timeNs() / 1_000_000));
        if (!known.isOpen()) {
            openByClientId.remove(key(known));
        }
        if (known.isForced()) {
            feed.liquidate(order.instrumentId(), order.isBuy(), fill.price(), fill.quantity());
        }
        events.onTrade(known, known.isForced());
    }

    @Override
    public void onEnded(ClientOrder order, EndReason reason, long timeNs) {
        ApiOrder known = require(order);
        boolean selfTrade = reason == EndReason.SELF_TRADE;
        known.end(reason.isCancel() ? "CANCELED" : selfTrade ? "EXPIRED_IN_MATCH" : "EXPIRED", timeNs / 1_000_000);
        openByClientId.remove(key(known));
        events.onEnd(known, reason);
    }

    @Override
    public void onReplaced(ClientOrder order, long previousTag, long timeNs) {
        ApiOrder known = require(order);
        known.terms().price(order.hasLimit() ? order.price() : known.terms().price());
        known.terms().quantity(order.quantity());
        known.amended(timeNs / 1_000_000);
        events.onAmended(known);
    }

    @Override
    public void onBalance(Account account, int asset, long timeNs) {
        changesOf(account).assets().add(asset);
    }

    @Override
    public void onPosition(Account account, int instrumentId, long timeNs) {
        changesOf(account).instruments().add(instrumentId);
    }

    @Override
    public void onFunding(Account account, int instrumentId, long payment, long timeNs) {
        funded.add(account.id());
        events.onFunding(account, instrumentId, payment);
    }

    /** The venue made an order itself, to liquidate. */
    private void adopt(ClientOrder order, long timeNs) {
        SymbolSpec spec = feed.feeds().get(order.instrumentId()).spec();
        long id = ++lastOrderId;
        ApiOrder made = new ApiOrder(id, order.accountId(), spec, "autoclose-" + id, timeNs / 1_000_000);
        made.terms().side(order.side());
        made.terms().type("MARKET");
        made.terms().timeInForce("IOC");
        made.terms().quantity(order.quantity());
        made.force(order.id());
        orders.put(id, made);
        autoclose = made;
        events.onNew(made);
    }

    private ApiOrder require(ClientOrder order) {
        ApiOrder known = order.tag() == 0 ? autoclose : orders.get(order.tag());
        if (known == null) {
            throw new IllegalStateException("order without a public id: coreId=" + order.id());
        }
        return known;
    }

    /** Both sides of one trade carry one public id. */
    private long publicTrade(ClientOrder order, Fill fill) {
        if (fill.tradeId() != lastCoreTrade) {
            lastCoreTrade = fill.tradeId();
            boolean takerBuys = order.isBuy() != fill.isMaker();
            lastPublicTrade = feed.print(order.instrumentId(), takerBuys, fill.price(), fill.quantity());
        }
        return lastPublicTrade;
    }

    private Changes changesOf(Account account) {
        return changes.computeIfAbsent(
                account.id(), id -> new Changes(account, new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    private static String key(ApiOrder order) {
        return key(order.accountId(), order.spec(), order.clientOrderId());
    }

    private static String key(int accountId, SymbolSpec spec, String clientOrderId) {
        return accountId + "/" + spec.symbol() + "/" + clientOrderId;
    }
}
