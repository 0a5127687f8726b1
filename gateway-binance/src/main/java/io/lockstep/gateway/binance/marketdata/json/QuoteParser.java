package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/** Reads {@code bookTicker}: spot sends no kind and no times, futures send both. */
final class QuoteParser {
    private static final int REQUIRED = 0b11_1111;

    private final SymbolTable symbols;
    private final QuoteMessage quote = new QuoteMessage();

    QuoteParser(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** What was read last. */
    QuoteMessage message() {
        return quote;
    }

    /** Reads one object from its first key on; {@code DELIVERED} means the message is good to deliver. */
    DecodeOutcome parse(JsonCursor cursor, int firstKey) {
        int seen = 0;
        boolean wrongEvent = false;
        long eventTime = FixedPoint.NULL;
        long transactionTime = FixedPoint.NULL;
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'u' -> {
                    quote.updateId(cursor.readLong());
                    seen |= 1;
                }
                case 's' -> {
                    cursor.readText();
                    quote.instrumentId(symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength()));
                    seen |= 1 << 1;
                }
                case 'b' -> {
                    quote.bidPrice(cursor.readDecimal());
                    seen |= 1 << 2;
                }
                case 'B' -> {
                    quote.bidQuantity(cursor.readDecimal());
                    seen |= 1 << 3;
                }
                case 'a' -> {
                    quote.askPrice(cursor.readDecimal());
                    seen |= 1 << 4;
                }
                case 'A' -> {
                    quote.askQuantity(cursor.readDecimal());
                    seen |= 1 << 5;
                }
                case 'T' -> transactionTime = EpochTime.toNs(cursor.readLong());
                case 'E' -> eventTime = EpochTime.toNs(cursor.readLong());
                case 'e' -> {
                    cursor.readText();
                    wrongEvent = EventKind.ofText(cursor) != EventKind.QUOTE;
                }
                default -> cursor.skipValue();
            }
        }
        quote.exchangeTimeNs(transactionTime != FixedPoint.NULL ? transactionTime : eventTime);
        return ParseResult.of(cursor, wrongEvent, seen == REQUIRED, quote.instrumentId(), isInRange());
    }

    private boolean isInRange() {
        return (quote.bidPrice() | quote.bidQuantity() | quote.askPrice() | quote.askQuantity()) >= 0;
    }
}
