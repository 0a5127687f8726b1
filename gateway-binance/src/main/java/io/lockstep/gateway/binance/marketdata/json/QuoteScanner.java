package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.reference.SymbolTable;

/** Reads a {@code bookTicker} object in the form the venues write it, keys in any order; {@link QuoteParser} reads all others. */
final class QuoteScanner {
    private static final int PAIR = 'p' << 8 | 's';
    private static final int TYPE = 's' << 8 | 't';
    private static final long KIND_BOO = 0x6F6F_6222_3A22_6522L; // "e":"boo
    private static final long K_TICKER = 0x2272_656B_6369_546BL; // kTicker"
    private static final long BOOK_TIC = 0x6369_546B_6F6F_6222L; // "bookTic
    private static final long KER = 0x2272_656BL; // ker"
    private static final int REQUIRED = 0b11_1111;

    private final SymbolTable symbols;
    private final PlainReader reader = new PlainReader();
    private final QuoteMessage quote;
    private long eventTime;
    private long transactionTime;

    QuoteScanner(SymbolTable symbols, QuoteMessage quote) {
        this.symbols = symbols;
        this.quote = quote;
    }

    /**
     * Reads one object into the message.
     *
     * @param start index of its opening brace
     * @return index behind its closing brace; negative where it is not of that form or not whole, and the message is worthless
     */
    int scan(byte[] bytes, int start) {
        reader.wrap(bytes, start + 1);
        eventTime = FixedPoint.NULL;
        transactionTime = FixedPoint.NULL;
        passLeadingKind();
        int seen = 0;
        int after;
        do {
            int field = readField(reader.key());
            if (field < 0) {
                return -1;
            }
            seen |= field;
            after = reader.next();
        } while (after == ',');
        long time = transactionTime != FixedPoint.NULL ? transactionTime : eventTime;
        quote.exchangeTimeNs(time == FixedPoint.NULL ? time : EpochTime.toNs(time));
        return after == '}' && seen == REQUIRED ? reader.position() : -1;
    }

    /** Futures name the kind first: two words tell it from anything else. */
    private void passLeadingKind() {
        int start = reader.position();
        if (reader.peek() == KIND_BOO) {
            reader.position(start + Long.BYTES);
            boolean isQuote = reader.peek() == K_TICKER;
            reader.position(start + 2 * Long.BYTES);
            reader.position(isQuote && reader.next() == ',' ? reader.position() : start);
        }
    }

    /** Reads one value; its bit among those required, 0 for one that is not, negative for one that is unusual. */
    private int readField(int key) {
        switch (key) {
            case 'b', 'B', 'a', 'A' -> {
                return readDecimal(key);
            }
            case 'u', 'T', 'E' -> {
                return readNumber(key);
            }
            case 's' -> {
                quote.instrumentId(reader.symbol(symbols));
                return quote.instrumentId() == SymbolTable.NOT_FOUND ? -1 : 1 << 1;
            }
            case PAIR -> {
                return reader.symbol(symbols) == SymbolTable.NOT_FOUND ? -1 : 0;
            }
            case TYPE -> {
                return reader.number() < 0 ? -1 : 0;
            }
            case 'e' -> {
                return readKind();
            }
            default -> {
                return -1;
            }
        }
    }

    private int readDecimal(int key) {
        long value = reader.decimal();
        if (value < 0) {
            return -1;
        }
        switch (key) {
            case 'b' -> {
                quote.bidPrice(value);
                return 1 << 2;
            }
            case 'B' -> {
                quote.bidQuantity(value);
                return 1 << 3;
            }
            case 'a' -> {
                quote.askPrice(value);
                return 1 << 4;
            }
            default -> {
                quote.askQuantity(value);
                return 1 << 5;
            }
        }
    }

    private int readNumber(int key) {
        long value = reader.number();
        if (value < 0) {
            return -1;
        }
        if (key == 'u') {
            quote.updateId(value);
            return 1;
        }
        if (key == 'T') {
            transactionTime = value;
        } else {
            eventTime = value;
        }
        return 0;
    }

    private int readKind() {
        boolean quoted = reader.peek() == BOOK_TIC;
        reader.position(reader.position() + Long.BYTES);
        boolean ended = (reader.peek() & 0xFFFF_FFFFL) == KER;
        reader.position(reader.position() + Integer.BYTES);
        return quoted && ended ? 0 : -1;
    }
}
