package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.execution.field.AsciiField;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/**
 * Reads {@code ORDER_TRADE_UPDATE} and {@code ALGO_UPDATE}. A triggered conditional order becomes an order with an id of the
 * venue's choice; reports on that one are put down to the conditional order it came from.
 */
final class UsdmExecutionParser {
    private static final int EXPIRY_REASON = 'e' << 8 | 'r';
    private static final int CLIENT_ALGO_ID = ('c' << 24) | ('a' << 16) | ('i' << 8) | 'd';
    private static final int ALGO_ID = ('a' << 16) | ('i' << 8) | 'd';
    private static final int ENGINE_ORDER_ID = 'a' << 8 | 'i';
    private static final int REJECT_REASON = 'r' << 8 | 'm';
    private static final byte[] NO_REASON = {'0'};

    /** What the numbers in {@code er} mean: USDⓈ-M Futures, "Event: Order Update", read 2026-11. */
    private static final String[] EXPIRY_REASONS = {
        "",
        "SELF_TRADE_PREVENTION",
        "IOC_REMAINDER",
        "IOC_REMAINDER_SELF_TRADE",
        "REDUCE_ONLY_NOTHING_LEFT",
        "LIQUIDATED",
        "GTE_UNMET",
        "DELISTED",
        "EXPIRED_AFTER_TRIGGER",
        "MARKET_REMAINDER"
    };

    private final SymbolTable symbols;
    private final FillMemory fills;
    private final OrderIdentity identity;
    private ReportedStatus happened = ReportedStatus.UNKNOWN;
    private ReportedStatus state = ReportedStatus.UNKNOWN;
    private long venueOrderId;
    private long tradeId;
    private boolean maker;
    private boolean wasExpiredForAReason;

    UsdmExecutionParser(SymbolTable symbols, FillMemory fills, long runId, OrderDirectory directory) {
        this.symbols = symbols;
        this.fills = fills;
        this.identity = new OrderIdentity(runId, directory);
    }

    /** Reads an {@code ORDER_TRADE_UPDATE}; {@code EXECUTION} means the message is good to publish. */
    UserDataOutcome parseOrder(JsonCursor cursor, ExecutionMessage message) {
        clear(message);
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == 'o') {
                parseMembers(cursor, message, false);
            } else {
                cursor.skipValue();
            }
        }
        return verify(cursor, message, false);
    }

    /** Reads an {@code ALGO_UPDATE}; {@code EXECUTION} means the message is good to publish. */
    UserDataOutcome parseAlgo(JsonCursor cursor, ExecutionMessage message) {
        clear(message);
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'o' -> parseMembers(cursor, message, true);
                case 'T' -> message.exchangeTimeNs = EpochTime.toNs(cursor.readLong());
                default -> cursor.skipValue();
            }
        }
        return verify(cursor, message, true);
    }

    private void clear(ExecutionMessage message) {
        message.clear();
        identity.clear();
        happened = ReportedStatus.UNKNOWN;
        state = ReportedStatus.UNKNOWN;
        venueOrderId = FixedPoint.NULL;
        tradeId = 0;
        maker = false;
        wasExpiredForAReason = false;
    }

    private void parseMembers(JsonCursor cursor, ExecutionMessage message, boolean algo) {
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (!parseCommon(cursor, key, message)) {
                if (algo) {
                    parseAlgoField(cursor, key, message);
                } else {
                    parseOrderField(cursor, key, message);
                }
            }
        }
    }

    private boolean parseCommon(JsonCursor cursor, int key, ExecutionMessage message) {
        switch (key) {
            case 's' -> {
                cursor.readText();
                message.instrumentId = symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
            }
            case 'S' -> {
                cursor.readText();
                message.side = SideText.of(cursor);
            }
            case 'X' -> {
                cursor.readText();
                state = ReportedStatus.ofText(cursor);
            }
            case 'q' -> message.quantity = cursor.readDecimal(0);
            case 'p' -> message.price = cursor.readDecimal(FixedPoint.NULL);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void parseOrderField(JsonCursor cursor, int key, ExecutionMessage message) {
        switch (key) {
            case 'c' -> {
                cursor.readText();
                identity.read(cursor);
            }
            case 'x' -> {
                cursor.readText();
                happened = ReportedStatus.ofText(cursor);
            }
            case 'N' -> {
                cursor.readText();
                message.feeAsset.set(cursor);
            }
            case EXPIRY_REASON -> {
                cursor.readText();
                wasExpiredForAReason = !cursor.textIs(NO_REASON);
                readExpiryReason(cursor, message);
            }
            case 'i' -> venueOrderId = cursor.readLong();
            case 't' -> tradeId = cursor.readLong();
            case 'l' -> message.lastQty = cursor.readDecimal();
            case 'L' -> message.lastPx = cursor.readDecimal();
            case 'z' -> message.cumQty = cursor.readDecimal();
            case 'n' -> message.fee = cursor.readDecimal(0);
            case 'T' -> message.exchangeTimeNs = EpochTime.toNs(cursor.readLong());
            case 'm' -> maker = cursor.readBoolean();
            default -> cursor.skipValue();
        }
    }

    private static void readExpiryReason(JsonCursor cursor, ExecutionMessage message) {
        long number = AsciiField.digits(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        if (number >= 0 && number < EXPIRY_REASONS.length) {
            message.reason.set(EXPIRY_REASONS[(int) number]);
        } else {
            message.reason.set(cursor);
        }
    }

    private void parseAlgoField(JsonCursor cursor, int key, ExecutionMessage message) {
        switch (key) {
            case CLIENT_ALGO_ID -> {
                cursor.readText();
                identity.read(cursor);
            }
            case ALGO_ID -> message.venueOrderId.set('A', cursor.readLong());
            case ENGINE_ORDER_ID -> parseEngineOrderId(cursor);
            case REJECT_REASON -> {
                cursor.readText();
                message.reason.set(cursor);
            }
            default -> cursor.skipValue();
        }
    }

    /** Empty until the order is triggered. */
    private void parseEngineOrderId(JsonCursor cursor) {
        if (cursor.peek() != '"') {
            venueOrderId = cursor.readLong();
            return;
        }
        cursor.readText();
        long id = AsciiField.digits(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        venueOrderId = id < 0 ? FixedPoint.NULL : id;
    }

    private UserDataOutcome verify(JsonCursor cursor, ExecutionMessage message, boolean algo) {
        if (cursor.isFaulty() || message.side == Side.NONE || message.quantity < 0 || message.lastQty < 0) {
            return UserDataOutcome.MALFORMED;
        }
        if (message.instrumentId == SymbolTable.NOT_FOUND) {
            return UserDataOutcome.UNKNOWN_SYMBOL;
        }
        return algo ? completeAlgo(message) : completeOrder(message);
    }

    private UserDataOutcome completeOrder(ExecutionMessage message) {
        message.execType = execType(message);
        if (message.execType == ExecType.NULL_VAL) {
            return UserDataOutcome.UNKNOWN_EVENT;
        }
        if (!identity.isOurs()) {
            identity.readVenueId(message.instrumentId, venueOrderId);
        } else if (message.execType == ExecType.REPLACED) {
            identity.modified();
        }
        identity.seen(message.instrumentId, false, venueOrderId);
        identity.into(message);
        boolean fill = message.execType == ExecType.FILL;
        message.venueOrderId.set(venueOrderId);
        message.leavesQty = state.isTerminal() ? 0 : Math.max(0, message.quantity - message.cumQty);
        message.liquidity = fill ? (maker ? Liquidity.MAKER : Liquidity.TAKER) : Liquidity.NONE;
        if (!wasExpiredForAReason) {
            message.reason.clear();
        }
        if (!fill) {
            return UserDataOutcome.EXECUTION;
        }
        message.execId.set('T', tradeId);
        return fills.isNew(message.instrumentId, tradeId) ? UserDataOutcome.EXECUTION : UserDataOutcome.DUPLICATE;
    }

    private ExecType execType(ExecutionMessage message) {
        return switch (happened) {
            case NEW -> ExecType.ACCEPTED;
            case TRADE -> ExecType.FILL;
            case CALCULATED -> message.lastQty > 0 ? ExecType.FILL : ExecType.STATUS;
            case CANCELED -> ExecType.CANCELED;
            case AMENDMENT -> ExecType.REPLACED;
            case EXPIRED -> ExecType.EXPIRED;
            default -> ExecType.NULL_VAL;
        };
    }

    private UserDataOutcome completeAlgo(ExecutionMessage message) {
        identity.seen(message.instrumentId, true, venueOrderId);
        identity.into(message);
        if (venueOrderId != FixedPoint.NULL) {
            message.venueOrderId.set(venueOrderId);
        }
        message.leavesQty = state.isTerminal() ? 0 : message.quantity;
        message.execType = switch (state) {
            case NEW -> ExecType.ACCEPTED;
            case TRIGGERED -> ExecType.TRIGGERED;
            case TRIGGERING -> ExecType.STATUS;
            case CANCELED -> ExecType.CANCELED;
            case REJECTED -> ExecType.REJECTED;
            case EXPIRED -> ExecType.EXPIRED;
            default -> ExecType.NULL_VAL;
        };
        if (state == ReportedStatus.FINISHED) {
            return UserDataOutcome.NOT_NEEDED;
        }
        return message.execType == ExecType.NULL_VAL ? UserDataOutcome.UNKNOWN_EVENT : UserDataOutcome.EXECUTION;
    }
}
