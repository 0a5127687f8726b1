package io.lockstep.gateway.binance.execution.account;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.binance.execution.field.AsciiField;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;
import java.nio.charset.StandardCharsets;

/**
 * Reads balances, positions and cash movements and publishes each. A futures balance is the wallet's, without unrealized profit; margin in
 * use is not part of the event.
 */
public final class AccountParser {
    private static final int POSITIONS = 'P';
    private static final int MARGIN_CALL_POSITIONS = 'p';
    private static final int BALANCES = 'B';
    private static final int WALLET_BALANCE = 'w' << 8 | 'b';
    private static final int BALANCE_CHANGE = 'b' << 8 | 'c';
    private static final int POSITION_AMOUNT = 'p' << 8 | 'a';
    private static final int ENTRY_PRICE = 'e' << 8 | 'p';
    private static final byte[] TRADES = {'O', 'R', 'D', 'E', 'R'};

    private final SymbolTable symbols;
    private final AccountEncoder encoder;
    private final AsciiField asset = new AsciiField(16);
    private final AsciiField movementId = new AsciiField(40);
    private long foreignPositions;
    private boolean isAboutTrades;
    private CashReason reason = CashReason.OTHER;
    private int subject;

    /**
     * Makes a parser for one account.
     *
     * @param accountId of the account in this run
     */
    public AccountParser(SymbolTable symbols, EventPublisher publisher, int accountId) {
        this.symbols = symbols;
        this.encoder = new AccountEncoder(publisher, accountId);
    }

    /** Events published so far. */
    public long published() {
        return encoder.published();
    }

    /** Positions in symbols that are none of this run's. */
    public long foreignPositions() {
        return foreignPositions;
    }

    /**
     * Publishes what is in an event whose form was checked before.
     *
     * @param timeNs the event's time, UTC, nanoseconds
     * @param receivedNs when its frame was read, UTC, nanoseconds
     */
    public void parse(JsonCursor cursor, long timeNs, long receivedNs) {
        isAboutTrades = true;
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

    /** Publishes a spot deposit, withdrawal or transfer ({@code balanceUpdate}). */
    public void parseTransfer(JsonCursor cursor, long receivedNs) {
        long amount = 0;
        long timeNs = FixedPoint.NULL;
        asset.clear();
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'a' -> readAsset(cursor);
                case 'd' -> amount = cursor.readDecimal();
                case 'T' -> timeNs = EpochTime.toNs(cursor.readLong());
                default -> cursor.skipValue();
            }
        }
        if (!cursor.isFaulty() && amount != 0) {
            publishMovement(CashReason.TRANSFER, SymbolTable.NOT_FOUND, amount, timeNs, receivedNs);
        }
    }

    /** Time of an event, {@code E}; FixedPoint.NULL without one. */
    public static long timeOf(JsonCursor cursor) {
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

    /** The reason may come behind what it is the reason of: it is looked for first. */
    private void parseUpdate(JsonCursor cursor, long timeNs, long receivedNs) {
        int start = cursor.position();
        cursor.skipValue();
        findReason(cursor, start);
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case BALANCES -> parseBalances(cursor, timeNs, receivedNs);
                case POSITIONS -> parsePositions(cursor, timeNs, receivedNs);
                default -> cursor.skipValue();
            }
        }
    }

    private void findReason(JsonCursor cursor, int start) {
        reason = CashReason.OTHER;
        subject = SymbolTable.NOT_FOUND;
        cursor.reposition(start);
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'm' -> readReason(cursor);
                case 'S' -> {
                    cursor.readText();
                    subject = symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
                }
                default -> cursor.skipValue();
            }
        }
        cursor.reposition(start);
    }

    private void readReason(JsonCursor cursor) {
        cursor.readText();
        isAboutTrades = cursor.textIs(TRADES);
        if (!isAboutTrades) {
            reason = CashMovements.reason(new String(
                    cursor.textBytes(), cursor.textOffset(), cursor.textLength(), StandardCharsets.US_ASCII));
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
        long change = 0;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'a' -> readAsset(cursor);
                case 'f', WALLET_BALANCE -> free = cursor.readDecimal();
                case 'l' -> locked = cursor.readDecimal();
                case BALANCE_CHANGE -> change = cursor.readDecimal(0);
                default -> cursor.skipValue();
            }
        }
        if (cursor.isFaulty() || free == FixedPoint.NULL) {
            return;
        }
        if (!isAboutTrades && change != 0) {
            publishMovement(reason, subject, change, timeNs, receivedNs);
        }
        encoder.publishBalance(asset, free, locked, timeNs, receivedNs);
    }

    private void publishMovement(CashReason why, int instrumentId, long amount, long timeNs, long receivedNs) {
        CashMovements.identify(movementId, why, asset, timeNs, amount);
        encoder.publishCash(why, instrumentId, asset, amount, movementId, timeNs, receivedNs);
    }

    private void readAsset(JsonCursor cursor) {
        cursor.readText();
        asset.set(cursor);
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
            encoder.publishPosition(
                    ReportSource.STREAM, instrumentId, quantity, entryPrice, FixedPoint.NULL, timeNs, receivedNs);
        }
    }
}
