package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.marketdata.message.MarkPriceMessage;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/** Reads {@code markPriceUpdate}. A delivery contract has no funding: its rate is empty and its funding time 0. */
final class MarkPriceParser {
    private static final int REQUIRED = 0b111;

    private final SymbolTable symbols;
    private final MarkPriceMessage markPrice = new MarkPriceMessage();

    MarkPriceParser(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** What was read last. */
    MarkPriceMessage message() {
        return markPrice;
    }

    /** Reads one object from its first key on; {@code DELIVERED} means the message is good to deliver. */
    DecodeOutcome parse(JsonCursor cursor, int firstKey) {
        int seen = 0;
        boolean wrongEvent = false;
        markPrice.indexPrice(FixedPoint.NULL).fundingRate(FixedPoint.NULL).nextFundingTimeNs(FixedPoint.NULL);
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 's' -> {
                    cursor.readText();
                    markPrice.instrumentId(symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength()));
                    seen |= 1;
                }
                case 'p' -> {
                    markPrice.markPrice(cursor.readDecimal());
                    seen |= 1 << 1;
                }
                case 'E' -> {
                    markPrice.exchangeTimeNs(EpochTime.toNs(cursor.readLong()));
                    seen |= 1 << 2;
                }
                case 'i' -> markPrice.indexPrice(cursor.readDecimal(FixedPoint.NULL));
                case 'r' -> markPrice.fundingRate(cursor.readDecimal(FixedPoint.NULL));
                case 'T' -> {
                    long time = cursor.readLong();
                    markPrice.nextFundingTimeNs(time == 0 ? FixedPoint.NULL : EpochTime.toNs(time));
                }
                case 'e' -> {
                    cursor.readText();
                    wrongEvent = EventKind.ofText(cursor) != EventKind.MARK_PRICE;
                }
                default -> cursor.skipValue();
            }
        }
        boolean inRange = markPrice.markPrice() > 0 && markPrice.exchangeTimeNs() >= 0;
        return ParseResult.of(cursor, wrongEvent, seen == REQUIRED, markPrice.instrumentId(), inRange);
    }
}
