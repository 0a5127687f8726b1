package io.lockstep.transport.json;

import java.util.Arrays;
import java.util.Objects;
import org.agrona.DirectBuffer;

/**
 * Walks one JSON text once, forward, over bytes it does not own.
 *
 * <pre>{@code
 * cursor.wrap(bytes, offset, length).beginObject();
 * for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
 *     switch (key) {
 *         case 'p' -> price = cursor.readDecimal();
 *         case 'q' -> quantity = cursor.readDecimal();
 *         default -> cursor.skipValue();
 *     }
 * }
 * cursor.finish();
 * if (cursor.isFaulty()) { refused.increment(); }
 * }</pre>
 *
 * <p>Every key must be followed by exactly one read, skip or nested walk. The whole grammar is checked, also in what is skipped,
 * except that the bytes of texts need not be valid UTF-8. The first fault stays (see package). Allocates only to grow its copy of
 * a text that is not array-backed. Owned by one thread.
 */
public final class JsonCursor {
    /** No further key or element. */
    public static final int END = -1;

    /** A key of more than four bytes, or one that is not ASCII: look at the text view. */
    public static final int LONG_KEY = 0;

    /** Objects and arrays may be nested this deep. */
    public static final int MAX_DEPTH = 32;

    /** Characters a number may have. */
    public static final int MAX_NUMBER_LENGTH = 40;

    /** Bytes a text may have after its escapes are resolved. */
    public static final int MAX_TEXT_LENGTH = 4096;

    static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] NOTHING = {};

    private final NumberScanner numbers = new NumberScanner();
    private final TextScanner text = new TextScanner();
    private byte[] copy = NOTHING;
    private byte[] bytes = NOTHING;
    private int pos;
    private int limit;
    private int depth;
    private boolean first;
    private JsonFault fault = JsonFault.NONE;

    /** Starts at the beginning of a text of {@code length} bytes. */
    public JsonCursor wrap(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        if (bytes != source) {
            bytes = source;
        }
        pos = offset;
        limit = offset + length;
        depth = 0;
        first = true;
        fault = JsonFault.NONE;
        return this;
    }

    /** Starts at the beginning of a text; a buffer that is not array-backed is copied first. */
    public JsonCursor wrap(DirectBuffer source, int offset, int length) {
        byte[] array = source.byteArray();
        if (array != null) {
            source.boundsCheck(offset, length);
            return wrap(array, source.wrapAdjustment() + offset, length);
        }
        if (copy.length < length) {
            copy = new byte[Math.max(length, copy.length * 2)];
        }
        source.getBytes(offset, copy, 0, length);
        return wrap(copy, 0, length);
    }

    /** The first fault, or {@link JsonFault#NONE}. */
    public JsonFault fault() {
        return fault;
    }

    /** Whether anything was wrong: then nothing read from this text may be used. */
    public boolean isFaulty() {
        return fault != JsonFault.NONE;
    }

    /** The array read from; not to be changed. */
    public byte[] array() {
        return bytes;
    }

    /** Index of the next byte in {@link #array()}: with the index behind a skipped value, where another cursor may read it. */
    public int position() {
        return pos;
    }

    /**
     * Goes back to a value passed earlier in the same object or array. After reading it the walk goes on behind that value.
     *
     * @param position what {@link #position()} said before the value was skipped
     */
    public void reposition(int position) {
        if (!isFaulty()) {
            pos = position;
        }
    }

    /** First byte of the next value without reading it: a bracket, a quote, a digit, a letter; 0 at the end of the text. */
    public int peek() {
        skipSpace();
        return pos < limit ? bytes[pos] : 0;
    }

    /** Enters an object; a fault if the next value is none. */
    public void beginObject() {
        begin('{');
    }

    /** Enters an array; a fault if the next value is none. */
    public void beginArray() {
        begin('[');
    }

    /**
     * Goes to the next key of the current object.
     *
     * @return the key's bytes, the last in the lowest eight bits ({@code 'u'}, {@code 'p' << 8 | 'u'}), {@link #LONG_KEY} for one
     *     that does not fit, {@link #END} behind the last key or after a fault
     */
    public int nextKey() {
        if (!first && ShortKey.isNext(bytes, pos, limit)) {
            text.view(bytes, pos + 2, 1);
            pos += 5;
            return bytes[pos - 3];
        }
        return advance('}') ? readKey() : END;
    }

    /**
     * Goes to the next key of the current object and looks it up.
     *
     * @return the key's position in the set, {@link JsonKeys#UNKNOWN}, or {@link #END}
     */
    public int nextKey(JsonKeys keys) {
        return nextKey() == END ? END : keys.indexOf(text.bytes(), text.offset(), text.length());
    }

    /** Goes to the next element of the current array; false behind the last or after a fault. */
    public boolean nextElement() {
        return advance(']');
    }

    /** Reads a decimal, as a number or in quotes; E8. */
    public long readDecimal() {
        int start = pos;
        if (start < limit && bytes[start] == '"') {
            long value = numbers.scan(bytes, start + 1, limit);
            int end = numbers.end();
            if (value != NumberScanner.REFUSED && end < limit && bytes[end] == '"') {
                pos = end + 1;
                return value;
            }
        }
        return readDecimalCarefully();
    }

    /** Reads a decimal as {@link #readDecimal} does, or {@code absent} where there is {@code null} or an empty text. */
    public long readDecimal(long absent) {
        if (readNull()) {
            return absent;
        }
        if (peek() == '"' && pos + 1 < limit && bytes[pos + 1] == '"') {
            pos += 2;
            return absent;
        }
        return readDecimal();
    }

    /** Reads a decimal as {@link #readDecimal} does, but cuts off what is behind its eighth decimal: for means, never for prices. */
    public long readDecimalTruncated() {
        boolean quoted = openNumber();
        return isFaulty() ? 0 : closeNumber(quoted, numbers.scanTruncated(bytes, pos, limit));
    }

    /** Reads a whole number, as a number or in quotes. */
    public long readLong() {
        boolean quoted = openNumber();
        return isFaulty() ? 0 : closeNumber(quoted, numbers.scanWhole(bytes, pos, limit));
    }

    /** Reads {@code true} or {@code false}. */
    public boolean readBoolean() {
        int next = peek();
        if (next != 't' && next != 'f') {
            fail(next == 0 ? JsonFault.TRUNCATED : JsonFault.WRONG_TYPE);
            return false;
        }
        literal(next == 't' ? TRUE : FALSE);
        return next == 't' && !isFaulty();
    }

    /** Reads {@code null} if it is next, and says whether it was. */
    public boolean readNull() {
        if (peek() != 'n') {
            return false;
        }
        literal(NULL);
        return !isFaulty();
    }

    /** Reads a text; its bytes, escapes resolved, are then found through {@link #textBytes()}. */
    public void readText() {
        if (peek() != '"') {
            fail(pos < limit ? JsonFault.WRONG_TYPE : JsonFault.TRUNCATED);
        }
        readString();
        if (text.length() > MAX_TEXT_LENGTH) {
            fail(JsonFault.TEXT_TOO_LONG);
        }
    }

    /** The array that holds the text or key last read, valid until the next read. */
    public byte[] textBytes() {
        return text.bytes();
    }

    /** Where the text or key last read starts in {@link #textBytes()}. */
    public int textOffset() {
        return text.offset();
    }

    /** Length of the text or key last read, bytes; 0 after a fault. */
    public int textLength() {
        return isFaulty() ? 0 : text.length();
    }

    /** Whether the text or key last read has these bytes. */
    public boolean textIs(byte[] expected) {
        int from = text.offset();
        return Arrays.equals(text.bytes(), from, from + textLength(), expected, 0, expected.length);
    }

    /** Passes over the next value, whatever it is, and checks its grammar. */
    public void skipValue() {
        Skipping.value(this);
    }

    /** Checks that nothing but white space follows the outermost value. */
    public void finish() {
        skipSpace();
        if (pos < limit) {
            fail(JsonFault.TRAILING_BYTES);
        } else if (depth != 0) {
            fail(JsonFault.TRUNCATED);
        }
    }

    private void begin(char bracket) {
        skipSpace();
        if (pos < limit && bytes[pos] != bracket) {
            fail(JsonFault.WRONG_TYPE);
        } else if (depth == MAX_DEPTH) {
            fail(JsonFault.TOO_DEEP);
        }
        expect(bracket);
        depth++;
        first = true;
    }

    /** Passes the comma before the next member; false where the closing bracket, or nothing usable, is next. */
    private boolean advance(char closing) {
        skipSpace();
        if (pos < limit && bytes[pos] == closing) {
            pos++;
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            expect(',');
            skipSpace();
        }
        first = false;
        if (pos < limit) {
            return true;
        }
        fail(JsonFault.TRUNCATED);
        return false;
    }

    private int readKey() {
        readString();
        skipSpace();
        expect(':');
        return isFaulty() ? END : ShortKey.pack(text.bytes(), text.offset(), text.length());
    }

    /** Reads a text, however long. */
    void readString() {
        int end = text.scan(bytes, pos, limit);
        if (text.fault() == JsonFault.NONE) {
            pos = end;
        } else {
            fail(text.fault());
        }
    }

    /** Passes over a number and checks its grammar. */
    void skipNumber() {
        int start = pos;
        pos = NumberGrammar.skip(bytes, pos, limit);
        if (pos == start || pos - start > MAX_NUMBER_LENGTH) {
            fail(start >= limit ? JsonFault.TRUNCATED : pos == start ? JsonFault.SYNTAX : JsonFault.NUMBER_TOO_LONG);
        }
    }

    private long readDecimalCarefully() {
        boolean quoted = openNumber();
        return isFaulty() ? 0 : closeNumber(quoted, numbers.scan(bytes, pos, limit));
    }

    /** Passes what was scanned, and its closing quote. */
    private long closeNumber(boolean quoted, long value) {
        if (value == NumberScanner.REFUSED) {
            return fail(numbers.fault());
        }
        pos = numbers.end();
        if (quoted) {
            expect('"');
        }
        return isFaulty() ? 0 : value;
    }

    /** Passes the opening quote of a number, if any. */
    private boolean openNumber() {
        int next = peek();
        boolean quoted = next == '"';
        if (quoted) {
            pos++;
        }
        if (pos >= limit) {
            fail(JsonFault.TRUNCATED);
        } else if (bytes[pos] != '-' && (bytes[pos] < '0' || bytes[pos] > '9')) {
            fail(quoted ? JsonFault.SYNTAX : JsonFault.WRONG_TYPE);
        }
        return quoted;
    }

    /** Reads a word, letter by letter. */
    void literal(byte[] word) {
        int end = pos + word.length;
        if (end > limit) {
            fail(JsonFault.TRUNCATED);
        } else if (Arrays.equals(bytes, pos, end, word, 0, word.length)) {
            pos = end;
        } else {
            fail(JsonFault.SYNTAX);
        }
    }

    private void expect(char wanted) {
        if (pos >= limit) {
            fail(JsonFault.TRUNCATED);
        } else if (bytes[pos] == wanted) {
            pos++;
        } else {
            fail(JsonFault.SYNTAX);
        }
    }

    private void skipSpace() {
        while (pos < limit && bytes[pos] <= ' ' && isSpace(bytes[pos])) {
            pos++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private long fail(JsonFault reason) {
        if (fault == JsonFault.NONE) {
            fault = reason;
        }
        pos = limit;
        return 0;
    }
}
