package io.lockstep.simulator.binance.spot;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.AssetTable;
import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;

/** What connectors ask the wallet service before they trade on spot: coins, fees, and that nothing is traded on margin. */
final class SpotWallet {
    private final Trading trading;

    SpotWallet(Trading trading) {
        this.trading = trading;
    }

    void register(EndpointTable table) {
        table.rest("GET /sapi/v1/capital/config/getall", Endpoint.signed(10, this::coins))
                .rest("GET /sapi/v1/asset/tradeFee", Endpoint.signed(1, this::fees))
                .rest("GET /sapi/v1/margin/allPairs", Endpoint.open(1, call -> "[]"))
                .rest("GET /sapi/v1/margin/isolated/allPairs", Endpoint.open(10, call -> "[]"));
    }

    private String fees(ApiCall call) {
        String wanted = call.params().text("symbol", "");
        JsonWriter json = new JsonWriter().array();
        for (SymbolFeed symbol : trading.feed().feeds()) {
            if (wanted.isEmpty() || wanted.equals(symbol.spec().symbol())) {
                json.object()
                        .field("symbol", symbol.spec().symbol())
                        .field(
                                "makerCommission",
                                Decimals.plain(symbol.spec().instrument().makerFee()))
                        .field(
                                "takerCommission",
                                Decimals.plain(symbol.spec().instrument().takerFee()))
                        .end();
            }
        }
        return json.end().toString();
    }

    private String coins(ApiCall call) {
        Account account = trading.core().account(call.accountId());
        AssetTable assets = trading.core().ledger().assets();
        JsonWriter json = new JsonWriter().array();
        for (int asset = 0; asset < assets.size(); asset++) {
            json.object()
                    .field("coin", assets.name(asset))
                    .field("name", assets.name(asset))
                    .field("depositAllEnable", false)
                    .field("withdrawAllEnable", false)
                    .field("free", SpotJson.asset(account.free(asset)))
                    .field("locked", SpotJson.asset(account.locked(asset)))
                    .field("freeze", SpotJson.asset(0))
                    .field("withdrawing", SpotJson.asset(0))
                    .field("isLegalMoney", false)
                    .field("trading", true)
                    .name("networkList")
                    .array()
                    .end()
                    .end();
        }
        return json.end().toString();
    }
}
