package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.marketdata.message.LiquidationMessage;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/** Reads {@code forceOrder}, of which the venue sends at most the largest per symbol and second. */
final class LiquidationParser {
    private static final int REQUIRED = 0b1_1111;
    private static final int MEAN_PRICE = 'a' << 8 | 'p';
    private static final byte[] SELL = {'S', 'E', 'L', 'L'};
    private static final byte[] BUY = {'B', 'U', 'Y'};

    private final SymbolTable symbols;
    private final LiquidationMessage liquidation = new LiquidationMessage();
    private int seen;
    private boolean inRange;

    LiquidationParser(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** What was read last. */
    LiquidationMessage message() {
        return liquidation;
    }

    /** Reads one object from its first key on; {@code DELIVERED} means the message is good to deliver. */
    DecodeOutcome parse(JsonCursor cursor, int firstKey) {
        seen = 0;
        inRange = true;
        boolean wrongEvent = false;
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'o' -> parseOrder(cursor);
                case 'e' -> {
                    cursor.readText();
                    wrongEvent = EventKind.ofText(cursor) != EventKind.LIQUIDATION;
                }
                default -> cursor.skipValue();
            }
        }
        inRange &= liquidation.price() >= 0 && liquidation.quantity() >= 0 && liquidation.exchangeTimeNs() >= 0;
        return ParseResult.of(cursor, wrongEvent, seen == REQUIRED, liquidation.instrumentId(), inRange);
    }

    private void parseOrder(JsonCursor cursor) {
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 's' -> {
                    cursor.readText();
                    liquidation.instrumentId(
                            symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength()));
                    seen |= 1;
                }
                case 'S' -> {
                    cursor.readText();
                    liquidation.sell(cursor.textIs(SELL));
                    inRange &= liquidation.sell() || cursor.textIs(BUY);
                    seen |= 1 << 1;
                }
                case MEAN_PRICE -> {
                    liquidation.price(cursor.readDecimal());
                    seen |= 1 << 2;
                }
                case 'z' -> {
                    liquidation.quantity(cursor.readDecimal());
                    seen |= 1 << 3;
                }
                case 'T' -> {
                    liquidation.exchangeTimeNs(EpochTime.toNs(cursor.readLong()));
                    seen |= 1 << 4;
                }
                default -> cursor.skipValue();
            }
        }
    }
}
