package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.order.EndReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** USDⓈ-M's dead man's switch: one countdown per account and symbol, each call starts it anew, 0 ends it. */
public final class CountdownCancels {
    private final Trading trading;
    private final UsdmOrders orders;
    private final Map<String, Countdown> countdowns = new LinkedHashMap<>();

    CountdownCancels(Trading trading, UsdmOrders orders) {
        this.trading = trading;
        this.orders = orders;
    }

    private record Countdown(String key, int account, SymbolFeed symbol, long dueMs) {}

    void register(EndpointTable table) {
        table.rest("POST /fapi/v1/countdownCancelAll", Endpoint.trade(10, this::start));
    }

    /** Cancels where a countdown has run out; call every 10 ms, as often as the venue looks. */
    public void tick() {
        long now = trading.nowMs();
        for (Countdown each : new ArrayList<>(countdowns.values())) {
            if (each.dueMs() <= now) {
                countdowns.remove(each.key());
                orders.cancelAll(each.account(), each.symbol(), EndReason.COUNTDOWN);
            }
        }
    }

    private String start(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), call.params());
        call.params().text("countdownTime");
        long time = call.params().number("countdownTime", 0);
        String key = call.accountId() + "/" + symbol.spec().symbol();
        countdowns.remove(key);
        if (time > 0) {
            countdowns.put(key, new Countdown(key, call.accountId(), symbol, trading.nowMs() + time));
        }
        return new JsonWriter()
                .object()
                .field("symbol", symbol.spec().symbol())
                .field("countdownTime", String.valueOf(time))
                .end()
                .toString();
    }
}
