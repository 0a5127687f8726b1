package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.gateway.binance.reference.ByteWords;

/**
 * Recognises the two hottest kinds of frame, quotes and changes of a book, where they are written the way the venues write them, and reads
 * them in one pass. Whatever is not of that form is left to {@link MarketDataDecoder}'s general way, which accepts every form and alone
 * refuses.
 */
final class PlainFrames {
    private static final long COMBINED = 0x6D61_6572_7473_227BL; // {"stream
    private static final long COMBINED_TAIL = 0x22_3A22L; // ":"
    private static final long COMBINED_DATA = 0x2261_7461_6422_2C22L; // ","data"
    private static final long NAMED_QUOTE = 0x6F62_223A_2265_227BL; // {"e":"bo
    private static final long NAMED_DEPTH = 0x6564_223A_2265_227BL; // {"e":"de
    private static final long BARE_QUOTE = 0x3A_2275_227BL; // {"u":
    private static final int NAME_OFFSET = 11;
    private static final int DATA_LENGTH = 9;
    private static final int LONGEST_NAME = 64;

    private final StreamTable streams;
    private final QuoteScanner quotes;
    private final DepthScanner depths;
    private int stream = StreamTable.UNKNOWN;

    PlainFrames(StreamTable streams, QuoteScanner quotes, DepthScanner depths) {
        this.streams = streams;
        this.quotes = quotes;
        this.depths = depths;
    }

    /** Position of the stream that the frame last read named; negative for none. */
    int stream() {
        return stream;
    }

    /** Reads a frame into the message of its kind; {@link EventKind#UNDECIDED} where it is not of a plain form. */
    EventKind read(byte[] bytes, int start, int limit) {
        long head = ByteWords.at(bytes, start);
        if (head == COMBINED) {
            return readCombined(bytes, start + NAME_OFFSET, limit);
        }
        stream = StreamTable.UNKNOWN;
        if (head == NAMED_QUOTE || ByteWords.first(head, 5) == BARE_QUOTE) {
            return quotes.scan(bytes, start) == limit ? EventKind.QUOTE : EventKind.UNDECIDED;
        }
        if (head == NAMED_DEPTH) {
            return depths.scan(bytes, start) == limit ? EventKind.DEPTH : EventKind.UNDECIDED;
        }
        return EventKind.UNDECIDED;
    }

    private EventKind readCombined(byte[] bytes, int name, int limit) {
        int nameEnd = ByteWords.indexOfQuote(bytes, name, LONGEST_NAME);
        stream = nameEnd < 0 ? StreamTable.UNKNOWN : streams.find(bytes, name, nameEnd - name);
        if (stream < 0
                || ByteWords.first(ByteWords.at(bytes, name - 3), 3) != COMBINED_TAIL
                || ByteWords.at(bytes, nameEnd) != COMBINED_DATA) {
            return EventKind.UNDECIDED;
        }
        EventKind kind = streams.kind(stream);
        int object = nameEnd + DATA_LENGTH;
        int end = -1;
        if (object < limit && bytes[object - 1] == ':' && bytes[object] == '{') {
            end = kind == EventKind.QUOTE
                    ? quotes.scan(bytes, object)
                    : kind == EventKind.DEPTH ? depths.scan(bytes, object) : -1;
        }
        return end == limit - 1 && bytes[end] == '}' ? kind : EventKind.UNDECIDED;
    }
}
