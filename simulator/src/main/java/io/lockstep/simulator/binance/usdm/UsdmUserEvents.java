package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.Position;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.trade.ApiFill;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.OrderEvents;
import io.lockstep.simulator.binance.trade.UserStreams;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.order.EndReason;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** USDⓈ-M's user data events. Numbers in them are not padded, unlike everywhere else. */
final class UsdmUserEvents implements OrderEvents {
    private final UserStreams users;
    private final PublicFeed feed;
    private final Supplier<Ledger> ledger;
    private final LongSupplier nowMs;
    private final UsdmIncome income = new UsdmIncome();

    UsdmUserEvents(UserStreams users, PublicFeed feed, Supplier<Ledger> ledger, LongSupplier nowMs) {
        this.users = users;
        this.feed = feed;
        this.ledger = ledger;
        this.nowMs = nowMs;
    }

    /** What it has told of that moved money. */
    UsdmIncome income() {
        return income;
    }

    @Override
    public void onNew(ApiOrder order) {
        if (order.isWaiting()) {
            algo(order, "NEW", "");
        } else {
            order(order, "NEW", false, "0");
        }
    }

    @Override
    public void onTriggered(ApiOrder order) {
        order.triggeredAt(nowMs.getAsLong());
        algo(order, "TRIGGERING", "");
        algo(order, "TRIGGERED", "");
        order(order, "NEW", false, "0");
    }

    @Override
    public void onTrade(ApiOrder order, boolean forced) {
        income.onTrade(order);
        lite(order);
        order(order, forced ? "CALCULATED" : "TRADE", true, forced ? "5" : "0");
        finish(order);
    }

    @Override
    public void onEnd(ApiOrder order, EndReason reason) {
        if (order.isWaiting()) {
            algo(order, reason.isCancel() ? "CANCELED" : "EXPIRED", reason.isCancel() ? "" : reason.name());
        } else {
            order(order, reason.isCancel() ? "CANCELED" : "EXPIRED", false, code(reason));
            finish(order);
        }
    }

    @Override
    public void onAmended(ApiOrder order) {
        if (!order.isWaiting()) {
            order(order, "AMENDMENT", false, "0");
        }
    }

    @Override
    public void onAccount(Account account, Set<Integer> assets, Set<Integer> instruments, String cause) {
        JsonWriter json = open("ACCOUNT_UPDATE").name("a").object().field("m", cause);
        balances(json, account, assets, 0);
        json.name("P").array();
        instruments.forEach(id -> position(json, account, id));
        publish(account.id(), "ACCOUNT_UPDATE", json.end().end().end());
    }

    @Override
    public void onFunding(Account account, int instrumentId, long payment) {
        int quote =
                ledger.get().quoteAsset(feed.feeds().get(instrumentId).spec().instrument());
        String symbol = feed.feeds().get(instrumentId).spec().symbol();
        income.onFunding(account.id(), symbol, payment, nowMs.getAsLong());
        JsonWriter json = open("ACCOUNT_UPDATE").name("a").object().field("m", "FUNDING_FEE");
        balances(json, account, Set.of(quote), payment);
        json.name("P").array().end().field("S", symbol);
        publish(account.id(), "ACCOUNT_UPDATE", json.end().end());
    }

    /** The leverage of an instrument was set. */
    void onLeverage(int accountId, String symbol, int leverage) {
        JsonWriter json = open("ACCOUNT_CONFIG_UPDATE")
                .name("ac")
                .object()
                .field("s", symbol)
                .field("l", leverage)
                .end();
        publish(accountId, "ACCOUNT_CONFIG_UPDATE", json.end());
    }

    private void finish(ApiOrder order) {
        if (order.algoId() != 0 && !order.isOpen()) {
            algo(order, "FINISHED", "");
        }
    }

    private void lite(ApiOrder order) {
        ApiFill fill = order.lastFill();
        JsonWriter json = open("TRADE_LITE")
                .field("s", order.spec().symbol())
                .field("q", plain(order.terms().quantity()))
                .field("p", plain(order.terms().price()))
                .field("m", fill.isMaker())
                .field("c", order.clientOrderId())
                .field("S", order.terms().side().name())
                .field("L", plain(fill.price()))
                .field("l", plain(fill.quantity()))
                .field("t", fill.tradeId())
                .field("i", order.orderId());
        publish(order.accountId(), "TRADE_LITE", json.end());
    }

    private void order(ApiOrder order, String type, boolean traded, String expiry) {
        JsonWriter json = open("ORDER_TRADE_UPDATE")
                .name("o")
                .object()
                .field("s", order.spec().symbol())
                .field("c", order.clientOrderId())
                .field("S", order.terms().side().name())
                .field("o", order.terms().type())
                .field("f", order.terms().timeInForce())
                .field("q", plain(order.terms().quantity()))
                .field("p", plain(order.terms().price()))
                .field("ap", plain(order.averagePrice()))
                .field("sp", plain(order.terms().stopPrice()))
                .field("x", type)
                .field("X", order.status())
                .field("i", order.orderId())
                .field("l", traded ? plain(order.lastFill().quantity()) : "0")
                .field("z", plain(order.executed()))
                .field("L", traded ? plain(order.lastFill().price()) : "0")
                .field("n", traded ? plain(order.lastFill().fee()) : "0")
                .field("N", traded ? order.lastFill().feeAsset() : "USDT")
                .field("T", order.updateMs())
                .field("t", traded ? order.lastFill().tradeId() : 0)
                .field("b", "0")
                .field("a", "0")
                .field("m", traded && order.lastFill().isMaker())
                .field("R", order.terms().isReduceOnly())
                .field("wt", order.terms().workingType())
                .field("ot", UsdmJson.origType(order))
                .field("ps", "BOTH")
                .field("cp", order.terms().closesPosition())
                .field("rp", traded ? plain(order.lastFill().realizedPnl()) : "0")
                .field("pP", false)
                .field("si", 0)
                .field("ss", 0)
                .field("V", order.terms().selfTradePrevention())
                .field("pm", "NONE")
                .field("gtd", order.terms().goodTillMs())
                .field("er", expiry)
                .field("st", 1)
                .end();
        publish(order.accountId(), "ORDER_TRADE_UPDATE", json.end());
    }

    private void algo(ApiOrder order, String status, String reason) {
        order.algoStatus(status);
        JsonWriter json = open("ALGO_UPDATE")
                .name("o")
                .object()
                .field("caid", order.terms().clientAlgoId())
                .field("aid", order.algoId())
                .field("at", "CONDITIONAL")
                .field("o", order.terms().algoType())
                .field("s", order.spec().symbol())
                .field("S", order.terms().side().name())
                .field("ps", "BOTH")
                .field("f", order.terms().timeInForce())
                .field("q", plain(order.terms().quantity()))
                .field("X", status)
                .field("ai", order.triggeredMs() == 0 ? "" : String.valueOf(order.orderId()))
                .field("ap", plain(order.averagePrice()))
                .field("aq", plain(order.executed()))
                .field("act", "0")
                .field("tp", plain(order.terms().stopPrice()))
                .field("p", plain(order.terms().price()))
                .field("V", order.terms().selfTradePrevention())
                .field("wt", order.terms().workingType())
                .field("pm", "NONE")
                .field("cp", order.terms().closesPosition())
                .field("pP", false)
                .field("R", order.terms().isReduceOnly())
                .field("tt", order.triggeredMs())
                .field("gtd", order.terms().goodTillMs())
                .field("rm", reason)
                .end();
        publish(order.accountId(), "ALGO_UPDATE", json.end());
    }

    private void balances(JsonWriter json, Account account, Set<Integer> assets, long change) {
        json.name("B").array();
        for (int asset : assets) {
            json.object()
                    .field("a", ledger.get().assets().name(asset))
                    .field("wb", plain(account.total(asset)))
                    .field("cw", plain(account.total(asset)))
                    .field("bc", plain(change))
                    .end();
        }
        json.end();
    }

    private void position(JsonWriter json, Account account, int instrumentId) {
        Position position = account.position(instrumentId);
        String entry = plain(position.entryPrice());
        json.object()
                .field("s", feed.feeds().get(instrumentId).spec().symbol())
                .field("pa", plain(position.quantity()))
                .field("ep", entry)
                .field("cr", plain(position.realizedPnl()))
                .field(
                        "up",
                        plain(ledger.get()
                                .unrealizedPnl(
                                        account,
                                        feed.feeds().get(instrumentId).spec().instrument())))
                .field("mt", "cross")
                .field("iw", "0")
                .field("ps", "BOTH")
                .field("ma", "USDT")
                .field("bep", entry)
                .end();
    }

    private static String code(EndReason reason) {
        return switch (reason) {
            case SELF_TRADE -> "1";
            case IOC_REMAINDER, FOK_UNFILLED -> "2";
            case NOTHING_TO_REDUCE -> "4";
            case LIQUIDATION -> "5";
            case NO_LIQUIDITY -> "9";
            default -> "0";
        };
    }

    private JsonWriter open(String type) {
        long now = nowMs.getAsLong();
        return new JsonWriter().object().field("e", type).field("T", now).field("E", now);
    }

    private void publish(int accountId, String type, JsonWriter json) {
        users.publish(accountId, type, json.toString());
    }

    private static String plain(long value) {
        return Decimals.plain(value);
    }
}
