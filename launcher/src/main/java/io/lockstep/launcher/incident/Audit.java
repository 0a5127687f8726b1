package io.lockstep.launcher.incident;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.VenueAdmin.Balance;
import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.launcher.session.replay.PastState;
import io.lockstep.launcher.venue.AdminAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The books of a journal against the venue's, item by item: open orders by the venue's id, positions by symbol, balances by asset. What only
 * one side has is a difference; nothing is explained away. Where a venue keeps a spot holding as a balance it is compared as that, whatever of it
 * was there before the journal began.
 */
public final class Audit {
    private final PastState local;
    private final List<Row> rows = new ArrayList<>();

    private Audit(PastState local) {
        this.local = local;
    }

    /**
     * One item on both sides.
     *
     * @param account account's name
     * @param kind order, position or balance
     * @param item which
     * @param local what the journal says
     * @param venue what the venue says
     * @param same whether they are the same
     */
    public record Row(String account, String kind, String item, String local, String venue, boolean same) {
        /** As a row of a report. */
        public Map<String, Object> toRow() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("account", account);
            row.put("kind", kind);
            row.put("item", item);
            row.put("local", local);
            row.put("venue", venue);
            row.put("same", same);
            return row;
        }
    }

    /**
     * Compares.
     *
     * @param local state after the whole journal
     * @param accounts accounts at venues; those of the configuration that are not among them are left out
     * @throws io.lockstep.engine.port.VenueException if a venue does not answer: nothing can be said then
     */
    public static List<Row> of(PastState local, List<AdminAccount> accounts) {
        Audit audit = new Audit(local);
        accounts.forEach(audit::compare);
        return audit.rows;
    }

    private void compare(AdminAccount account) {
        int id = local.config().accounts().stream()
                .map(each -> each.name())
                .toList()
                .indexOf(account.name());
        compare(account.name(), "order", localOrders(id), venueOrders(account));
        Map<String, String> balances = venueBalances(account);
        Map<String, String> ours = localPositions(id);
        Map<String, String> theirs = venuePositions(account);
        for (Instrument each : local.setup().instruments()) {
            if (each.assetClass() == AssetClass.SPOT && balances.containsKey(each.baseAsset())) {
                ours.remove(each.symbol());
                theirs.remove(each.symbol());
            }
        }
        compare(account.name(), "position", ours, theirs);
        compare(account.name(), "balance", localBalances(id), balances);
    }

    private void compare(String account, String kind, Map<String, String> ours, Map<String, String> theirs) {
        Set<String> items = new LinkedHashSet<>(ours.keySet());
        items.addAll(theirs.keySet());
        for (String item : items) {
            String own = ours.getOrDefault(item, "none");
            String other = theirs.getOrDefault(item, "none");
            rows.add(new Row(account, kind, item, own, other, own.equals(other)));
        }
    }

    private Map<String, String> localOrders(int account) {
        Map<String, String> orders = new TreeMap<>();
        for (Order each = local.risk().orders().firstOpen();
                each != null;
                each = local.risk().orders().nextOpen(each)) {
            if (each.accountId() == account) {
                String venueId = local.venueOrderId(each.orderId());
                String symbol =
                        local.setup().instruments().get(each.instrumentId()).symbol();
                orders.put(
                        symbol + " " + (venueId.isEmpty() ? "unanswered " + each.orderId() : venueId),
                        order(each.isBuy(), each.quantity(), each.cumQty()));
            }
        }
        return orders;
    }

    private static Map<String, String> venueOrders(AdminAccount account) {
        Map<String, String> orders = new TreeMap<>();
        for (OpenOrder each : account.admin().openOrders()) {
            orders.put(each.symbol() + " " + each.venueOrderId(), order(each.buy(), each.quantity(), each.filled()));
        }
        return orders;
    }

    private static String order(boolean buy, long quantity, long filled) {
        return (buy ? "buy " : "sell ") + plain(quantity) + ", filled " + plain(filled);
    }

    private Map<String, String> localPositions(int account) {
        Map<String, String> positions = new TreeMap<>();
        for (Instrument each : local.setup().instruments()) {
            long quantity =
                    local.risk().portfolio().accountPosition(account, each.id()).quantity();
            if (quantity != 0
                    && each.venue() == local.config().accounts().get(account).venue()) {
                positions.put(each.symbol(), plain(quantity));
            }
        }
        return positions;
    }

    private static Map<String, String> venuePositions(AdminAccount account) {
        Map<String, String> positions = new TreeMap<>();
        for (OpenPosition each : account.admin().positions()) {
            positions.put(each.symbol(), plain(each.quantity()));
        }
        return positions;
    }

    /** Margin of derivatives is the venue's arithmetic; what is compared is the cash of spot accounts. */
    private Map<String, String> localBalances(int account) {
        Map<String, String> balances = new TreeMap<>();
        if (isDerivative(account)) {
            return balances;
        }
        Portfolio portfolio = local.risk().portfolio();
        for (int asset = 0; asset < portfolio.assets().size(); asset++) {
            long amount = portfolio.ledger(account).balance(asset);
            if (amount != 0) {
                balances.put(portfolio.assets().code(asset), plain(amount));
            }
        }
        return balances;
    }

    private Map<String, String> venueBalances(AdminAccount account) {
        Map<String, String> balances = new TreeMap<>();
        int id = local.config().accounts().stream()
                .map(each -> each.name())
                .toList()
                .indexOf(account.name());
        if (!isDerivative(id)) {
            for (Balance each : account.admin().balances()) {
                balances.put(each.asset(), plain(each.free() + each.locked()));
            }
        }
        return balances;
    }

    private boolean isDerivative(int account) {
        return local.setup().instruments().stream()
                .filter(each ->
                        each.venue() == local.config().accounts().get(account).venue())
                .anyMatch(each -> each.assetClass() == AssetClass.PERPETUAL || each.assetClass() == AssetClass.FUTURE);
    }

    private static String plain(long value) {
        BigDecimal decimal = FixedPoint.toBigDecimal(value);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
