package io.lockstep.gateway.binance.marketdata.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Reads the name of a combined stream, as {@code btcusdt@depth20@100ms} or {@code !markPrice@arr@1s}: what kind of event it
 * carries, and the part that is the symbol.
 */
final class StreamName {
    private static final byte[] QUOTE = "bookTicker".getBytes(US_ASCII);
    private static final byte[] TRADE = "trade".getBytes(US_ASCII);
    private static final byte[] AGGREGATE_TRADE = "aggTrade".getBytes(US_ASCII);
    private static final byte[] DEPTH = "depth".getBytes(US_ASCII);
    private static final byte[] BAR = "kline_".getBytes(US_ASCII);
    private static final byte[] MARK_PRICE = "markPrice".getBytes(US_ASCII);
    private static final byte[] LIQUIDATION = "forceOrder".getBytes(US_ASCII);
    private static final byte[] SERVER_SHUTDOWN = "serverShutdown".getBytes(US_ASCII);

    private EventKind kind = EventKind.OTHER;
    private int symbolLength;

    /** Reads a name. */
    void read(byte[] source, int offset, int length) {
        int end = offset + length;
        boolean allSymbols = length > 0 && source[offset] == '!';
        int at = allSymbols ? offset : indexOf('@', source, offset, end);
        symbolLength = at - offset;
        int from = Math.min(at + 1, end);
        kind = kindOf(source, from, indexOf('@', source, from, end));
    }

    /** What the stream carries. */
    EventKind kind() {
        return kind;
    }

    /** Length of the symbol at the start of the name, bytes; 0 for a stream of all symbols. */
    int symbolLength() {
        return symbolLength;
    }

    private static EventKind kindOf(byte[] source, int from, int to) {
        if (startsWith(DEPTH, source, from, to)) {
            return to - from == DEPTH.length ? EventKind.DEPTH : EventKind.PARTIAL_DEPTH;
        }
        if (startsWith(BAR, source, from, to)) {
            return EventKind.BAR;
        }
        if (equals(QUOTE, source, from, to)) {
            return EventKind.QUOTE;
        }
        if (equals(TRADE, source, from, to)) {
            return EventKind.TRADE;
        }
        if (equals(AGGREGATE_TRADE, source, from, to)) {
            return EventKind.AGGREGATE_TRADE;
        }
        if (equals(MARK_PRICE, source, from, to)) {
            return EventKind.MARK_PRICE;
        }
        if (equals(LIQUIDATION, source, from, to)) {
            return EventKind.LIQUIDATION;
        }
        return equals(SERVER_SHUTDOWN, source, from, to) ? EventKind.SERVER_SHUTDOWN : EventKind.OTHER;
    }

    private static boolean equals(byte[] word, byte[] source, int from, int to) {
        return to - from == word.length && startsWith(word, source, from, to);
    }

    private static boolean startsWith(byte[] word, byte[] source, int from, int to) {
        if (to - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (source[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(char wanted, byte[] source, int from, int to) {
        int i = from;
        while (i < to && source[i] != wanted) {
            i++;
        }
        return i;
    }
}
