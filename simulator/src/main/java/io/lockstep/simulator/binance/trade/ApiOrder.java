package io.lockstep.simulator.binance.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.venue.VenueLedger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An order as Binance's API sees it; kept after its end for queries. */
public final class ApiOrder {
    private final long orderId;
    private final int accountId;
    private final SymbolSpec spec;
    private final String firstClientOrderId;
    private final long timeMs;
    private final ApiTerms terms = new ApiTerms();
    private final List<ApiFill> fills = new ArrayList<>();
    private String clientOrderId;
    private String previousClientOrderId = "";
    private String status = "NEW";
    private String expiryReason = "";
    private String algoStatus = "NEW";
    private long executed;
    private long cumulativeQuote;
    private long coreId;
    private long updateMs;
    private long algoId;
    private long triggeredMs;
    private int amendments;
    private boolean working = true;
    private boolean forced;

    ApiOrder(long orderId, int accountId, SymbolSpec spec, String clientOrderId, long timeMs) {
        this.orderId = orderId;
        this.accountId = accountId;
        this.spec = spec;
        this.clientOrderId = clientOrderId;
        this.firstClientOrderId = clientOrderId;
        this.timeMs = timeMs;
        this.updateMs = timeMs;
    }

    /** The venue's id. */
    public long orderId() {
        return orderId;
    }

    /** Whose order. */
    public int accountId() {
        return accountId;
    }

    /** What is traded. */
    public SymbolSpec spec() {
        return spec;
    }

    /** What it asks for. */
    public ApiTerms terms() {
        return terms;
    }

    /** Its executions, oldest first. */
    public List<ApiFill> fills() {
        return Collections.unmodifiableList(fills);
    }

    /** What the client calls it now. */
    public String clientOrderId() {
        return clientOrderId;
    }

    /** What the client called it before its last amendment; empty if it was never renamed. */
    public String previousClientOrderId() {
        return previousClientOrderId;
    }

    /** What the client called it at first. */
    public String firstClientOrderId() {
        return firstClientOrderId;
    }

    /** Where it stands, in the venue's words. */
    public String status() {
        return status;
    }

    /** Why it expired; empty if it did not. */
    public String expiryReason() {
        return expiryReason;
    }

    /** Traded so far, base currency, E8. */
    public long executed() {
        return executed;
    }

    /** Traded so far, quote currency, E8. */
    public long cumulativeQuote() {
        return cumulativeQuote;
    }

    /** Its id in the matching core. */
    public long coreId() {
        return coreId;
    }

    /** When it came, epoch milliseconds. */
    public long timeMs() {
        return timeMs;
    }

    /** When anything last changed, epoch milliseconds. */
    public long updateMs() {
        return updateMs;
    }

    /** How often it was amended. */
    public int amendments() {
        return amendments;
    }

    /** Whether it stands in the book. */
    public boolean isWorking() {
        return working;
    }

    /** Whether the venue made it, to close a position that ran out of margin. */
    public boolean isForced() {
        return forced;
    }

    /** Its id in the service of conditional orders, 0 for a plain order. */
    public long algoId() {
        return algoId;
    }

    /** Where it stands there. */
    public String algoStatus() {
        return algoStatus;
    }

    /** When it was triggered, epoch milliseconds; 0 if it was not. */
    public long triggeredMs() {
        return triggeredMs;
    }

    /** Whether it buys. */
    public boolean isBuy() {
        return terms.side() == Side.BUY;
    }

    /** Whether it can still trade. */
    public boolean isOpen() {
        return status.equals("NEW") || status.equals("PARTIALLY_FILLED");
    }

    /** Whether it is a conditional order that has not been triggered: the order service does not know it yet. */
    public boolean isWaiting() {
        return algoId != 0 && triggeredMs == 0;
    }

    /** Mean fill price, quote currency, E8; 0 before the first fill. */
    public long averagePrice() {
        return executed == 0 ? 0 : FixedPoint.divide(cumulativeQuote, executed, RoundingMode.HALF_EVEN);
    }

    /** Its latest execution; there must be one. */
    public ApiFill lastFill() {
        return fills.get(fills.size() - 1);
    }

    /** Waits in the service of conditional orders, under the same id. */
    public void waitForTrigger() {
        algoId = orderId;
        working = false;
    }

    /** Its trigger was met. */
    public void triggeredAt(long nowMs) {
        triggeredMs = nowMs;
    }

    /** Says where it stands in the service of conditional orders. */
    public void algoStatus(String word) {
        algoStatus = word;
    }

    /** Says why it expired. */
    public void expiryReason(String reason) {
        expiryReason = reason;
    }

    void rename(String newClientOrderId) {
        previousClientOrderId = clientOrderId;
        clientOrderId = newClientOrderId;
    }

    /** The matching core took it. */
    void accepted(long idInCore, boolean inBook) {
        coreId = idInCore;
        working = inBook;
    }

    /** The venue made it itself. */
    void force(long idInCore) {
        forced = true;
        coreId = idInCore;
    }

    void triggered(long nowMs) {
        working = true;
        updateMs = nowMs;
    }

    void amended(long nowMs) {
        amendments++;
        updateMs = nowMs;
    }

    void end(String word, long nowMs) {
        status = word;
        updateMs = nowMs;
    }

    void fill(ApiFill fill) {
        fills.add(fill);
        executed += fill.quantity();
        cumulativeQuote += fill.quoteQuantity();
        updateMs = fill.timeMs();
        status = executed >= terms.quantity() ? "FILLED" : "PARTIALLY_FILLED";
    }

    /** The order as the venue's books have it. */
    VenueLedger.Order entry() {
        return new VenueLedger.Order(
                firstClientOrderId,
                spec.symbol(),
                isBuy(),
                terms.quantity(),
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
