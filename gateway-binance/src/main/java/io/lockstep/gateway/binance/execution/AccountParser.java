package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.EpochTime;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/**
 * Reads balances and positions and publishes each. A futures balance is the wallet's, without unrealized profit; margin in use is
 * not part of the event.
 */
final class AccountParser {
    private static final int POSITIONS = 'P';
    private static final int MARGIN_CALL_POSITIONS = 'p';
    private static final int BALANCES = 'B';
    private static final int WALLET_BALANCE = 'w' << 8 | 'b';
    private static final int POSITION_AMOUNT = 'p' << 8 | 'a';
    private static final int ENTRY_PRICE = 'e' << 8 | 'p';

    private final SymbolTable symbols;
    private final ExecutionEncoder encoder;
    private final AsciiField asset = new AsciiField(16);
    private long foreignPositions;

    AccountParser(SymbolTable symbols, ExecutionEncoder encoder) {
        this.symbols = symbols;
        this.encoder = encoder;
    }

    /** Positions in symbols that are none of this run's. */
    long foreignPositions() {
        return foreignPositions;
    }

    /**
     * Publishes what is in an event whose form was checked before.
     *
     * @param timeNs the event's time, UTC, nanoseconds
     */
    void parse(JsonCursor cursor, long timeNs, long receivedNs) {
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'a' -> parseUpdate(cursor, timeNs, receivedNs);
                case BALANCES -> parseBalances(cursor, timeNs, receivedNs);
                case MARGIN_CALL_POSITIONS -> parsePositions(cursor, timeNs, receivedNs);
                default -> cursor.skipValue();
            }
        }
    }

    /** Time of an event, {@code E}; FixedPoint.NULL without one. */
    static long timeOf(JsonCursor cursor) {
        long timeNs = FixedPoint.NULL;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == 'E') {
                timeNs = EpochTime.toNs(cursor.readLong());
            } else {
                cursor.skipValue();
            }
        }
        return timeNs;
    }

    private void parseUpdate(JsonCursor cursor, long timeNs, long receivedNs) {
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case BALANCES -> parseBalances(cursor, timeNs, receivedNs);
                case POSITIONS -> parsePositions(cursor, timeNs, receivedNs);
                default -> cursor.skipValue();
            }
        }
    }

    private void parseBalances(JsonCursor cursor, long timeNs, long receivedNs) {
        cursor.beginArray();
        while (cursor.nextElement()) {
            parseBalance(cursor, timeNs, receivedNs);
        }
    }

    private void parseBalance(JsonCursor cursor, long timeNs, long receivedNs) {
        long free = FixedPoint.NULL;
        long locked = 0;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'a' -> {
                    cursor.readText();
                    asset.set(cursor);
                }
                case 'f', WALLET_BALANCE -> free = cursor.readDecimal();
                case 'l' -> locked = cursor.readDecimal();
                default -> cursor.skipValue();
            }
        }
        if (!cursor.isFaulty() && free != FixedPoint.NULL) {
            encoder.publishBalance(asset, free, locked, timeNs, receivedNs);
        }
    }

    private void parsePositions(JsonCursor cursor, long timeNs, long receivedNs) {
        cursor.beginArray();
        while (cursor.nextElement()) {
            parsePosition(cursor, timeNs, receivedNs);
        }
    }

    private void parsePosition(JsonCursor cursor, long timeNs, long receivedNs) {
        int instrumentId = SymbolTable.NOT_FOUND;
        long quantity = FixedPoint.NULL;
        long entryPrice = FixedPoint.NULL;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 's' -> {
                    cursor.readText();
                    instrumentId = symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
                }
                case POSITION_AMOUNT -> quantity = cursor.readDecimal();
                case ENTRY_PRICE -> entryPrice = cursor.readDecimalTruncated();
                default -> cursor.skipValue();
            }
        }
        if (instrumentId == SymbolTable.NOT_FOUND) {
            foreignPositions++;
        } else if (!cursor.isFaulty() && quantity != FixedPoint.NULL) {
            encoder.publishPosition(instrumentId, quantity, entryPrice, timeNs, receivedNs);
        }
    }
}
