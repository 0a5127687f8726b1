package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.gateway.binance.marketdata.message.BarMessage;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/** Reads {@code kline}; only a closed one is good to deliver. Its length comes from its open and close times. */
final class BarParser {
    private static final int REQUIRED = 0b11_1111_1111;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long LONGEST_SECONDS = 366L * 86_400;

    private final SymbolTable symbols;
    private final BarMessage bar = new BarMessage();
    private int seen;
    private boolean closed;
    private long openTime;
    private long closeTime;
    private long trades;

    BarParser(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** What was read last. */
    BarMessage message() {
        return bar;
    }

    /** Reads one object from its first key on; {@code DELIVERED} means the message is good to deliver. */
    DecodeOutcome parse(JsonCursor cursor, int firstKey) {
        seen = 0;
        boolean wrongEvent = false;
        bar.instrumentId(SymbolTable.NOT_FOUND);
        for (int key = firstKey; key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 's' -> {
                    cursor.readText();
                    bar.instrumentId(symbols.find(cursor.textBytes(), cursor.textOffset(), cursor.textLength()));
                }
                case 'k' -> parseBar(cursor);
                case 'e' -> {
                    cursor.readText();
                    wrongEvent = EventKind.ofText(cursor) != EventKind.BAR;
                }
                default -> cursor.skipValue();
            }
        }
        boolean inRange = setTimes() && isInRange();
        DecodeOutcome outcome = ParseResult.of(cursor, wrongEvent, seen == REQUIRED, bar.instrumentId(), inRange);
        return outcome == DecodeOutcome.DELIVERED && !closed ? DecodeOutcome.OPEN_BAR : outcome;
    }

    private void parseBar(JsonCursor cursor) {
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            int field = parseField(cursor, key);
            seen |= 1 << field >>> 1;
        }
    }

    /** Reads one field; its number from 1, or 0 for one that is of no use. */
    private int parseField(JsonCursor cursor, int key) {
        switch (key) {
            case 't' -> {
                openTime = cursor.readLong();
                return 1;
            }
            case 'T' -> {
                closeTime = cursor.readLong();
                return 2;
            }
            case 'o' -> {
                bar.openPrice(cursor.readDecimal());
                return 3;
            }
            case 'h' -> {
                bar.highPrice(cursor.readDecimal());
                return 4;
            }
            case 'l' -> {
                bar.lowPrice(cursor.readDecimal());
                return 5;
            }
            case 'c' -> {
                bar.closePrice(cursor.readDecimal());
                return 6;
            }
            case 'v' -> {
                bar.volume(cursor.readDecimal());
                return 7;
            }
            case 'q' -> {
                bar.notional(cursor.readDecimal());
                return 8;
            }
            case 'n' -> {
                trades = cursor.readLong();
                return 9;
            }
            case 'x' -> {
                closed = cursor.readBoolean();
                return 10;
            }
            default -> {
                cursor.skipValue();
                return 0;
            }
        }
    }

    /** The close time is the last instant that belongs to the bar, one unit before the next opens. */
    private boolean setTimes() {
        long openNs = EpochTime.toNs(openTime);
        long endNs = EpochTime.toNs(closeTime) + EpochTime.unitNs(closeTime);
        long seconds = (endNs - openNs) / NS_PER_SECOND;
        boolean inRange =
                openNs >= 0 && seconds > 0 && seconds <= LONGEST_SECONDS && trades >= 0 && trades <= Integer.MAX_VALUE;
        bar.openTimeNs(openNs).timeframeSeconds((int) seconds).trades((int) trades);
        return inRange;
    }

    private boolean isInRange() {
        return bar.lowPrice() > 0
                && bar.highPrice() >= bar.lowPrice()
                && bar.openPrice() > 0
                && bar.closePrice() > 0
                && bar.volume() >= 0
                && bar.notional() >= 0;
    }
}
