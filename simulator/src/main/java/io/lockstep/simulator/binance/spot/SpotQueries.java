package io.lockstep.simulator.binance.spot;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.AssetTable;
import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.Endpoint.Security;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;
import java.util.List;

/** Spot queries of orders, trades and the account. */
final class SpotQueries {
    private final Trading trading;
    private final RateLimits limits;

    SpotQueries(Trading trading, RateLimits limits) {
        this.trading = trading;
        this.limits = limits;
    }

    void register(EndpointTable table) {
        Endpoint openOrders =
                new Endpoint(Security.SIGNED, params -> params.has("symbol") ? 6 : 80, false, this::openOrders);
        Endpoint myTrades =
                new Endpoint(Security.SIGNED, params -> params.has("orderId") ? 5 : 20, false, this::myTrades);
        table.rest("GET /api/v3/order", Endpoint.signed(4, this::order))
                .rest("GET /api/v3/openOrders", openOrders)
                .rest("GET /api/v3/allOrders", Endpoint.signed(20, this::allOrders))
                .rest("GET /api/v3/myTrades", myTrades)
                .rest("GET /api/v3/account", Endpoint.signed(20, this::account))
                .rest("GET /api/v3/account/commission", Endpoint.signed(20, this::commission))
                .rest("GET /api/v3/rateLimit/order", Endpoint.signed(40, this::orderCounts))
                .socket("order.status", Endpoint.signed(4, this::order))
                .socket("openOrders.status", openOrders)
                .socket("allOrders", Endpoint.signed(20, this::allOrders))
                .socket("myTrades", myTrades)
                .socket("account.status", Endpoint.signed(20, this::account))
                .socket("account.commission", Endpoint.signed(20, this::commission))
                .socket("account.rateLimits.orders", Endpoint.signed(40, this::orderCounts));
    }

    private String order(ApiCall call) {
        ApiOrder order = Lookup.order(trading, call);
        if (order == null) {
            throw ApiError.bad(-2013, "Order does not exist.");
        }
        JsonWriter json = new JsonWriter();
        SpotJson.query(json, order);
        return json.toString();
    }

    private String openOrders(ApiCall call) {
        boolean all = !call.params().has("symbol");
        String symbol =
                all ? "" : Lookup.symbol(trading.feed(), call.params()).spec().symbol();
        return list(trading.desk()
                .select(
                        call.accountId(),
                        order -> order.isOpen() && (all || order.spec().symbol().equals(symbol))));
    }

    private String allOrders(ApiCall call) {
        Params params = call.params();
        SymbolSpec spec = Lookup.symbol(trading.feed(), params).spec();
        long from = params.number("orderId", 0);
        List<ApiOrder> orders = trading.desk()
                .select(
                        call.accountId(),
                        order -> order.spec().equals(spec)
                                && order.orderId() >= from
                                && order.timeMs() >= params.number("startTime", 0)
                                && order.timeMs() <= params.number("endTime", Long.MAX_VALUE));
        int limit = (int) Math.min(1_000, params.number("limit", 500));
        int first = params.has("orderId") ? 0 : Math.max(0, orders.size() - limit);
        return list(orders.subList(first, Math.min(orders.size(), first + limit)));
    }

    private String myTrades(ApiCall call) {
        JsonWriter json = new JsonWriter().array();
        Lookup.fills(trading, call, (order, fill) -> SpotJson.trade(json, order, fill));
        return json.end().toString();
    }

    private String account(ApiCall call) {
        Account account = trading.core().account(call.accountId());
        AssetTable assets = trading.core().ledger().assets();
        boolean omitZero = call.params().flag("omitZeroBalances");
        SymbolSpec any = trading.feed().feeds().get(0).spec();
        JsonWriter json = new JsonWriter()
                .object()
                .field("makerCommission", any.instrument().makerFee() / 10_000)
                .field("takerCommission", any.instrument().takerFee() / 10_000)
                .field("buyerCommission", 0)
                .field("sellerCommission", 0);
        rates(json.name("commissionRates"), any)
                .field("canTrade", true)
                .field("canWithdraw", false)
                .field("canDeposit", false)
                .field("brokered", false)
                .field("requireSelfTradePrevention", false)
                .field("preventSor", false)
                .field("updateTime", call.nowMs())
                .field("accountType", "SPOT")
                .name("balances")
                .array();
        for (int asset = 0; asset < assets.size(); asset++) {
            if (!omitZero || account.total(asset) != 0) {
                json.object()
                        .field("asset", assets.name(asset))
                        .field("free", SpotJson.asset(account.free(asset)))
                        .field("locked", SpotJson.asset(account.locked(asset)))
                        .end();
            }
        }
        return json.end()
                .name("permissions")
                .array()
                .text("SPOT")
                .end()
                .field("uid", 1_000 + call.accountId())
                .end()
                .toString();
    }

    private String commission(ApiCall call) {
        SymbolSpec spec = Lookup.symbol(trading.feed(), call.params()).spec();
        JsonWriter json = new JsonWriter().object().field("symbol", spec.symbol());
        rates(json.name("standardCommission"), spec);
        for (String part : List.of("taxCommission", "specialCommission")) {
            json.name(part)
                    .object()
                    .field("maker", SpotJson.asset(0))
                    .field("taker", SpotJson.asset(0))
                    .field("buyer", SpotJson.asset(0))
                    .field("seller", SpotJson.asset(0))
                    .end();
        }
        return json.name("discount")
                .object()
                .field("enabledForAccount", false)
                .field("enabledForSymbol", false)
                .field("discountAsset", "BNB")
                .field("discount", Decimals.padded(0, 8))
                .end()
                .end()
                .toString();
    }

    private String orderCounts(ApiCall call) {
        JsonWriter json = new JsonWriter().array();
        limits.orderWindows().forEach(window -> window.report(json, call.nowMs()));
        return json.end().toString();
    }

    private static JsonWriter rates(JsonWriter json, SymbolSpec spec) {
        return json.object()
                .field("maker", SpotJson.asset(spec.instrument().makerFee()))
                .field("taker", SpotJson.asset(spec.instrument().takerFee()))
                .field("buyer", SpotJson.asset(0))
                .field("seller", SpotJson.asset(0))
                .end();
    }

    private static String list(List<ApiOrder> orders) {
        JsonWriter json = new JsonWriter().array();
        orders.forEach(order -> SpotJson.query(json, order));
        return json.end().toString();
    }
}
