package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.nio.charset.StandardCharsets;

/**
 * Turns pages of past trades and minute bars into the events they would have been live. Alpaca Market Data API, "Historical trades" and
 * "Historical bars", read 2026-11: lists by symbol, with the keys of the stream but for {@code T} and {@code S}.
 *
 * <p>What came before is left out and counted. Owned by the network thread of the stream whose gap it fills.
 */
public final class HistoryDecoder {
    /** Answer for a page that could not be read. */
    public static final String UNREADABLE = "?";

    private static final JsonKeys PAGE = JsonKeys.of("trades", "bars", "next_page_token");
    private static final int TRADES = 0;
    private static final int BARS = 1;
    private static final int NEXT = 2;

    private final JsonCursor cursor = new JsonCursor();
    private final ValueReader values;
    private final MessageFields fields;
    private final MarketDataEvents events;
    private final Symbols symbols;
    private final DecodeCounters counters;
    private boolean withdrawn;

    HistoryDecoder(Symbols symbols, MarketDataEvents events, DecodeCounters counters) {
        this.values = new ValueReader(cursor, symbols);
        this.fields = new MessageFields(cursor, values);
        this.events = events;
        this.symbols = symbols;
        this.counters = counters;
    }

    /** Time of the latest trade of an instrument, UTC, nanoseconds; null value when none was seen. */
    public long lastTradeNs(int instrumentId) {
        return events.seen().lastTradeNs(instrumentId);
    }

    /** Start of the latest minute bar of an instrument, UTC, nanoseconds; null value when none was seen. */
    public long lastBarNs(int instrumentId) {
        return events.seen().lastBarNs(instrumentId);
    }

    /** Reports that an instrument's gap stays. */
    public void gapLeft(int instrumentId, long nowNs) {
        counters.count(DecodeIssue.GAP_LEFT);
        events.gap(instrumentId, nowNs);
    }

    /**
     * Publishes the page's trades or bars that are new.
     *
     * @param receivedNs when it was read, UTC, nanoseconds
     * @return token of the next page, empty for the last, {@link #UNREADABLE} for a page that breaks off
     */
    public String page(byte[] body, int length, long receivedNs) {
        String next = "";
        values.wrap(body);
        cursor.wrap(body, 0, length).beginObject();
        for (int key = cursor.nextKey(PAGE); key != JsonCursor.END; key = cursor.nextKey(PAGE)) {
            switch (key) {
                case TRADES -> bySymbol('t', receivedNs);
                case BARS -> bySymbol('b', receivedNs);
                case NEXT -> next = token();
                default -> cursor.skipValue();
            }
        }
        cursor.finish();
        return cursor.isFaulty() ? UNREADABLE : next;
    }

    private void bySymbol(int type, long receivedNs) {
        if (cursor.readNull()) {
            return;
        }
        cursor.beginObject();
        for (int key = cursor.nextKey(symbols.keys()); key != JsonCursor.END; key = cursor.nextKey(symbols.keys())) {
            if (key == JsonKeys.UNKNOWN || cursor.readNull()) {
                skipUnknown(key);
            } else {
                list(type, symbols.instrumentId(key), receivedNs);
            }
        }
    }

    private void skipUnknown(int key) {
        if (key == JsonKeys.UNKNOWN) {
            counters.count(DecodeIssue.UNKNOWN_SYMBOL);
            cursor.skipValue();
        }
    }

    private void list(int type, int instrumentId, long receivedNs) {
        cursor.beginArray();
        while (cursor.nextElement()) {
            read(type, instrumentId);
            if (!cursor.isFaulty()) {
                emit(type, instrumentId, receivedNs);
            }
        }
    }

    private void read(int type, int instrumentId) {
        fields.begin(type);
        withdrawn = false;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == 'u') {
                cursor.readText();
                withdrawn = !textIs("corrected");
            } else {
                fields.read(key);
            }
        }
        fields.tick.instrumentId = instrumentId;
    }

    private void emit(int type, int instrumentId, long receivedNs) {
        if (withdrawn) {
            counters.count(DecodeIssue.WITHDRAWN_TRADE);
        } else if (type == 'b') {
            emitBar(instrumentId, receivedNs);
        } else if (events.trade(fields.tick, receivedNs)) {
            counters.count(DecodeIssue.GAP_FILLED);
        } else {
            counters.count(DecodeIssue.INCOMPLETE);
        }
    }

    private void emitBar(int instrumentId, long receivedNs) {
        if (fields.bar.openTimeNs <= events.seen().lastBarNs(instrumentId)) {
            return;
        }
        boolean complete = events.minuteBar(instrumentId, fields.bar, receivedNs);
        counters.count(complete ? DecodeIssue.GAP_FILLED : DecodeIssue.INCOMPLETE);
    }

    private String token() {
        if (cursor.readNull()) {
            return "";
        }
        cursor.readText();
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), StandardCharsets.UTF_8);
    }

    private boolean textIs(String expected) {
        return cursor.textIs(expected.getBytes(StandardCharsets.US_ASCII));
    }
}
