package io.lockstep.gateway.binance.marketdata.binary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Decodes binary market frames.
 *
 * <pre>
 *   0             2            4           6         8
 *  +-------------+------------+-----------+---------+-------------------+----------+-----------------+
 *  | blockLength | templateId | schemaId 1| version | block             | groups   | u8 n, n symbol  |
 *  +-------------+------------+-----------+---------+-------------------+----------+-----------------+
 *  block   10000 i64 event, i64 transaction time, i8 price, i8 quantity exponent
 *          10001 i64 event time, i64 book id, exponents, i64 bid price, quantity, ask price, quantity
 *          10002 i64 event time, i64 book id, exponents
 *          10003 i64 event time, i64 first, i64 last book id, exponents
 *  groups  10000 u16 length, u32 count: i64 id, price, quantity, u8 buyer is maker
 *          10002, 10003 bids, then asks: u16 length, u16 count: i64 price, quantity
 * </pre>
 *
 * <p>Blocks and entries may be longer than known here. A frame is checked to its last byte before anything of it is delivered. Never throws
 * on bad input, allocates nothing once warm. Owned by one thread.
 */
public final class BinaryDecoder {
    private static final int SCHEMA_ID = 1;
    private static final int NO_STREAM = -1;

    private final SymbolTable symbols;
    private final MarketDataHandler handler;
    private final int[][] streams;
    private final BinaryCursor cursor = new BinaryCursor();
    private final Scale prices = new Scale();
    private final Scale quantities = new Scale();
    private final QuoteMessage quote = new QuoteMessage();
    private final TradeMessage trade = new TradeMessage();
    private final DepthMessage depth = new DepthMessage();
    private final byte[] symbol = new byte[256];
    private final long[] counts = new long[DecodeOutcome.values().length];
    private boolean positive;
    private int instrumentId;
    private int stream = NO_STREAM;

    /**
     * Makes a decoder.
     *
     * @param symbols the instruments
     * @param instruments instrument ids are below this
     * @param handler gets what was decoded
     * @param streamNames streams expected, to say which one a frame came on
     */
    public BinaryDecoder(SymbolTable symbols, int instruments, MarketDataHandler handler, List<String> streamNames) {
        this.symbols = symbols;
        this.handler = handler;
        this.streams = new int[Template.values().length][instruments];
        for (int[] byInstrument : streams) {
            Arrays.fill(byInstrument, NO_STREAM);
        }
        for (int i = 0; i < streamNames.size(); i++) {
            expect(streamNames.get(i), i);
        }
    }

    /**
     * Decodes a frame and delivers what is in it.
     *
     * @param receivedNs when the frame was read, UTC, nanoseconds
     */
    public DecodeOutcome decode(DirectBuffer buffer, int offset, int length, long receivedNs) {
        cursor.wrap(buffer, offset, length);
        stream = NO_STREAM;
        int blockLength = cursor.readUnsignedShort();
        int template = Template.indexOf(cursor.readUnsignedShort());
        int schemaId = cursor.readUnsignedShort();
        cursor.readUnsignedShort();
        if (cursor.isCut() || schemaId != SCHEMA_ID) {
            return counted(DecodeOutcome.MALFORMED);
        }
        if (template < 0) {
            return counted(DecodeOutcome.OTHER_EVENT);
        }
        int blockEnd = cursor.position() + blockLength;
        return counted(
                switch (Template.at(template)) {
                    case TRADES -> decodeTrades(blockEnd, receivedNs);
                    case QUOTE -> decodeQuote(blockEnd, receivedNs);
                    case SNAPSHOT -> decodeDepth(blockEnd, true, receivedNs);
                    case CHANGE -> decodeDepth(blockEnd, false, receivedNs);
                });
    }

    /** Position of the last frame's stream among the names expected; negative where it is none of them. */
    public int lastStream() {
        return stream;
    }

    /** How many frames had this outcome so far. */
    public long count(DecodeOutcome outcome) {
        return counts[outcome.ordinal()];
    }

    private void expect(String name, int position) {
        int at = name.indexOf('@');
        byte[] bytes = name.substring(0, at).getBytes(UTF_8);
        int id = symbols.find(bytes, 0, bytes.length);
        int template = Template.indexOfStream(name.substring(at + 1));
        if (id != SymbolTable.NOT_FOUND && template >= 0) {
            streams[template][id] = position;
        }
    }

    private DecodeOutcome decodeQuote(int blockEnd, long receivedNs) {
        quote.exchangeTimeNs(EpochTime.toNs(cursor.readLong())).updateId(cursor.readLong());
        readExponents();
        quote.bidPrice(price()).bidQuantity(quantity()).askPrice(price()).askQuantity(quantity());
        cursor.position(blockEnd);
        DecodeOutcome outcome = readSymbol(Template.QUOTE);
        quote.instrumentId(instrumentId);
        return outcome == DecodeOutcome.DELIVERED ? taken(handler.onQuote(quote, receivedNs)) : outcome;
    }

    private DecodeOutcome decodeDepth(int blockEnd, boolean snapshot, long receivedNs) {
        depth.clear();
        depth.snapshot(snapshot);
        depth.exchangeTimeNs(EpochTime.toNs(cursor.readLong()));
        long firstId = cursor.readLong();
        depth.updateIds(firstId, snapshot ? firstId : cursor.readLong(), FixedPoint.NULL);
        readExponents();
        cursor.position(blockEnd);
        readLevels(depth.bids());
        readLevels(depth.asks());
        DecodeOutcome outcome = readSymbol(snapshot ? Template.SNAPSHOT : Template.CHANGE);
        depth.instrumentId(instrumentId);
        return outcome == DecodeOutcome.DELIVERED ? taken(handler.onDepth(depth, receivedNs)) : outcome;
    }

    /** Reads the trades twice: once to see that all are sound, once to deliver them. */
    private DecodeOutcome decodeTrades(int blockEnd, long receivedNs) {
        cursor.readLong();
        trade.exchangeTimeNs(EpochTime.toNs(cursor.readLong()));
        readExponents();
        cursor.position(blockEnd);
        int entryLength = cursor.readUnsignedShort();
        int count = cursor.readUnsignedInt();
        int first = cursor.position();
        for (int i = 0; i < count && !cursor.isCut(); i++) {
            readTrade(entryLength);
            positive &= trade.price() > 0 && trade.quantity() > 0;
        }
        DecodeOutcome outcome = readSymbol(Template.TRADES);
        if (outcome != DecodeOutcome.DELIVERED) {
            return outcome;
        }
        boolean taken = true;
        cursor.rewind(first);
        for (int i = 0; i < count; i++) {
            readTrade(entryLength);
            taken &= handler.onTrade(trade.instrumentId(instrumentId), receivedNs);
        }
        return taken(taken);
    }

    private void readTrade(int entryLength) {
        int entryEnd = cursor.position() + entryLength;
        long id = cursor.readLong();
        trade.firstTradeId(id).lastTradeId(id).offMarket(false);
        trade.price(price()).quantity(quantity()).buyerIsMaker(cursor.readUnsignedByte() == 1);
        cursor.position(entryEnd);
    }

    private void readLevels(DepthMessage.Levels levels) {
        int entryLength = cursor.readUnsignedShort();
        int count = cursor.readUnsignedShort();
        for (int i = 0; i < count && !cursor.isCut(); i++) {
            int entryEnd = cursor.position() + entryLength;
            long price = price();
            positive &= price > 0;
            levels.add(price, quantity());
            cursor.position(entryEnd);
        }
    }

    private void readExponents() {
        prices.begin(cursor.readByte());
        quantities.begin(cursor.readByte());
        positive = true;
    }

    private long price() {
        return notNegative(prices.toE8(cursor.readLong()));
    }

    private long quantity() {
        return notNegative(quantities.toE8(cursor.readLong()));
    }

    private long notNegative(long value) {
        positive &= value >= 0;
        return value;
    }

    /** Reads the symbol, the last of every frame, and judges the whole: form first, then what it is about, then its values. */
    private DecodeOutcome readSymbol(Template template) {
        int length = cursor.readUnsignedByte();
        for (int i = 0; i < length; i++) {
            symbol[i] = (byte) cursor.readByte();
        }
        if (cursor.isCut() || !cursor.isAtEnd()) {
            return DecodeOutcome.MALFORMED;
        }
        instrumentId = symbols.find(symbol, 0, length);
        if (instrumentId == SymbolTable.NOT_FOUND) {
            return DecodeOutcome.UNKNOWN_SYMBOL;
        }
        stream = streams[template.ordinal()][instrumentId];
        boolean exact = prices.isExact() && quantities.isExact();
        return exact && positive ? DecodeOutcome.DELIVERED : DecodeOutcome.INVALID_VALUE;
    }

    private DecodeOutcome counted(DecodeOutcome outcome) {
        counts[outcome.ordinal()]++;
        return outcome;
    }

    private static DecodeOutcome taken(boolean taken) {
        return taken ? DecodeOutcome.DELIVERED : DecodeOutcome.REFUSED;
    }
}
