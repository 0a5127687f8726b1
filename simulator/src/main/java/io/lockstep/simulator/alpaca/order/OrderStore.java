package io.lockstep.simulator.alpaca.order;

import io.lockstep.simulator.alpaca.market.Asset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All orders there ever were, in the order in which they came; the open ones of each asset apart. */
public final class OrderStore {
    private final Map<String, AlpacaOrder> byId = new LinkedHashMap<>();
    private final Map<String, AlpacaOrder> byClientId = new LinkedHashMap<>();
    private final List<List<AlpacaOrder>> openByAsset = new ArrayList<>();

    /** Keeps an order for ever. */
    public void add(AlpacaOrder order) {
        byId.put(order.id(), order);
        byClientId.put(key(order.accountId(), order.clientOrderId()), order);
        open(order.asset()).add(order);
    }

    /** An order by its id, with or without its dashes. */
    @Nullable
    public AlpacaOrder byId(int accountId, String id) {
        AlpacaOrder order = byId.get(Ids.dashed(id));
        return order != null && order.accountId() == accountId ? order : null;
    }

    /** An order by its client id, which stays taken for ever. */
    @Nullable
    public AlpacaOrder byClientId(int accountId, String clientOrderId) {
        return byClientId.get(key(accountId, clientOrderId));
    }

    /** The open orders of an asset, oldest first; a copy, so that they may end while it is walked. */
    public List<AlpacaOrder> openOf(Asset asset) {
        List<AlpacaOrder> orders = open(asset);
        orders.removeIf(order -> !order.isOpen());
        return List.copyOf(orders);
    }

    /** Open orders of an account, oldest first. */
    public List<AlpacaOrder> openOf(int accountId) {
        List<AlpacaOrder> chosen = new ArrayList<>();
        for (List<AlpacaOrder> orders : openByAsset) {
            orders.stream()
                    .filter(order -> order.accountId() == accountId && order.isOpen())
                    .forEach(chosen::add);
        }
        return chosen;
    }

    /** All open orders, by asset, oldest first. */
    public List<AlpacaOrder> allOpen() {
        return openByAsset.stream()
                .flatMap(List::stream)
                .filter(AlpacaOrder::isOpen)
                .toList();
    }

    /** Orders of an account that fit, oldest first. */
    public List<AlpacaOrder> select(int accountId, Predicate<AlpacaOrder> wanted) {
        return byId.values().stream()
                .filter(order -> order.accountId() == accountId && wanted.test(order))
                .toList();
    }

    private List<AlpacaOrder> open(Asset asset) {
        while (openByAsset.size() <= asset.id()) {
            openByAsset.add(new ArrayList<>());
        }
        return openByAsset.get(asset.id());
    }

    private static String key(int accountId, String clientOrderId) {
        return accountId + "/" + clientOrderId;
    }
}
