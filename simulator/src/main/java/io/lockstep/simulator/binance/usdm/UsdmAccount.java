package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.Position;
import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;

/** USDⓈ-M account, balances and positions. Cross margin, one-way mode, USDT. */
final class UsdmAccount {
    private final Trading trading;

    UsdmAccount(Trading trading) {
        this.trading = trading;
    }

    void register(EndpointTable table) {
        Endpoint account = Endpoint.signed(5, this::account);
        Endpoint balance = Endpoint.signed(5, this::balance);
        Endpoint positions = Endpoint.signed(5, this::positions);
        table.rest("GET /fapi/v2/account", account)
                .rest("GET /fapi/v3/account", account)
                .rest("GET /fapi/v2/balance", balance)
                .rest("GET /fapi/v3/balance", balance)
                .rest("GET /fapi/v2/positionRisk", positions)
                .rest("GET /fapi/v3/positionRisk", positions)
                .socket("account.status", account)
                .socket("v2/account.status", account)
                .socket("account.balance", balance)
                .socket("v2/account.balance", balance)
                .socket("account.position", positions)
                .socket("v2/account.position", positions);
    }

    private String account(ApiCall call) {
        Account account = trading.core().account(call.accountId());
        Totals totals = totals(account);
        JsonWriter json = new JsonWriter().object();
        totals.write(json, "total");
        json.field("availableBalance", money(totals.available()))
                .field("maxWithdrawAmount", money(totals.available()))
                .field("canTrade", true)
                .field("multiAssetsMargin", false)
                .field("feeTier", 0)
                .field("updateTime", call.nowMs())
                .name("assets")
                .array()
                .object()
                .field("asset", "USDT");
        totals.write(json, "");
        json.field("availableBalance", money(totals.available()))
                .field("maxWithdrawAmount", money(totals.available()))
                .field("marginAvailable", true)
                .field("updateTime", call.nowMs())
                .end()
                .end()
                .name("positions")
                .array();
        for (SymbolFeed symbol : trading.feed().feeds()) {
            if (isHeld(account, symbol)) {
                position(json, account, symbol, call.nowMs());
            }
        }
        return json.end().end().toString();
    }

    private String balance(ApiCall call) {
        Account account = trading.core().account(call.accountId());
        Totals totals = totals(account);
        return new JsonWriter()
                .array()
                .object()
                .field("accountAlias", "SimA")
                .field("asset", "USDT")
                .field("balance", money(totals.wallet()))
                .field("crossWalletBalance", money(totals.wallet()))
                .field("crossUnPnl", money(totals.unrealized()))
                .field("availableBalance", money(totals.available()))
                .field("maxWithdrawAmount", money(totals.available()))
                .field("marginAvailable", true)
                .field("updateTime", call.nowMs())
                .end()
                .end()
                .toString();
    }

    /** Symbols without position or order are absent, unless one is asked for by name. */
    private String positions(ApiCall call) {
        Account account = trading.core().account(call.accountId());
        boolean named = call.params().has("symbol");
        JsonWriter json = new JsonWriter().array();
        for (SymbolFeed symbol : trading.feed().feeds()) {
            boolean wanted =
                    named ? symbol.spec().symbol().equals(call.params().text("symbol")) : isHeld(account, symbol);
            if (wanted) {
                position(json, account, symbol, call.nowMs());
            }
        }
        return json.end().toString();
    }

    private void position(JsonWriter json, Account account, SymbolFeed symbol, long nowMs) {
        Ledger ledger = trading.core().ledger();
        Position position = account.position(symbol.spec().instrument().id());
        long notional = symbol.spec().instrument().notional(symbol.markPrice(), position.quantity());
        long liquidation = ledger.liquidationPrice(account, symbol.spec().instrument());
        String margin = money(UsdmJson.over(notional, position.leverage()));
        json.object()
                .field("symbol", symbol.spec().symbol())
                .field("positionSide", "BOTH")
                .field("positionAmt", symbol.spec().quantity(position.quantity()))
                .field("entryPrice", Decimals.plain(position.entryPrice()))
                .field("breakEvenPrice", Decimals.plain(position.entryPrice()))
                .field("markPrice", money(symbol.markPrice()))
                .field(
                        "unRealizedProfit",
                        money(ledger.unrealizedPnl(account, symbol.spec().instrument())))
                .field("liquidationPrice", Decimals.plain(liquidation))
                .field("leverage", String.valueOf(position.leverage()))
                .field("marginType", "cross")
                .field("isolatedMargin", "0")
                .field("notional", money(notional))
                .field("marginAsset", "USDT")
                .field("isolatedWallet", "0")
                .field("initialMargin", margin)
                .field(
                        "maintMargin",
                        money(ledger.maintenanceMargin(account, symbol.spec().instrument())))
                .field("positionInitialMargin", margin)
                .field("openOrderInitialMargin", "0")
                .field("adl", position.quantity() == 0 ? 0 : 1)
                .field("bidNotional", "0")
                .field("askNotional", "0")
                .field("updateTime", nowMs)
                .end();
    }

    private static boolean isHeld(Account account, SymbolFeed symbol) {
        Position position = account.position(symbol.spec().instrument().id());
        return position.quantity() != 0 || position.openBuy() != 0 || position.openSell() != 0;
    }

    private Totals totals(Account account) {
        Ledger ledger = trading.core().ledger();
        int usdt = ledger.assets().index("USDT");
        long wallet = account.total(usdt);
        long equity = ledger.equity(account, usdt);
        return new Totals(
                wallet, equity - wallet, ledger.initialMargin(account, usdt), ledger.maintenanceMargin(account, usdt));
    }

    private record Totals(long wallet, long unrealized, long initial, long maintenance) {
        long available() {
            return Math.max(0, wallet + unrealized - initial);
        }

        /** Writes the sums, {@code totalWalletBalance} or {@code walletBalance} and so on. */
        void write(JsonWriter json, String prefix) {
            json.field(name(prefix, "InitialMargin"), money(initial))
                    .field(name(prefix, "MaintMargin"), money(maintenance))
                    .field(name(prefix, "WalletBalance"), money(wallet))
                    .field(name(prefix, "UnrealizedProfit"), money(unrealized))
                    .field(name(prefix, "MarginBalance"), money(wallet + unrealized))
                    .field(name(prefix, "PositionInitialMargin"), money(initial))
                    .field(name(prefix, "OpenOrderInitialMargin"), money(0))
                    .field(name(prefix, "CrossWalletBalance"), money(wallet))
                    .field(name(prefix, "CrossUnPnl"), money(unrealized));
        }

        private static String name(String prefix, String name) {
            return prefix.isEmpty() ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : prefix + name;
        }
    }

    private static String money(long amount) {
        return Decimals.padded(amount, 8);
    }
}
