package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.alpaca.session.StreamControl;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;

/**
 * Turns the JSON frames of a market-data stream into engine events, message by message. Alpaca Real-time Stock Data, Crypto Data and
 * News, read 2026-11.
 *
 * <p>A frame is an array; each message names its type in {@code T}, usually first. Unknown types and keys are passed over, the former
 * counted. Prices and sizes beyond 8 decimals are cut and counted. Trade ids keep all 64 bits. Never throws on what a venue may send;
 * allocates nothing for trades, quotes, bars and books. Owned by the network thread.
 */
public final class MarketDataDecoder {
    private static final int MOST_DEFERRED = 24;

    private final JsonCursor cursor = new JsonCursor();
    private final ValueReader values;
    private final TickMessage tick = new TickMessage();
    private final BarMessage bar = new BarMessage();
    private final BookLevels bids = new BookLevels();
    private final BookLevels asks = new BookLevels();
    private final int[] deferredKeys = new int[MOST_DEFERRED];
    private final int[] deferredPositions = new int[MOST_DEFERRED];
    private final MarketDataEvents events;
    private final ColdMessages coldMessages;
    private final DecodeCounters counters;
    private byte[] frame = {};
    private long receivedNs;
    private int type;
    private boolean wholeBook;

    /**
     * A decoder of one connection.
     *
     * @param symbols the instruments it may find
     * @param publisher takes the events
     * @param control told what the venue says about the session
     * @param counters count what does not become an event
     */
    public MarketDataDecoder(
            Symbols symbols, EventPublisher publisher, StreamControl control, DecodeCounters counters) {
        this.values = new ValueReader(cursor, symbols);
        this.counters = counters;
        this.events = new MarketDataEvents(publisher, symbols.slots(), counters);
        this.coldMessages = new ColdMessages(symbols, events, control, counters);
    }

    /**
     * Decodes one frame.
     *
     * @param receivedNs when it was read, UTC, nanoseconds
     */
    public void decode(byte[] source, int offset, int length, long receivedNs) {
        this.frame = source;
        values.wrap(source);
        this.receivedNs = receivedNs;
        events.flush();
        cursor.wrap(source, offset, length).beginArray();
        while (cursor.nextElement()) {
            decodeMessage();
        }
        cursor.finish();
        if (cursor.isFaulty()) {
            counters.count(DecodeIssue.FAULTY_FRAME);
        }
    }

    /** Publishes what waits for room in the ring; call when idle. */
    public void flush() {
        events.flush();
    }

    /** Numbers cut behind their eighth decimal so far. */
    public long roundedNumbers() {
        return values.rounded();
    }

    private void decodeMessage() {
        cursor.peek();
        int start = cursor.position();
        cursor.beginObject();
        int deferred = deferUntilType();
        if (deferred < 0) {
            return;
        }
        if (isHot(type)) {
            clear();
            readDeferred(deferred);
            for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
                readField(key);
            }
            if (!cursor.isFaulty()) {
                emit();
            }
        } else {
            skipRest();
            if (!cursor.isFaulty()) {
                coldMessages.decode(frame, start, cursor.position() - start, receivedNs);
            }
        }
    }

    /** Reads up to the type; number of fields passed over before it, or -1 when there is no type. */
    private int deferUntilType() {
        int deferred = 0;
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == 'T') {
                cursor.readText();
                type = cursor.textLength() == 1 ? cursor.textBytes()[cursor.textOffset()] : 0;
                return deferred;
            }
            if (deferred < MOST_DEFERRED) {
                deferredKeys[deferred] = key;
                deferredPositions[deferred++] = cursor.position();
            }
            cursor.skipValue();
        }
        counters.count(DecodeIssue.UNKNOWN_TYPE);
        return -1;
    }

    private void readDeferred(int deferred) {
        int behindType = cursor.position();
        for (int i = 0; i < deferred; i++) {
            cursor.reposition(deferredPositions[i]);
            readField(deferredKeys[i]);
        }
        cursor.reposition(behindType);
    }

    private void skipRest() {
        while (cursor.nextKey() != JsonCursor.END) {
            cursor.skipValue();
        }
    }

    private static boolean isHot(int type) {
        return switch (type) {
            case 't', 'q', 'b', 'u', 'd', 'c', 'x', 'l', 's', 'o' -> true;
            default -> false;
        };
    }

    private void clear() {
        tick.clear();
        bar.clear();
        bids.clear();
        asks.clear();
        wholeBook = false;
    }

    private void readField(int key) {
        switch (key) {
            case 'S' -> tick.instrumentId = values.symbol();
            case 't' -> {
                tick.timeNs = values.time();
                bar.openTimeNs = tick.timeNs;
            }
            case 'z' -> tick.tape = values.code();
            default -> readFieldOfType(key);
        }
    }

    private void readFieldOfType(int key) {
        switch (type) {
            case 'q' -> readQuote(key);
            case 't', 'x' -> readTrade(key);
            case 'b', 'u', 'd' -> readBar(key);
            case 'o' -> readBook(key);
            case 'c' -> readCorrection(key);
            case 'l' -> readBands(key);
            default -> readStatus(key);
        }
    }

    private void readQuote(int key) {
        switch (key) {
            case 'b' << 8 | 'p' -> tick.bidPrice = values.number();
            case 'b' << 8 | 's' -> tick.bidSize = values.number();
            case 'a' << 8 | 'p' -> tick.askPrice = values.number();
            case 'a' << 8 | 's' -> tick.askSize = values.number();
            default -> cursor.skipValue();
        }
    }

    private void readTrade(int key) {
        switch (key) {
            case 'i' -> tick.tradeId = values.id();
            case 'p' -> tick.price = values.number();
            case 's' -> tick.size = values.number();
            case 'c' -> values.conditions(tick.conditions);
            case 't' << 16 | 'k' << 8 | 's' -> tick.aggressor = values.aggressor();
            default -> cursor.skipValue();
        }
    }

    private void readCorrection(int key) {
        switch (key) {
            case 'o' << 8 | 'i' -> tick.tradeId = values.id();
            case 'o' << 8 | 'p' -> tick.price = values.number();
            case 'o' << 8 | 's' -> tick.size = values.number();
            case 'o' << 8 | 'c' -> values.conditions(tick.conditions);
            case 'c' << 8 | 'i' -> tick.correctedId = values.id();
            case 'c' << 8 | 'p' -> tick.correctedPrice = values.number();
            case 'c' << 8 | 's' -> tick.correctedSize = values.number();
            case 'c' << 8 | 'c' -> values.conditions(tick.correctedConditions);
            default -> cursor.skipValue();
        }
    }

    private void readBar(int key) {
        switch (key) {
            case 'o' -> bar.open = values.number();
            case 'h' -> bar.high = values.number();
            case 'l' -> bar.low = values.number();
            case 'c' -> bar.close = values.number();
            case 'v' -> bar.volume = values.number();
            case 'n' -> bar.trades = values.id();
            case 'v' << 8 | 'w' -> bar.meanPrice = values.number();
            default -> cursor.skipValue();
        }
    }

    private void readBook(int key) {
        switch (key) {
            case 'b' -> values.levels(bids);
            case 'a' -> values.levels(asks);
            case 'r' -> wholeBook = cursor.readBoolean();
            default -> cursor.skipValue();
        }
    }

    private void readBands(int key) {
        switch (key) {
            case 'u' -> tick.limitUp = values.number();
            case 'd' -> tick.limitDown = values.number();
            case 'i' -> values.codeText(tick.reason);
            default -> cursor.skipValue();
        }
    }

    private void readStatus(int key) {
        switch (key) {
            case 's' << 8 | 'c' -> tick.statusCode = values.code();
            case 'r' << 8 | 'c' -> values.codeText(tick.reason);
            default -> cursor.skipValue();
        }
    }

    private void emit() {
        if (tick.instrumentId == Symbols.UNKNOWN) {
            counters.count(DecodeIssue.UNKNOWN_SYMBOL);
            return;
        }
        boolean complete = switch (type) {
            case 'q' -> events.quote(tick, receivedNs);
            case 't' -> events.trade(tick, receivedNs);
            case 'x' -> events.bust(tick, receivedNs);
            case 'c' -> events.correction(tick, receivedNs);
            case 'b', 'u' -> events.minuteBar(tick.instrumentId, bar, receivedNs);
            case 'd' -> events.dailyBar(tick.instrumentId, bar, receivedNs);
            case 'o' -> events.book(tick, bids, asks, wholeBook, receivedNs);
            case 'l' -> events.priceBands(tick, receivedNs);
            default -> events.status(tick, receivedNs);
        };
        if (!complete) {
            counters.count(DecodeIssue.INCOMPLETE);
        }
    }
}
