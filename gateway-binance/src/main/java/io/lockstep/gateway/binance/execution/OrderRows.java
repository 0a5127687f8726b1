package io.lockstep.gateway.binance.execution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.execution.field.Amounts;
import io.lockstep.gateway.binance.execution.field.AsciiField;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonValue;

/**
 * Reads orders and fills as the venue lists them when asked, and publishes each. Cold path: builds trees. Owned by one thread.
 *
 * <p>An order is published as STATUS; its reason is the venue's word for its state. How much of its order is filled is
 * not said with a fill and stays FixedPoint.NULL.
 */
public final class OrderRows {
    private static final long MS_NS = 1_000_000;

    private final SymbolTable symbols;
    private final ExecutionEncoder encoder;
    private final OrderIdentity identity;
    private final ExecutionMessage message = new ExecutionMessage();
    private boolean fillsMissing;

    /**
     * Makes a reader for one account.
     *
     * @param runId of this journal, to know our own orders
     * @param directory what is known of them, also learns here
     */
    public OrderRows(
            SymbolTable symbols, EventPublisher publisher, long runId, OrderDirectory directory, int accountId) {
        this.symbols = symbols;
        this.encoder = new ExecutionEncoder(publisher, accountId);
        this.identity = new OrderIdentity(runId, directory);
    }

    /** Whether the last order has more filled than was reported so far: fills of it were missed, or are under way. */
    public boolean areFillsMissing() {
        return fillsMissing;
    }

    /** The instrument of a row, or {@link SymbolTable#NOT_FOUND}. */
    public int instrumentOf(JsonValue row) {
        byte[] symbol = row.text("symbol").getBytes(UTF_8);
        return symbols.find(symbol, 0, symbol.length);
    }

    /** Notes an order without publishing it, so that fills which name it by the venue's id are known as ours. */
    public void learn(JsonValue row) {
        identify(row);
    }

    /**
     * Publishes an order, plain or conditional.
     *
     * @return false where its symbol is none of this run's
     */
    public boolean publishOrder(JsonValue row, ReportSource source, long receivedNs) {
        if (!identify(row)) {
            return false;
        }
        message.execType = ExecType.STATUS;
        message.source = source;
        message.side = sideOf(row);
        message.price = Amounts.e8(row, "price");
        message.quantity = Amounts.e8(row, row.has("origQty") ? "origQty" : "quantity");
        message.cumQty = row.has("executedQty") ? Amounts.e8(row, "executedQty") : 0;
        message.exchangeTimeNs = timeOf(row);
        String state = row.text("status", row.text("algoStatus", "UNKNOWN"));
        message.reason.set(state);
        identity.foundAs(message.price, message.quantity);
        long reportedBefore = identity.cumQty();
        identity.into(message);
        fillsMissing = identity.isOurs() && message.cumQty > reportedBefore;
        boolean terminal = ReportedStatus.of(state).isTerminal();
        message.leavesQty = terminal ? 0 : Math.max(0, message.quantity - message.cumQty - prevented(row));
        encoder.publish(message, receivedNs);
        return true;
    }

    /** Publishes that the venue does not find an order. */
    public void publishNotFound(long orderId, int strategyId, int instrumentId, int venueCode, long receivedNs) {
        message.clear();
        message.orderId = orderId;
        message.strategyId = strategyId;
        message.instrumentId = instrumentId;
        message.execType = ExecType.NOT_FOUND;
        message.source = ReportSource.QUERY;
        message.venueCode = venueCode;
        encoder.publish(message, receivedNs);
    }

    /**
     * Publishes a fill.
     *
     * @param onlyOurs whether fills of orders that are not known as ours are left out
     * @return false where it was left out
     */
    public boolean publishFill(JsonValue row, boolean onlyOurs, long receivedNs) {
        message.clear();
        message.instrumentId = instrumentOf(row);
        if (message.instrumentId == SymbolTable.NOT_FOUND) {
            return false;
        }
        long venueOrderId = row.number("orderId");
        identity.readVenueId(message.instrumentId, venueOrderId);
        if (onlyOurs && !identity.isOurs()) {
            return false;
        }
        message.orderId = identity.orderId();
        message.strategyId = identity.strategyId();
        message.execType = ExecType.FILL;
        message.source = ReportSource.RECONCILIATION;
        message.side = isBuy(row) ? Side.BUY : Side.SELL;
        message.liquidity = row.flag("isMaker", row.flag("maker", false)) ? Liquidity.MAKER : Liquidity.TAKER;
        message.lastPx = Amounts.e8(row, "price");
        message.lastQty = Amounts.e8(row, "qty");
        message.cumQty = FixedPoint.NULL;
        message.leavesQty = FixedPoint.NULL;
        message.fee = Amounts.e8(row, "commission");
        message.feeAsset.set(row.text("commissionAsset"));
        message.exchangeTimeNs = EpochTime.toNs(row.number("time"));
        message.venueOrderId.set(venueOrderId);
        message.execId.set('T', row.number("id"));
        encoder.publish(message, receivedNs);
        return true;
    }

    /** Our id of the order that the last row was about, or FixedPoint.NULL. */
    public long orderId() {
        return identity.orderId();
    }

    private boolean identify(JsonValue row) {
        message.clear();
        message.instrumentId = instrumentOf(row);
        if (message.instrumentId == SymbolTable.NOT_FOUND) {
            return false;
        }
        boolean conditional = row.has("algoId");
        String name = row.text("clientOrderId", row.text("clientAlgoId", ""));
        byte[] id = name.getBytes(US_ASCII);
        identity.read(id, 0, id.length);
        long venueOrderId = conditional ? engineOrderId(row) : row.number("orderId");
        if (!identity.isOurs() && venueOrderId != FixedPoint.NULL) {
            identity.readVenueId(message.instrumentId, venueOrderId);
        }
        identity.seen(message.instrumentId, conditional, venueOrderId);
        if (venueOrderId == FixedPoint.NULL) {
            message.venueOrderId.set('A', row.number("algoId"));
        } else {
            message.venueOrderId.set(venueOrderId);
        }
        return true;
    }

    /** A conditional order's id in the book, once it was triggered. */
    private static long engineOrderId(JsonValue row) {
        byte[] text = row.text("actualOrderId", "").getBytes(US_ASCII);
        long id = AsciiField.digits(text, 0, text.length);
        return id <= 0 ? FixedPoint.NULL : id;
    }

    private static Side sideOf(JsonValue row) {
        return switch (row.text("side")) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> Side.NONE;
        };
    }

    private static boolean isBuy(JsonValue row) {
        return row.has("side") ? row.text("side").equals("BUY") : row.flag("isBuyer", false);
    }

    private static long prevented(JsonValue row) {
        return row.has("preventedQuantity") ? Amounts.e8(row, "preventedQuantity") : 0;
    }

    private static long timeOf(JsonValue row) {
        return row.has("updateTime") ? row.number("updateTime") * MS_NS : FixedPoint.NULL;
    }
}
