package io.lockstep.gateway.binance.orderentry.signing;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.Arrays;

/** ASCII text under construction, reused; grows when full and stays so. Owned by one thread. */
public final class TextBuffer {
    private byte[] bytes;
    private int length;

    /** Makes an empty text with room for {@code capacity} bytes before it has to grow. */
    public TextBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** The array that holds the text from index 0; valid until the next change. */
    public byte[] array() {
        return bytes;
    }

    /** Length of the text, bytes. */
    public int length() {
        return length;
    }

    /** Empties the text. */
    public void clear() {
        length = 0;
    }

    /** Makes room for {@code count} more bytes and returns the array, to be written from {@link #length()} on. */
    public byte[] reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        return bytes;
    }

    /** Takes over {@code count} bytes written behind a {@link #reserve}. */
    public void advance(int count) {
        length += count;
    }

    /** Adds a byte. */
    public void put(int b) {
        reserve(1)[length++] = (byte) b;
    }

    /** Adds bytes. */
    public void put(byte[] source) {
        put(source, 0, source.length);
    }

    /** Adds some bytes of an array. */
    public void put(byte[] source, int offset, int count) {
        System.arraycopy(source, offset, reserve(count), length, count);
        length += count;
    }

    /** Adds a whole number. */
    public void putLong(long value) {
        if (value < 0) {
            put('-');
        }
        long rest = value < 0 ? value : -value;
        int digits = digitsOf(rest);
        reserve(digits);
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Adds an E8 decimal without trailing zeros. */
    public void putDecimal(long value) {
        long whole = value / FixedPoint.ONE;
        long fraction = value % FixedPoint.ONE;
        if (value < 0 && whole == 0) {
            put('-');
        }
        putLong(whole);
        if (fraction != 0) {
            putFraction(Math.abs(fraction));
        }
    }

    private void putFraction(long fraction) {
        put('.');
        reserve(FixedPoint.DECIMALS);
        long rest = fraction;
        for (int i = length + FixedPoint.DECIMALS - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += FixedPoint.DECIMALS;
        while (bytes[length - 1] == '0') {
            length--;
        }
    }

    /** Digits of a number that is not positive; negative numbers reach one further. */
    private static int digitsOf(long negative) {
        int digits = 1;
        for (long rest = negative; rest <= -10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
