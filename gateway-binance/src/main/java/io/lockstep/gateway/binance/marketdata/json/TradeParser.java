package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/**
 * Reads {@code trade} and {@code aggTrade}. An aggregate's quantity is {@code q}, which on futures includes fills against orders
 * that the public book does not show.
 */
final class TradeParser {
    private static final byte[] ORDINARY = {'M', 'A', 'R', 'K', 'E', 'T'};
    private static final int COMMON = 0b1_1111;
    private static final int SINGLE = COMMON | 1 << 5;
    private static final int AGGREGATE = COMMON | 0b11 << 6;

    private final SymbolTable symbols;
    private final TradeMessage trade = new TradeMessage();

    TradeParser(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** What was read last. */
    TradeMessage message() {
        return trade;
    }

    /** Reads one object from its first key on; {@code DELIVERED} means the message is good to deliver. */
    DecodeOutcome parse(JsonCursor cursor, int firstKey, EventKind kind) {
        int seen = 0;
        boolean wrongEvent = false;
        long tradeId = 0;
        long firstId = 0;
        long lastId = 0;
        trade.offMarket(false);
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 's' -> {
                    cursor.readText();
                    trade.instrumentId(symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength()));
                    seen |= 1;
                }
                case 'p' -> {
                    trade.price(cursor.readDecimal());
                    seen |= 1 << 1;
                }
                case 'q' -> {
                    trade.quantity(cursor.readDecimal());
                    seen |= 1 << 2;
                }
                case 'T' -> {
                    trade.exchangeTimeNs(EpochTime.toNs(cursor.readLong()));
                    seen |= 1 << 3;
                }
                case 'm' -> {
                    trade.buyerIsMaker(cursor.readBoolean());
                    seen |= 1 << 4;
                }
                case 't' -> {
                    tradeId = cursor.readLong();
                    seen |= 1 << 5;
                }
                case 'f' -> {
                    firstId = cursor.readLong();
                    seen |= 1 << 6;
                }
                case 'l' -> {
                    lastId = cursor.readLong();
                    seen |= 1 << 7;
                }
                case 'X' -> {
                    cursor.readText();
                    trade.offMarket(!cursor.textIs(ORDINARY));
                }
                case 'e' -> {
                    cursor.readText();
                    wrongEvent = EventKind.ofText(cursor) != kind;
                }
                default -> cursor.skipValue();
            }
        }
        boolean single = kind == EventKind.TRADE;
        trade.firstTradeId(single ? tradeId : firstId).lastTradeId(single ? tradeId : lastId);
        int required = single ? SINGLE : AGGREGATE;
        return ParseResult.of(cursor, wrongEvent, (seen & required) == required, trade.instrumentId(), isInRange());
    }

    private boolean isInRange() {
        return trade.price() > 0 && trade.quantity() > 0 && trade.exchangeTimeNs() >= 0;
    }
}
