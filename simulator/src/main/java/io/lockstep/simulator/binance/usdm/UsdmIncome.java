package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.trade.ApiFill;
import io.lockstep.simulator.binance.trade.ApiOrder;
import io.lockstep.simulator.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** USDⓈ-M's record of what came to accounts and left them: profit realized, commission, funding. Amounts E8. */
final class UsdmIncome {
    private static final int LIMIT = 100;
    private static final int MOST = 1_000;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(
            int account, String symbol, String type, long amount, String asset, long timeMs, long id, String tradeId) {}

    void register(EndpointTable table) {
        table.rest("GET /fapi/v1/income", Endpoint.signed(30, this::income));
    }

    /** An order traded; the fill is its last. */
    void onTrade(ApiOrder order) {
        ApiFill fill = order.lastFill();
        String trade = String.valueOf(fill.tradeId());
        add(order.accountId(), order.spec().symbol(), "REALIZED_PNL", fill.realizedPnl(), "USDT", fill.timeMs(), trade);
        add(order.accountId(), order.spec().symbol(), "COMMISSION", -fill.fee(), fill.feeAsset(), fill.timeMs(), trade);
    }

    /** Funding was paid, if negative, or received. */
    void onFunding(int account, String symbol, long payment, long timeMs) {
        add(account, symbol, "FUNDING_FEE", payment, "USDT", timeMs, "");
    }

    private void add(int account, String symbol, String type, long amount, String asset, long timeMs, String tradeId) {
        if (amount != 0) {
            entries.add(new Entry(account, symbol, type, amount, asset, timeMs, entries.size() + 1L, tradeId));
        }
    }

    private String income(ApiCall call) {
        Params params = call.params();
        List<Entry> chosen =
                entries.stream().filter(each -> isWanted(each, call)).toList();
        int limit = (int) Math.max(1, Math.min(MOST, params.number("limit", LIMIT)));
        int from = params.has("startTime") ? 0 : Math.max(0, chosen.size() - limit);
        JsonWriter json = new JsonWriter().array();
        chosen.stream().skip(from).limit(limit).forEach(each -> write(json, each));
        return json.end().toString();
    }

    private static boolean isWanted(Entry entry, ApiCall call) {
        Params params = call.params();
        return entry.account() == call.accountId()
                && (!params.has("symbol") || params.text("symbol").equals(entry.symbol()))
                && (!params.has("incomeType") || params.text("incomeType").equals(entry.type()))
                && entry.timeMs() >= params.number("startTime", 0)
                && entry.timeMs() <= params.number("endTime", Long.MAX_VALUE);
    }

    private static void write(JsonWriter json, Entry entry) {
        json.object()
                .field("symbol", entry.symbol())
                .field("incomeType", entry.type())
                .field("income", Decimals.padded(entry.amount(), 8))
                .field("asset", entry.asset())
                .field("info", entry.type())
                .field("time", entry.timeMs())
                .field("tranId", entry.id())
                .field("tradeId", entry.tradeId())
                .end();
    }
}
