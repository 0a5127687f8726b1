package io.lockstep.simulator.venue;

import java.util.List;
import java.util.Map;

/**
 * A venue's truth about one account, whatever its clients were told. Prices in quote currency, quantities in base currency, E8.
 *
 * @param orders every order the venue took, oldest first
 * @param balances by asset; 0 is not listed
 * @param positions of futures by symbol, negative for short; 0 is not listed
 */
public record VenueLedger(List<Order> orders, Map<String, Long> balances, Map<String, Long> positions) {
    /** Copies the collections. */
    public VenueLedger {
        orders = List.copyOf(orders);
        balances = Map.copyOf(balances);
        positions = Map.copyOf(positions);
    }

    /**
     * One order.
     *
     * @param clientOrderId what the client called it first
     * @param buys whether it buys
     * @param quantity whole quantity now
     * @param open whether it can still trade
     * @param fills its executions, oldest first
     */
    public record Order(
            String clientOrderId, String symbol, boolean buys, long quantity, boolean open, List<Fill> fills) {
        /** Copies the list. */
        public Order {
            fills = List.copyOf(fills);
        }

        /** What it has traded. */
        public long executed() {
            return fills.stream().mapToLong(Fill::quantity).sum();
        }
    }

    /**
     * One execution.
     *
     * @param value price times quantity as settled
     * @param fee in {@code feeAsset}; negative is a rebate
     */
    public record Fill(long tradeId, long price, long quantity, long value, long fee, String feeAsset) {}
}
