package io.lockstep.gateway.binance.execution.field;

import io.lockstep.transport.json.JsonCursor;
import java.util.Arrays;

/** A text of fixed capacity, zero padded as the event schema has it; a longer one is cut. Mutable and reused. */
public final class AsciiField {
    private final byte[] bytes;
    private int length;

    /** Makes an empty field. */
    public AsciiField(int capacity) {
        bytes = new byte[capacity];
    }

    /** The field's bytes, zero padded to its capacity. */
    public byte[] bytes() {
        return bytes;
    }

    /** Length of the text, bytes. */
    public int length() {
        return length;
    }

    /** Becomes empty. */
    public void clear() {
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
    }

    /** Becomes the text that a cursor has just read. */
    public void set(JsonCursor cursor) {
        clear();
        length = Math.min(bytes.length, cursor.textLength());
        System.arraycopy(cursor.textBytes(), cursor.textOffset(), bytes, 0, length);
    }

    /** Becomes a letter and a number. */
    public void set(char letter, long number) {
        clear();
        bytes[0] = (byte) letter;
        length = 1;
        putDigits(number);
    }

    /** Becomes a number. */
    public void set(long number) {
        clear();
        putDigits(number);
    }

    /** Becomes the beginning of a text; what is not ASCII becomes a question mark. */
    public void set(String text) {
        clear();
        length = Math.min(bytes.length, text.length());
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            bytes[i] = (byte) (c < ' ' || c > '~' ? '?' : c);
        }
    }

    /** The whole number that a text of digits says, or -1 where it is empty or something else. */
    public static long digits(byte[] source, int offset, int count) {
        if (count == 0 || count > 18) {
            return -1;
        }
        long number = 0;
        for (int i = offset; i < offset + count; i++) {
            if (source[i] < '0' || source[i] > '9') {
                return -1;
            }
            number = number * 10 + source[i] - '0';
        }
        return number;
    }

    private void putDigits(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = Math.max(0, number);
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }
}
