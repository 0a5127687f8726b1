package io.lockstep.gateway.binance.marketdata.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonFault;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Decodes one market frame after the other: raw or wrapped as a combined stream, a single event or a batch, with keys in any order.
 *
 * <p>A frame is checked to its last byte before anything of it is delivered. Never throws on bad input, allocates nothing once warm.
 * Owned by one thread.
 */
public final class MarketDataDecoder {
    private static final int DATA = ('d' << 24) | ('a' << 16) | ('t' << 8) | 'a';
    private static final byte[] STREAM = "stream".getBytes(US_ASCII);

    private final SymbolTable symbols;
    private final MarketDataHandler handler;
    private final JsonCursor cursor = new JsonCursor();
    private final JsonCursor inner = new JsonCursor();
    private final StreamName streamName = new StreamName();
    private final StreamTable streams;
    private final QuoteParser quotes;
    private final TradeParser trades;
    private final DepthParser depths;
    private final BarParser bars;
    private final MarkPriceParser markPrices;
    private final LiquidationParser liquidations;
    private final PlainFrames plainFrames;
    private final long[] counts = new long[DecodeOutcome.values().length];
    private JsonFault lastFault = JsonFault.NONE;
    private long receivedNs;
    private int subject;
    private int stream;

    /** Makes a decoder that knows no stream beforehand; see the other constructor. */
    public MarketDataDecoder(Product product, SymbolTable symbols, MarketDataHandler handler) {
        this(product, symbols, handler, List.of());
    }

    /**
     * Makes a decoder for the frames of one product.
     *
     * @param symbols the product's instruments
     * @param handler gets what was decoded
     * @param streamNames streams expected, whose names are then recognised as a whole; others are decoded too
     */
    public MarketDataDecoder(
            Product product, SymbolTable symbols, MarketDataHandler handler, List<String> streamNames) {
        this.symbols = symbols;
        this.handler = handler;
        this.streams = new StreamTable(streamNames, symbols);
        quotes = new QuoteParser(symbols);
        trades = new TradeParser(symbols);
        depths = new DepthParser(product, symbols);
        bars = new BarParser(symbols);
        markPrices = new MarkPriceParser(symbols);
        liquidations = new LiquidationParser(symbols);
        plainFrames = new PlainFrames(
                streams,
                new QuoteScanner(symbols, quotes.message()),
                new DepthScanner(product, symbols, depths.message()));
    }

    /** Decodes a frame that names its symbol or its stream; see the other {@code decode}. */
    public DecodeOutcome decode(DirectBuffer buffer, int offset, int length, long receivedNs) {
        return decode(buffer, offset, length, receivedNs, SymbolTable.NOT_FOUND);
    }

    /**
     * Decodes a frame and delivers what is in it.
     *
     * @param receivedNs when the frame was read, UTC, nanoseconds
     * @param instrumentId what a depth snapshot without a symbol is about, or {@link SymbolTable#NOT_FOUND}
     * @return what became of the frame; of a batch, the first outcome other than {@code DELIVERED}
     */
    public DecodeOutcome decode(DirectBuffer buffer, int offset, int length, long receivedNs, int instrumentId) {
        this.receivedNs = receivedNs;
        cursor.wrap(buffer, offset, length);
        int start = cursor.position();
        EventKind plain = plainFrames.read(cursor.array(), start, start + length);
        stream = plainFrames.stream();
        if (plain != EventKind.UNDECIDED) {
            return deliver(plain, DecodeOutcome.DELIVERED);
        }
        subject = instrumentId;
        stream = StreamTable.UNKNOWN;
        return decodeAnyForm(start, length);
    }

    private DecodeOutcome decodeAnyForm(int start, int length) {
        if (cursor.peek() == '[') {
            cursor.skipValue();
            cursor.finish();
            return decodeBatch(start, length, EventKind.UNDECIDED);
        }
        cursor.beginObject();
        int key = cursor.nextKey();
        if (key == DATA || isStream(key)) {
            return decodeCombined(key);
        }
        return switch (key) {
            case 'e' -> decodeNamed(readEventName());
            case 'u', 's', 'b', 'B', 'a', 'A' -> decodeLikelyQuote(start, length, key);
            default -> decodeUnclear(start, length);
        };
    }

    /** How many frames and batch elements had this outcome so far. */
    public long count(DecodeOutcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** Position of the last frame's stream among the names expected; negative where it named none of them. */
    public int lastStream() {
        return stream;
    }

    /** What was wrong with the form of the last frame or event, if its outcome was {@code MALFORMED}. */
    public JsonFault lastFault() {
        return lastFault;
    }

    /** Reads {@code {"stream":name,"data":value}}; the value at once when its stream is known by then, else afterwards. */
    private DecodeOutcome decodeCombined(int firstKey) {
        EventKind kind = EventKind.UNDECIDED;
        EventKind parsedKind = EventKind.UNDECIDED;
        DecodeOutcome parsed = null;
        int from = 0;
        int to = 0;
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            if (isStream(key)) {
                kind = readStreamName();
            } else if (key == DATA && kind != EventKind.UNDECIDED && cursor.peek() == '{') {
                parsedKind = kind;
                parsed = parseObject(cursor, kind);
            } else if (key == DATA) {
                from = cursor.position();
                cursor.skipValue();
                to = cursor.position();
            } else {
                cursor.skipValue();
            }
        }
        cursor.finish();
        if (cursor.isFaulty()) {
            return malformed();
        }
        if (parsed != null) {
            return deliver(parsedKind, parsed);
        }
        return decodeValue(from, to - from, kind);
    }

    private DecodeOutcome decodeValue(int from, int length, EventKind kind) {
        cursor.wrap(cursor.array(), from, length);
        return cursor.peek() == '[' ? decodeBatch(from, length, kind) : decodeObject(from, length, kind);
    }

    /** Decodes each element by itself, so that one that cannot be read costs no other. */
    private DecodeOutcome decodeBatch(int from, int length, EventKind kind) {
        if (cursor.isFaulty()) {
            return malformed();
        }
        DecodeOutcome worst = null;
        cursor.wrap(cursor.array(), from, length).beginArray();
        while (cursor.nextElement()) {
            cursor.peek();
            int start = cursor.position();
            cursor.skipValue();
            DecodeOutcome outcome = decodeObject(start, cursor.position() - start, kind);
            worst = worst == null || worst == DecodeOutcome.DELIVERED ? outcome : worst;
        }
        return worst == null ? counted(DecodeOutcome.OTHER_EVENT) : worst;
    }

    private DecodeOutcome decodeNamed(EventKind kind) {
        DecodeOutcome outcome = parse(cursor, cursor.nextKey(), kind);
        cursor.finish();
        return cursor.isFaulty() ? malformed() : deliver(kind, outcome);
    }

    /** A raw spot quote does not name its kind: reads it as one first and looks closer only when it is none. */
    private DecodeOutcome decodeLikelyQuote(int from, int length, int firstKey) {
        DecodeOutcome outcome = quotes.parse(cursor, firstKey);
        cursor.finish();
        boolean none = outcome == DecodeOutcome.WRONG_EVENT || outcome == DecodeOutcome.MISSING_FIELD;
        return none || cursor.isFaulty() ? decodeUnclear(from, length) : deliver(EventKind.QUOTE, outcome);
    }

    /** Decodes a frame whose first key does not tell what it is. */
    private DecodeOutcome decodeUnclear(int from, int length) {
        EventKind kind = KindFinder.find(inner.wrap(cursor.array(), from, length));
        if (kind == EventKind.COMBINED) {
            cursor.wrap(cursor.array(), from, length).beginObject();
            return decodeCombined(cursor.nextKey());
        }
        return decodeObject(from, length, kind);
    }

    /** Decodes one object that is all there is between two indices. */
    private DecodeOutcome decodeObject(int from, int length, EventKind kind) {
        EventKind decided =
                kind == EventKind.UNDECIDED ? KindFinder.find(inner.wrap(cursor.array(), from, length)) : kind;
        return deliver(decided, parseWhole(from, length, decided));
    }

    private DecodeOutcome parseWhole(int from, int length, EventKind kind) {
        inner.wrap(cursor.array(), from, length);
        DecodeOutcome outcome = parseObject(inner, kind);
        inner.finish();
        lastFault = inner.fault();
        return inner.isFaulty() ? DecodeOutcome.MALFORMED : outcome;
    }

    private DecodeOutcome parseObject(JsonCursor from, EventKind kind) {
        from.beginObject();
        return parse(from, from.nextKey(), kind);
    }

    private DecodeOutcome parse(JsonCursor from, int firstKey, EventKind kind) {
        return switch (kind) {
            case QUOTE -> quotes.parse(from, firstKey);
            case TRADE, AGGREGATE_TRADE -> trades.parse(from, firstKey, kind);
            case DEPTH, PARTIAL_DEPTH, SNAPSHOT -> depths.parse(from, firstKey, kind, subject);
            case BAR -> bars.parse(from, firstKey);
            case MARK_PRICE -> markPrices.parse(from, firstKey);
            case LIQUIDATION -> liquidations.parse(from, firstKey);
            case SERVER_SHUTDOWN -> skip(from, firstKey, DecodeOutcome.SERVER_SHUTDOWN);
            case CONTROL -> skip(from, firstKey, DecodeOutcome.CONTROL);
            case COMBINED, OTHER, UNDECIDED -> skip(from, firstKey, DecodeOutcome.OTHER_EVENT);
        };
    }

    private DecodeOutcome deliver(EventKind kind, DecodeOutcome outcome) {
        if (outcome != DecodeOutcome.DELIVERED) {
            return counted(outcome);
        }
        boolean taken = switch (kind) {
            case QUOTE -> handler.onQuote(quotes.message(), receivedNs);
            case TRADE, AGGREGATE_TRADE -> handler.onTrade(trades.message(), receivedNs);
            case DEPTH, PARTIAL_DEPTH, SNAPSHOT -> handler.onDepth(depths.message(), receivedNs);
            case BAR -> handler.onBar(bars.message(), receivedNs);
            case MARK_PRICE -> handler.onMarkPrice(markPrices.message(), receivedNs);
            case LIQUIDATION -> handler.onLiquidation(liquidations.message(), receivedNs);
            default -> false;
        };
        return counted(taken ? DecodeOutcome.DELIVERED : DecodeOutcome.REFUSED);
    }

    private EventKind readStreamName() {
        cursor.readText();
        int offset = cursor.textOffset();
        stream = streams.find(cursor.textBytes(), offset, cursor.textLength());
        if (stream >= 0) {
            subject = streams.instrumentId(stream, subject);
            return streams.kind(stream);
        }
        streamName.read(cursor.textBytes(), offset, cursor.textLength());
        if (streamName.symbolLength() > 0) {
            subject = symbols.find(cursor.textBytes(), offset, streamName.symbolLength());
        }
        return streamName.kind();
    }

    private EventKind readEventName() {
        cursor.readText();
        return EventKind.ofText(cursor);
    }

    private boolean isStream(int key) {
        return key == JsonCursor.LONG_KEY && cursor.textIs(STREAM);
    }

    private DecodeOutcome malformed() {
        lastFault = cursor.fault();
        return counted(DecodeOutcome.MALFORMED);
    }

    private DecodeOutcome counted(DecodeOutcome outcome) {
        counts[outcome.ordinal()]++;
        return outcome;
    }

    private static DecodeOutcome skip(JsonCursor cursor, int firstKey, DecodeOutcome outcome) {
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            cursor.skipValue();
        }
        return outcome;
    }
}
