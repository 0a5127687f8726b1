package io.lockstep.gateway.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.VenueAdmin.Balance;
import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.reference.SymbolRules;
import io.lockstep.transport.json.JsonValue;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the venue's lists for {@link BinanceAdmin}. */
final class AdminRows {
    private static final Pattern WAITING = Pattern.compile("STOP|TAKE_PROFIT|TRAILING");

    private AdminRows() {}

    /** An open order, plain or conditional; a conditional one's id begins with A. */
    static OpenOrder order(JsonValue row) {
        boolean algo = row.has("algoId");
        long price = number(row, "price");
        String clientId = row.text(algo ? "clientAlgoId" : "clientOrderId", "");
        return new OpenOrder(
                row.text("symbol"),
                clientId,
                algo ? "A" + row.text("algoId") : row.text("orderId"),
                row.text("side").equals("BUY"),
                number(row, algo ? "quantity" : "origQty"),
                row.has("executedQty") ? number(row, "executedQty") : 0,
                price == 0 ? FixedPoint.NULL : price,
                ClientOrderId.hasForm(clientId),
                algo || WAITING.matcher(row.text("type", "")).find());
    }

    /** Futures positions that are not flat. */
    static List<OpenPosition> positions(JsonValue list) {
        return list.elements().stream()
                .map(row -> new OpenPosition(row.text("symbol"), number(row, "positionAmt"), number(row, "entryPrice")))
                .filter(position -> position.quantity() != 0)
                .toList();
    }

    /** Spot holdings of the base assets of symbols. */
    static List<OpenPosition> holdings(JsonValue account, List<SymbolRules> symbols) {
        List<Balance> balances = spotBalances(account);
        return symbols.stream()
                .map(rules -> new OpenPosition(rules.symbol(), held(balances, rules.baseAsset()), FixedPoint.NULL))
                .filter(position -> position.quantity() != 0)
                .toList();
    }

    /** Spot balances that are not zero. */
    static List<Balance> spotBalances(JsonValue account) {
        return account.get("balances").elements().stream()
                .map(row -> new Balance(row.text("asset"), number(row, "free"), number(row, "locked")))
                .filter(balance -> balance.free() != 0 || balance.locked() != 0)
                .toList();
    }

    /** Futures wallets that are not empty: what is available, and what margin holds. */
    static List<Balance> wallets(JsonValue list) {
        return list.elements().stream()
                .map(row -> {
                    long wallet = number(row, "balance");
                    long free = Math.min(wallet, number(row, "availableBalance"));
                    return new Balance(row.text("asset"), free, wallet - free);
                })
                .filter(balance -> balance.free() != 0 || balance.locked() != 0)
                .toList();
    }

    /** A decimal of the venue's, E8, cut behind the eighth place. */
    static long number(JsonValue row, String key) {
        return row.decimal(key)
                .movePointRight(FixedPoint.DECIMALS)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    private static long held(List<Balance> balances, String asset) {
        return balances.stream()
                .filter(balance -> balance.asset().equals(asset))
                .mapToLong(balance -> balance.free() + balance.locked())
                .sum();
    }
}
