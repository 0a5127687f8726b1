package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.alpaca.wire.NumberText;
import io.lockstep.gateway.alpaca.wire.Rfc3339;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;

/** Reads single values of a market-data message off a cursor. Owned by one decoder; allocates nothing. */
final class ValueReader {
    /** Stands for an absent or unusable number or time. */
    static final long MISSING = TickMessage.MISSING;

    /** Code of a text that is longer than one character; no table knows it. */
    static final int NO_CODE = 127;

    private final JsonCursor cursor;
    private final Symbols symbols;
    private final NumberText numbers = new NumberText();
    private byte[] frame = {};

    ValueReader(JsonCursor cursor, Symbols symbols) {
        this.cursor = cursor;
        this.symbols = symbols;
    }

    /** The array the cursor walks over. */
    void wrap(byte[] frame) {
        this.frame = frame;
    }

    /** Numbers cut behind their eighth decimal so far. */
    long rounded() {
        return numbers.rounded();
    }

    int symbol() {
        cursor.readText();
        return symbols.instrumentId(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
    }

    /** A time, UTC, nanoseconds. */
    long time() {
        cursor.readText();
        return Rfc3339.parse(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
    }

    /** A decimal, E8. */
    long number() {
        int from = skipValue();
        return cursor.isFaulty() ? MISSING : numbers.decimal(frame, from, cursor.position());
    }

    /** An id of 64 bits. */
    long id() {
        int from = skipValue();
        return cursor.isFaulty() ? MISSING : NumberText.unsigned(frame, from, cursor.position());
    }

    /** A text of one character; 0 for an empty one, {@link #NO_CODE} for a longer one. */
    int code() {
        cursor.readText();
        return switch (cursor.textLength()) {
            case 0 -> 0;
            case 1 -> cursor.textBytes()[cursor.textOffset()];
            default -> NO_CODE;
        };
    }

    /** The side that took liquidity: {@code B}, {@code S}. */
    Side aggressor() {
        return switch (code()) {
            case 'B' -> Side.BUY;
            case 'S' -> Side.SELL;
            default -> Side.NONE;
        };
    }

    void conditions(TickMessage.Conditions conditions) {
        cursor.beginArray();
        while (cursor.nextElement()) {
            conditions.add(code());
        }
    }

    void levels(BookLevels levels) {
        cursor.beginArray();
        while (cursor.nextElement()) {
            level(levels);
        }
    }

    /** A short text, cut to what an event's code field holds. */
    void codeText(StringBuilder into) {
        cursor.readText();
        into.setLength(0);
        for (int i = 0; i < Math.min(cursor.textLength(), MarketDataEvents.MOST_CODE_LENGTH); i++) {
            into.append((char) (cursor.textBytes()[cursor.textOffset() + i] & 0x7F));
        }
    }

    private void level(BookLevels levels) {
        long price = MISSING;
        long size = MISSING;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'p' -> price = number();
                case 's' -> size = number();
                default -> cursor.skipValue();
            }
        }
        levels.add(price, size);
    }

    private int skipValue() {
        cursor.peek();
        int from = cursor.position();
        cursor.skipValue();
        return from;
    }
}
