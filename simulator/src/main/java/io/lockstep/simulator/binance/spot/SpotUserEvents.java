package io.lockstep.simulator.binance.spot;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.AssetTable;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.OrderEvents;
import io.lockstep.simulator.binance.trade.UserStreams;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.order.EndReason;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Spot's user data events: {@code executionReport} and {@code outboundAccountPosition}. */
final class SpotUserEvents implements OrderEvents {
    private final UserStreams users;
    private final Supplier<AssetTable> assets;
    private final LongSupplier nowMs;
    private String cancelId = "";
    private long lastExecutionId;

    SpotUserEvents(UserStreams users, Supplier<AssetTable> assets, LongSupplier nowMs) {
        this.users = users;
        this.assets = assets;
        this.nowMs = nowMs;
    }

    /** The client id of the cancellations that follow, empty for none. */
    void cancelId(String id) {
        cancelId = id;
    }

    /** Id of the last execution told of. */
    long lastExecutionId() {
        return lastExecutionId;
    }

    @Override
    public void onNew(ApiOrder order) {
        report(order, "NEW", false);
    }

    @Override
    public void onTriggered(ApiOrder order) {
        report(order, "NEW", false);
    }

    @Override
    public void onTrade(ApiOrder order, boolean forced) {
        report(order, "TRADE", true);
    }

    @Override
    public void onEnd(ApiOrder order, EndReason reason) {
        boolean prevented = reason == EndReason.SELF_TRADE;
        order.expiryReason(expiry(reason));
        report(order, reason.isCancel() ? "CANCELED" : prevented ? "TRADE_PREVENTION" : "EXPIRED", false);
    }

    @Override
    public void onAmended(ApiOrder order) {
        report(order, "REPLACED", false);
    }

    @Override
    public void onAccount(Account account, Set<Integer> changed, Set<Integer> instruments, String cause) {
        long now = nowMs.getAsLong();
        JsonWriter json = new JsonWriter()
                .object()
                .field("e", "outboundAccountPosition")
                .field("E", now)
                .field("u", now)
                .name("B")
                .array();
        for (int asset : changed) {
            json.object()
                    .field("a", assets.get().name(asset))
                    .field("f", SpotJson.asset(account.free(asset)))
                    .field("l", SpotJson.asset(account.locked(asset)))
                    .end();
        }
        users.publish(account.id(), "outboundAccountPosition", json.end().end().toString());
    }

    @Override
    public void onFunding(Account account, int instrumentId, long payment) {
        throw new IllegalStateException("spot pays no funding: instrumentId=" + instrumentId);
    }

    private void report(ApiOrder order, String type, boolean traded) {
        boolean canceled = type.equals("CANCELED");
        boolean replaced = type.equals("REPLACED");
        String client = canceled && !cancelId.isEmpty() ? cancelId : order.clientOrderId();
        String original = canceled ? order.clientOrderId() : replaced ? order.previousClientOrderId() : "";
        JsonWriter json = new JsonWriter()
                .object()
                .field("e", "executionReport")
                .field("E", nowMs.getAsLong())
                .field("s", order.spec().symbol())
                .field("c", client)
                .field("S", order.terms().side().name())
                .field("o", order.terms().type())
                .field("f", order.terms().timeInForce())
                .field("q", order.spec().quantity(order.terms().quantity()))
                .field("p", order.spec().price(order.terms().price()))
                .field("P", order.spec().price(order.terms().stopPrice()))
                .field("F", order.spec().quantity(0))
                .field("g", -1)
                .field("C", original)
                .field("x", type)
                .field("X", order.status())
                .field("r", "NONE")
                .field("i", order.orderId());
        fill(json, order, traded);
        json.field("I", ++lastExecutionId)
                .field("w", order.isWorking() && order.isOpen())
                .field("m", traded && order.lastFill().isMaker())
                .field("M", false)
                .field("O", order.timeMs())
                .field("Z", SpotJson.asset(order.cumulativeQuote()))
                .field("Y", SpotJson.asset(traded ? order.lastFill().quoteQuantity() : 0))
                .field("Q", SpotJson.asset(order.terms().quoteOrderQuantity()));
        if (order.isWorking()) {
            json.field("W", order.timeMs());
        }
        json.field("V", order.terms().selfTradePrevention());
        if (!order.expiryReason().isEmpty()) {
            json.field("eR", order.expiryReason());
        }
        json.end();
        users.publish(order.accountId(), "executionReport", json.toString());
    }

    private static String expiry(EndReason reason) {
        return switch (reason) {
            case IOC_REMAINDER -> "UNFILLED_IOC_QUANTITY_EXPIRED";
            case FOK_UNFILLED -> "UNFILLED_FOK_ORDER_EXPIRED";
            case NO_LIQUIDITY -> "INSUFFICIENT_LIQUIDITY";
            default -> "";
        };
    }

    private static void fill(JsonWriter json, ApiOrder order, boolean traded) {
        json.field("l", order.spec().quantity(traded ? order.lastFill().quantity() : 0))
                .field("z", order.spec().quantity(order.executed()))
                .field("L", order.spec().price(traded ? order.lastFill().price() : 0));
        if (traded) {
            json.field("n", SpotJson.asset(order.lastFill().fee()))
                    .field("N", order.lastFill().feeAsset());
        } else {
            json.field("n", "0").name("N").nothing();
        }
        json.field("T", order.updateMs()).field("t", traded ? order.lastFill().tradeId() : -1);
    }
}
