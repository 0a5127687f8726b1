package io.lockstep.gateway.binance.execution.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.binance.execution.field.Amounts;
import io.lockstep.gateway.binance.execution.field.AsciiField;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Reads balances, positions and funding as the venue lists them when asked, and publishes each. Cold path. Owned by one thread. */
public final class AccountRows {
    private final SymbolTable symbols;
    private final AccountEncoder encoder;
    private final AsciiField asset = new AsciiField(16);
    private final AsciiField movementId = new AsciiField(40);

    /** Makes a reader for one account. */
    public AccountRows(SymbolTable symbols, EventPublisher publisher, int accountId) {
        this.symbols = symbols;
        this.encoder = new AccountEncoder(publisher, accountId);
    }

    /**
     * Publishes the balances of a spot account, the last one marked as such; returns how many.
     *
     * @param expected assets that have none where the list, which leaves out zeros, does not have them
     */
    public int publishSpotBalances(JsonValue account, List<String> expected, long receivedNs) {
        List<String> absent = new ArrayList<>(expected);
        List<JsonValue> rows = account.get("balances").elements();
        rows.forEach(row -> absent.remove(row.text("asset")));
        int left = rows.size() + absent.size();
        for (JsonValue row : rows) {
            asset.set(row.text("asset"));
            publishBalance(Amounts.e8(row, "free"), Amounts.e8(row, "locked"), --left == 0, receivedNs);
        }
        for (String name : absent) {
            asset.set(name);
            publishBalance(0, 0, --left == 0, receivedNs);
        }
        return rows.size() + absent.size();
    }

    /** Publishes the wallet balances of a futures account, the last one marked as such; returns how many. */
    public int publishWallets(JsonValue list, long receivedNs) {
        List<JsonValue> rows = list.elements();
        int left = rows.size();
        for (JsonValue row : rows) {
            asset.set(row.text("asset"));
            publishBalance(Amounts.e8(row, "balance"), 0, --left == 0, receivedNs);
        }
        return rows.size();
    }

    /**
     * Publishes the position in each instrument, flat ones too, which the venue leaves out of its list; long and short sides of a symbol count
     * together. Returns how many.
     */
    public int publishPositions(JsonValue list, List<Integer> instrumentIds, long receivedNs) {
        List<Integer> held = new ArrayList<>();
        for (JsonValue row : list.elements()) {
            int id = instrumentOf(row);
            if (instrumentIds.contains(id) && !held.contains(id)) {
                held.add(id);
                publishPosition(id, netOf(list, id), row, receivedNs);
            }
        }
        for (int id : instrumentIds) {
            if (!held.contains(id)) {
                encoder.publishPosition(
                        ReportSource.RECONCILIATION,
                        id,
                        0,
                        FixedPoint.NULL,
                        FixedPoint.NULL,
                        FixedPoint.NULL,
                        receivedNs);
            }
        }
        return instrumentIds.size();
    }

    /** Publishes funding paid and received; returns how many payments. */
    public int publishFunding(JsonValue list, long receivedNs) {
        int published = 0;
        for (JsonValue row : list.elements()) {
            long amount = Amounts.e8(row, "income");
            long timeNs = EpochTime.toNs(row.number("time"));
            asset.set(row.text("asset"));
            CashMovements.identify(movementId, CashReason.FUNDING, asset, timeNs, amount);
            encoder.publishCash(CashReason.FUNDING, instrumentOf(row), asset, amount, movementId, timeNs, receivedNs);
            published++;
        }
        return published;
    }

    private void publishBalance(long free, long locked, boolean last, long receivedNs) {
        encoder.publishListedBalance(asset, free, locked, last, receivedNs);
    }

    private void publishPosition(int instrumentId, long net, JsonValue row, long receivedNs) {
        long liquidation = row.has("liquidationPrice") ? Amounts.e8(row, "liquidationPrice") : 0;
        encoder.publishPosition(
                ReportSource.RECONCILIATION,
                instrumentId,
                net,
                Amounts.e8(row, "entryPrice"),
                liquidation == 0 ? FixedPoint.NULL : liquidation,
                row.has("updateTime") ? EpochTime.toNs(row.number("updateTime")) : FixedPoint.NULL,
                receivedNs);
    }

    private long netOf(JsonValue list, int instrumentId) {
        return list.elements().stream()
                .filter(row -> instrumentOf(row) == instrumentId)
                .mapToLong(row -> Amounts.e8(row, "positionAmt"))
                .sum();
    }

    private int instrumentOf(JsonValue row) {
        byte[] symbol = row.text("symbol", "").getBytes(UTF_8);
        return symbols.find(symbol, 0, symbol.length);
    }
}
