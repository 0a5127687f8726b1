package io.lockstep.gateway.binance.reference;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: the first in the lowest bits. Where fewer than eight are left in the array, zeros stand for the rest.
 */
public final class ByteWords {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long QUOTES = 0x2222222222222222L;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ByteWords() {}

    /** The eight bytes from {@code at} on. */
    public static long at(byte[] bytes, int at) {
        return at <= bytes.length - Long.BYTES ? (long) WORD.get(bytes, at) : tail(bytes, at);
    }

    /** The byte at {@code at}; 0 behind the array. */
    public static int byteAt(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] : 0;
    }

    /** The first {@code count} bytes of a word, 0 to 8, zeros for the rest. */
    public static long first(long word, int count) {
        return count >= Long.BYTES ? word : word & (1L << Long.BYTES * count) - 1;
    }

    /** Index of the first quotation mark from {@code from} on, or -1 where there is none within {@code most} bytes. */
    public static int indexOfQuote(byte[] bytes, int from, int most) {
        for (int at = from; at < from + most; at += Long.BYTES) {
            long word = at(bytes, at) ^ QUOTES;
            long found = word - ONES & ~word & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        return -1;
    }

    /** A hash of a text's first and last eight bytes and its length, spread over all bits. */
    public static int hash(long first, long last, int length) {
        long mixed = (first ^ Long.rotateLeft(last, 29) ^ length) * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }

    private static long tail(byte[] bytes, int at) {
        long word = 0;
        for (int i = Math.min(bytes.length, at + Long.BYTES) - 1; i >= at; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xFF;
        }
        return word;
    }
}
