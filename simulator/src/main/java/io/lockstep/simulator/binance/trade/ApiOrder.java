package io.lockstep.simulator.binance.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.venue.VenueLedger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** An order as Binance's API sees it; kept after its end for queries. */
public final class ApiOrder {
    final long orderId;
    final int accountId;
    final SymbolSpec spec;
    final List<ApiFill> fills = new ArrayList<>();
    String clientOrderId;
    String previousClientOrderId = "";

    /** What the client called it before any amendment. */
    final String firstClientOrderId;

    Side side = Side.BUY;
    String type = "LIMIT";
    String timeInForce = "GTC";
    String status = "NEW";
    String expiryReason = "";
    String selfTradePrevention = "NONE";
    String workingType = "CONTRACT_PRICE";
    long price;
    long quantity;
    long stopPrice;
    long quoteOrderQuantity;
    long executed;
    long cumulativeQuote;
    long goodTillMs;
    long coreId;
    long timeMs;
    long updateMs;
    int amendments;
    boolean working = true;

    /** Id in the service of conditional orders, 0 for a plain order. */
    long algoId;

    String clientAlgoId = "";
    String algoType = "";
    String algoStatus = "NEW";
    long callbackRate;
    long triggeredMs;
    boolean reduceOnly;
    boolean closePosition;

    /** Whether the venue made it, to close a position that ran out of margin. */
    boolean liquidation;

    ApiOrder(long orderId, int accountId, SymbolSpec spec, String clientOrderId, long timeMs) {
        this.orderId = orderId;
        this.accountId = accountId;
        this.spec = spec;
        this.clientOrderId = clientOrderId;
        this.firstClientOrderId = clientOrderId;
        this.timeMs = timeMs;
        this.updateMs = timeMs;
    }

    boolean isBuy() {
        return side == Side.BUY;
    }

    boolean isOpen() {
        return status.equals("NEW") || status.equals("PARTIALLY_FILLED");
    }

    /** Whether it is a conditional order that has not been triggered: the order service does not know it yet. */
    boolean isWaiting() {
        return algoId != 0 && triggeredMs == 0;
    }

    /** Mean fill price, quote currency, E8; 0 before the first fill. */
    long averagePrice() {
        return executed == 0 ? 0 : FixedPoint.divide(cumulativeQuote, executed, RoundingMode.HALF_EVEN);
    }

    ApiFill lastFill() {
        return fills.get(fills.size() - 1);
    }

    void fill(ApiFill fill) {
        fills.add(fill);
        executed += fill.quantity();
        cumulativeQuote += fill.quoteQuantity();
        updateMs = fill.timeMs();
        status = executed >= quantity ? "FILLED" : "PARTIALLY_FILLED";
    }

    /** The order as the venue's books have it. */
    VenueLedger.Order entry() {
        return new VenueLedger.Order(
                firstClientOrderId,
                spec.symbol(),
                isBuy(),
                quantity,
                isOpen(),
                fills.stream()
                        .map(fill -> new VenueLedger.Fill(
                                fill.tradeId(),
                                fill.price(),
                                fill.quantity(),
                                fill.quoteQuantity(),
                                fill.fee(),
                                fill.feeAsset()))
                        .toList());
    }
}
