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
    private final MessageFields fields;
    private final int[] deferredKeys = new int[MOST_DEFERRED];
    private final int[] deferredPositions = new int[MOST_DEFERRED];
    private final MarketDataEvents events;
    private final ColdMessages coldMessages;
    private final HistoryDecoder history;
    private final DecodeCounters counters;
    private byte[] frame = {};
    private long receivedNs;
    private int type;

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
        this.fields = new MessageFields(cursor, values);
        this.counters = counters;
        this.events = new MarketDataEvents(publisher, symbols.slots(), counters);
        this.history = new HistoryDecoder(symbols, events, counters);
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

    /** Begins anew after a connection was lost; call once the past has been read. */
    public void resume() {
        events.resume();
    }

    /** Publishes what waits for room in the ring; call when idle. */
    public void flush() {
        events.flush();
    }

    /** Reads past trades and bars into the same events, each once, whether it came live or is read later. */
    public HistoryDecoder history() {
        return history;
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
            fields.begin(type);
            readDeferred(deferred);
            for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
                fields.read(key);
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
            fields.read(deferredKeys[i]);
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

    private void emit() {
        TickMessage tick = fields.tick;
        BarMessage bar = fields.bar;
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
            case 'o' -> events.book(tick, fields.bids, fields.asks, fields.wholeBook, receivedNs);
            case 'l' -> events.priceBands(tick, receivedNs);
            default -> events.status(tick, receivedNs);
        };
        if (!complete) {
            counters.count(DecodeIssue.INCOMPLETE);
        }
    }
}
