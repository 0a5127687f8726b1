package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/**
 * Reads changes of a book, the top levels of one, and REST snapshots. The last two become snapshots; where they have no symbol, they
 * are about the instrument their stream or request is about.
 */
final class DepthParser {
    private static final int PREVIOUS_ID = 'p' << 8 | 'u';
    private static final int BIDS = ('b' << 24) | ('i' << 16) | ('d' << 8) | 's';
    private static final int ASKS = ('a' << 24) | ('s' << 16) | ('k' << 8) | 's';
    private static final byte[] LAST_UPDATE_ID = {'l', 'a', 's', 't', 'U', 'p', 'd', 'a', 't', 'e', 'I', 'd'};

    private final SymbolTable symbols;
    private final boolean needsPreviousId;
    private final DepthMessage depth = new DepthMessage();
    private long eventTime;
    private long transactionTime;
    private long firstId;
    private long lastId;
    private long previousId;
    private boolean bidsSeen;
    private boolean asksSeen;
    private boolean wrongEvent;
    private boolean inRange;

    DepthParser(Product product, SymbolTable symbols) {
        this.symbols = symbols;
        this.needsPreviousId = product == Product.USDM;
    }

    /** What was read last. */
    DepthMessage message() {
        return depth;
    }

    /**
     * Reads one object from its first key on; {@code DELIVERED} means the message is good to deliver.
     *
     * @param instrumentId what it is about unless it names a symbol, or {@link SymbolTable#NOT_FOUND}
     */
    DecodeOutcome parse(JsonCursor cursor, int firstKey, EventKind kind, int instrumentId) {
        reset(instrumentId);
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            parseField(cursor, key);
        }
        depth.exchangeTimeNs(transactionTime != FixedPoint.NULL ? transactionTime : eventTime);
        boolean change = kind == EventKind.DEPTH;
        depth.snapshot(!change);
        depth.updateIds(change ? firstId : lastId, lastId, change ? previousId : FixedPoint.NULL);
        return ParseResult.of(cursor, wrongEvent, isComplete(change), depth.instrumentId(), inRange);
    }

    private void reset(int instrumentId) {
        depth.clear();
        depth.instrumentId(instrumentId);
        eventTime = FixedPoint.NULL;
        transactionTime = FixedPoint.NULL;
        firstId = FixedPoint.NULL;
        lastId = FixedPoint.NULL;
        previousId = FixedPoint.NULL;
        bidsSeen = false;
        asksSeen = false;
        wrongEvent = false;
        inRange = true;
    }

    private void parseField(JsonCursor cursor, int key) {
        switch (key) {
            case 'b', BIDS -> {
                parseLevels(cursor, depth.bids());
                bidsSeen = true;
            }
            case 'a', ASKS -> {
                parseLevels(cursor, depth.asks());
                asksSeen = true;
            }
            case 'U' -> firstId = cursor.readLong();
            case 'u' -> lastId = cursor.readLong();
            case PREVIOUS_ID -> previousId = cursor.readLong();
            case 'T' -> transactionTime = EpochTime.toNs(cursor.readLong());
            case 'E' -> eventTime = EpochTime.toNs(cursor.readLong());
            case 's' -> {
                cursor.readText();
                depth.instrumentId(symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength()));
            }
            case 'e' -> {
                cursor.readText();
                wrongEvent = EventKind.ofText(cursor) != EventKind.DEPTH;
            }
            case JsonCursor.LONG_KEY -> parseLongKey(cursor);
            default -> cursor.skipValue();
        }
    }

    private void parseLongKey(JsonCursor cursor) {
        if (cursor.textIs(LAST_UPDATE_ID)) {
            lastId = cursor.readLong();
        } else {
            cursor.skipValue();
        }
    }

    private void parseLevels(JsonCursor cursor, DepthMessage.Levels levels) {
        levels.clear();
        cursor.beginArray();
        while (cursor.nextElement()) {
            parseLevel(cursor, levels);
        }
    }

    private void parseLevel(JsonCursor cursor, DepthMessage.Levels levels) {
        long price = 0;
        long quantity = -1;
        cursor.beginArray();
        for (int i = 0; cursor.nextElement(); i++) {
            switch (i) {
                case 0 -> price = cursor.readDecimal();
                case 1 -> quantity = cursor.readDecimal();
                default -> cursor.skipValue();
            }
        }
        inRange &= price > 0 && quantity >= 0;
        levels.add(price, quantity);
    }

    private boolean isComplete(boolean change) {
        boolean sides = bidsSeen && asksSeen && lastId != FixedPoint.NULL;
        return sides && (!change || firstId != FixedPoint.NULL && (!needsPreviousId || previousId != FixedPoint.NULL));
    }
}
