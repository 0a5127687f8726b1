package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/**
 * Reads {@code executionReport}. On a cancel or an amendment {@code C} is the order's id before and {@code c} that of the request; a
 * cancel by the venue leaves {@code C} empty.
 */
final class SpotExecutionParser {
    private static final byte[] NO_REASON = {'N', 'O', 'N', 'E'};
    private static final int EXPIRY_REASON = 'e' << 8 | 'R';
    private static final long NO_TRADE = -1;

    private final SymbolTable symbols;
    private final FillMemory fills;
    private final OrderIdentity identity;
    private final OrderIdentity original;
    private ReportedStatus happened = ReportedStatus.UNKNOWN;
    private ReportedStatus state = ReportedStatus.UNKNOWN;
    private long tradeId;
    private long executionId;
    private long prevented;
    private long venueOrderId;
    private boolean maker;

    SpotExecutionParser(SymbolTable symbols, FillMemory fills, long runId, OrderDirectory directory) {
        this.symbols = symbols;
        this.fills = fills;
        this.identity = new OrderIdentity(runId, directory);
        this.original = new OrderIdentity(runId, directory);
    }

    /** Reads an object into a message; {@code EXECUTION} means it is good to publish. */
    UserDataOutcome parse(JsonCursor cursor, ExecutionMessage message) {
        clear(message);
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            parseField(cursor, key, message);
        }
        if (cursor.isFaulty() || message.quantity < 0 || message.lastQty < 0) {
            return UserDataOutcome.MALFORMED;
        }
        if (message.instrumentId == SymbolTable.NOT_FOUND) {
            return UserDataOutcome.UNKNOWN_SYMBOL;
        }
        return complete(message);
    }

    private void clear(ExecutionMessage message) {
        message.clear();
        identity.clear();
        original.clear();
        happened = ReportedStatus.UNKNOWN;
        state = ReportedStatus.UNKNOWN;
        tradeId = NO_TRADE;
        executionId = NO_TRADE;
        prevented = 0;
        venueOrderId = FixedPoint.NULL;
        maker = false;
    }

    private void parseField(JsonCursor cursor, int key, ExecutionMessage message) {
        switch (key) {
            case 's' -> {
                cursor.readText();
                message.instrumentId = symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
            }
            case 'c' -> {
                cursor.readText();
                identity.read(cursor);
            }
            case 'C' -> {
                cursor.readText();
                original.read(cursor);
            }
            case 'S' -> {
                cursor.readText();
                message.side = SideText.of(cursor);
            }
            case 'x' -> {
                cursor.readText();
                happened = ReportedStatus.ofText(cursor);
            }
            case 'X' -> {
                cursor.readText();
                state = ReportedStatus.ofText(cursor);
            }
            case 'r', EXPIRY_REASON -> parseReason(cursor, message);
            case 'N' -> parseFeeAsset(cursor, message);
            default -> parseNumber(cursor, key, message);
        }
    }

    private void parseNumber(JsonCursor cursor, int key, ExecutionMessage message) {
        switch (key) {
            case 'q' -> message.quantity = cursor.readDecimal();
            case 'p' -> message.price = cursor.readDecimal();
            case 'l' -> message.lastQty = cursor.readDecimal();
            case 'L' -> message.lastPx = cursor.readDecimal();
            case 'z' -> message.cumQty = cursor.readDecimal();
            case 'n' -> message.fee = cursor.readDecimal(0);
            case 'A' -> prevented = cursor.readDecimal(0);
            case 'i' -> venueOrderId = cursor.readLong();
            case 'I' -> executionId = cursor.readLong();
            case 't' -> tradeId = cursor.readLong();
            case 'T' -> message.exchangeTimeNs = EpochTime.toNs(cursor.readLong());
            case 'm' -> maker = cursor.readBoolean();
            default -> cursor.skipValue();
        }
    }

    private static void parseReason(JsonCursor cursor, ExecutionMessage message) {
        cursor.readText();
        if (!cursor.textIs(NO_REASON)) {
            message.reason.set(cursor);
        }
    }

    private static void parseFeeAsset(JsonCursor cursor, ExecutionMessage message) {
        if (!cursor.readNull()) {
            cursor.readText();
            message.feeAsset.set(cursor);
        }
    }

    private UserDataOutcome complete(ExecutionMessage message) {
        boolean canceled = happened == ReportedStatus.CANCELED;
        if (canceled && identity.purpose() == ClientOrderId.REPLACE_CANCEL) {
            return UserDataOutcome.OWN_REPLACEMENT;
        }
        message.execType = execType();
        if (message.execType == ExecType.NULL_VAL) {
            return UserDataOutcome.UNKNOWN_EVENT;
        }
        if (message.side == Side.NONE || message.quantity == FixedPoint.NULL || venueOrderId < 0) {
            return UserDataOutcome.MALFORMED;
        }
        OrderIdentity owner = canceled && original.isPresent() ? original : identity;
        owner.seen(message.instrumentId, false, venueOrderId);
        owner.into(message);
        message.venueOrderId.set(venueOrderId);
        boolean fill = message.execType == ExecType.FILL;
        long open = message.quantity - message.cumQty - prevented;
        message.leavesQty = state.isTerminal() ? 0 : Math.max(0, open);
        message.liquidity = fill ? (maker ? Liquidity.MAKER : Liquidity.TAKER) : Liquidity.NONE;
        message.execId.set(fill ? 'T' : 'X', fill ? tradeId : executionId);
        return fill && !fills.isNew(message.instrumentId, tradeId)
                ? UserDataOutcome.DUPLICATE
                : UserDataOutcome.EXECUTION;
    }

    private ExecType execType() {
        return switch (happened) {
            case NEW -> identity.isReplacement() ? ExecType.REPLACED : ExecType.ACCEPTED;
            case TRADE -> ExecType.FILL;
            case CANCELED -> ExecType.CANCELED;
            case REPLACED -> ExecType.REPLACED;
            case REJECTED -> ExecType.REJECTED;
            case EXPIRED -> ExecType.EXPIRED;
            case TRADE_PREVENTION -> state == ReportedStatus.EXPIRED_IN_MATCH ? ExecType.EXPIRED : ExecType.STATUS;
            default -> ExecType.NULL_VAL;
        };
    }
}
