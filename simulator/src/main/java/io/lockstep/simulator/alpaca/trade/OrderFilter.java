package io.lockstep.simulator.alpaca.trade;

import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which orders a list shows.
 *
 * @param status {@code open}, {@code closed} or {@code all}
 * @param afterNs submitted after this, UTC, nanoseconds
 * @param untilNs submitted up to this, UTC, nanoseconds
 * @param symbols of these; empty for any
 * @param side of this; empty for either
 * @param assetClass of this; empty for any
 */
record OrderFilter(String status, long afterNs, long untilNs, List<String> symbols, String side, String assetClass)
        implements Predicate<AlpacaOrder> {

    static OrderFilter of(Fields query) {
        String status = query.text("status", "open");
        if (!List.of("open", "closed", "all").contains(status)) {
            throw ApiError.invalid("invalid status: " + status);
        }
        String symbols = query.text("symbols", "");
        return new OrderFilter(
                status,
                query.time("after", Long.MIN_VALUE),
                query.time("until", Long.MAX_VALUE),
                symbols.isEmpty() ? List.of() : List.of(symbols.split(",", -1)),
                query.text("side", ""),
                query.text("asset_class", ""));
    }

    @Override
    public boolean test(AlpacaOrder order) {
        boolean inState = status.equals("all") || status.equals("open") == order.isOpen();
        boolean inTime = order.times().submittedNs() > afterNs && order.times().submittedNs() <= untilNs;
        boolean ofSymbol = symbols.isEmpty()
                || symbols.contains(order.asset().symbol())
                || symbols.contains(order.asset().positionSymbol());
        boolean ofSide = side.isEmpty() || side.equals("buy") == order.isBuy();
        boolean ofClass = assetClass.isEmpty()
                || assetClass.equals("crypto") == order.asset().isCrypto();
        return inState && inTime && ofSymbol && ofSide && ofClass;
    }
}
