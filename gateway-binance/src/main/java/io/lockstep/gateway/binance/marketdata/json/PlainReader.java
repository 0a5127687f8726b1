package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.gateway.binance.reference.ByteWords;
import io.lockstep.gateway.binance.reference.SymbolTable;

/**
 * Reads keys and numbers written without white space, escapes, signs or exponents, eight bytes at a time. It never decides that something
 * is wrong: what it does not expect it leaves to {@code JsonCursor}, by answering {@link #UNUSUAL}. Owned by one thread.
 */
final class PlainReader {
    /** Not of the plain form. Numbers read are never negative. */
    static final long UNUSUAL = -1;

    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BEYOND_NINE = 0x7676767676767676L;
    private static final int LONGEST_SYMBOL = 32;
    private static final long ONE = 100_000_000L;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private byte[] bytes = new byte[0];
    private int pos;
    private long knownWord;
    private int knownLength;
    private int knownInstrument = SymbolTable.NOT_FOUND;

    /** Starts at an index of an array. */
    void wrap(byte[] source, int start) {
        if (bytes != source) {
            bytes = source;
        }
        pos = start;
    }

    /** Index of the next byte; may be beyond the frame after something unusual. */
    int position() {
        return pos;
    }

    /** Goes to an index. */
    void position(int index) {
        pos = index;
    }

    /** The next eight bytes, the first in the lowest bits. */
    long peek() {
        return ByteWords.at(bytes, pos);
    }

    /** The next byte, which is passed; 0 behind the array. */
    int next() {
        return ByteWords.byteAt(bytes, pos++);
    }

    /**
     * Passes a key of one or two bytes and its colon.
     *
     * @return the key's bytes, the last in the lowest eight bits, or {@link #UNUSUAL}
     */
    int key() {
        long word = peek();
        if ((word & 0xFFFF_00FFL) == 0x3A22_0022L) {
            pos += 4;
            return (int) (word >>> 8 & 0xFF);
        }
        if ((word & 0xFF_FF00_00FFL) == 0x3A_2200_0022L) {
            pos += 5;
            return (int) ((word >>> 8 & 0xFF) << 8 | word >>> 16 & 0xFF);
        }
        return (int) UNUSUAL;
    }

    /** Reads a whole number of up to 15 digits. */
    long number() {
        long digits = ByteWords.at(bytes, pos) ^ ZEROS;
        int count = countDigits(digits);
        if (count == 0 || (digits & 0xFF) == 0 && count > 1) {
            return UNUSUAL;
        }
        pos += count;
        return count < Long.BYTES ? value(digits, count) : longNumber(eight(digits));
    }

    /** Reads a decimal in quotes with up to 8 digits on each side of its point; E8. */
    long decimal() {
        int start = pos + 1;
        long digits = ByteWords.at(bytes, start) ^ ZEROS;
        int count = countDigits(digits);
        if (ByteWords.byteAt(bytes, pos) != '"' || count == 0 || (digits & 0xFF) == 0 && count > 1) {
            return UNUSUAL;
        }
        int point = start + count;
        long whole = value(digits, count) * ONE;
        if (ByteWords.byteAt(bytes, point) == '.') {
            return withFraction(whole, point + 1);
        }
        pos = point + 1;
        return ByteWords.byteAt(bytes, point) == '"' ? whole : UNUSUAL;
    }

    /**
     * Reads a symbol in quotes, of up to 31 bytes.
     *
     * @param symbols the same table at every call
     * @return its instrument, or {@link SymbolTable#NOT_FOUND}
     */
    int symbol(SymbolTable symbols) {
        int start = pos + 1;
        if (ByteWords.byteAt(bytes, pos) != '"') {
            return SymbolTable.NOT_FOUND;
        }
        long word = ByteWords.at(bytes, start);
        if (word == knownWord && knownInstrument != SymbolTable.NOT_FOUND) {
            pos = start + knownLength + 1;
            return knownInstrument;
        }
        int end = ByteWords.indexOfQuote(bytes, start, LONGEST_SYMBOL);
        if (end < 0) {
            return SymbolTable.NOT_FOUND;
        }
        pos = end + 1;
        return found(symbols.find(bytes, start, end - start), word, end - start);
    }

    /** Futures name a pair behind its symbol, mostly the same again: a word with its closing quote in it need not be looked up twice. */
    private int found(int instrument, long word, int length) {
        if (length < Long.BYTES) {
            knownWord = word;
            knownLength = length;
            knownInstrument = instrument;
        }
        return instrument;
    }

    private long withFraction(long whole, int start) {
        long digits = ByteWords.at(bytes, start) ^ ZEROS;
        int count = countDigits(digits);
        pos = start + count + 1;
        // the digits that are not there count as zeros, so that what is read is E8 whatever its length
        long fraction = eight(ByteWords.first(digits, count));
        return count > 0 && ByteWords.byteAt(bytes, start + count) == '"' ? whole + fraction : UNUSUAL;
    }

    private long longNumber(long high) {
        long digits = ByteWords.at(bytes, pos) ^ ZEROS;
        int count = countDigits(digits);
        if (count == Long.BYTES) {
            return UNUSUAL;
        }
        pos += count;
        return count == 0 ? high : high * POWERS_OF_TEN[count] + value(digits, count);
    }

    /** How many bytes from the first on are digits, 0 to 8. */
    private static int countDigits(long digits) {
        long others = (digits + BEYOND_NINE | digits) & HIGH_BITS;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** Value of the first {@code count} digits, 1 to 8. */
    private static long value(long digits, int count) {
        return eight(digits << Long.SIZE - Byte.SIZE * count);
    }

    /** Value of eight digits, the first in the lowest byte: pairs, then fours, then all. */
    private static long eight(long digits) {
        long pairs = digits * 10 + (digits >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + (pairs >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }
}
