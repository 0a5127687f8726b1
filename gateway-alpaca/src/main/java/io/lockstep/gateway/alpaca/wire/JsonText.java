package io.lockstep.gateway.alpaca.wire;

import io.lockstep.engine.instrument.FixedPoint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one JSON object after the other into the same array. Values of ours are plain ASCII; texts from settings are escaped. Owned
 * by one thread; allocates only to grow.
 *
 * <pre>{@code
 * json.clear().open('{').key("qty").decimal(quantity).close('}');
 * }</pre>
 */
public final class JsonText {
    private static final int INITIAL = 1024;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final byte[] digits = new byte[20];
    private byte[] bytes = new byte[INITIAL];
    private int length;
    private boolean first = true;

    /** Forgets everything written. */
    public JsonText clear() {
        length = 0;
        first = true;
        return this;
    }

    /** The array written to; it may be another one after the next write. */
    public byte[] bytes() {
        return bytes;
    }

    /** Number of bytes written. */
    public int length() {
        return length;
    }

    /** Opens an object or array. */
    public JsonText open(char bracket) {
        separate();
        append(bracket);
        first = true;
        return this;
    }

    /** Closes an object or array. */
    public JsonText close(char bracket) {
        append(bracket);
        first = false;
        return this;
    }

    /** Writes a key; its value must follow. */
    public JsonText key(String key) {
        separate();
        quote(key);
        append(':');
        first = true;
        return this;
    }

    /** Writes a text. */
    public JsonText text(CharSequence value) {
        separate();
        quote(value);
        return this;
    }

    /**
     * Writes a decimal as a quoted number, as the venue wants prices and quantities.
     *
     * @param value E8
     */
    public JsonText decimal(long value) {
        separate();
        append('"');
        appendDecimal(value);
        append('"');
        return this;
    }

    /** Writes a whole number. */
    public JsonText number(long value) {
        separate();
        if (value < 0) {
            append('-');
        }
        appendWhole(Math.abs(value));
        return this;
    }

    /** Writes a value that already is JSON, in ASCII. */
    public JsonText raw(String ascii) {
        separate();
        appendAscii(ascii);
        return this;
    }

    /** Writes {@code true} or {@code false}. */
    public JsonText bool(boolean value) {
        separate();
        appendAscii(value ? "true" : "false");
        return this;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    private void separate() {
        if (!first) {
            append(',');
        }
        first = false;
    }

    private void appendDecimal(long value) {
        if (value < 0) {
            append('-');
        }
        long magnitude = Math.abs(value);
        appendWhole(magnitude / FixedPoint.ONE);
        long fraction = magnitude % FixedPoint.ONE;
        if (fraction != 0) {
            append('.');
            for (long unit = FixedPoint.ONE / 10; fraction != 0; unit /= 10) {
                append((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
    }

    private void appendWhole(long value) {
        int count = 0;
        long rest = value;
        do {
            digits[count++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        while (count > 0) {
            append((char) digits[--count]);
        }
    }

    private void quote(CharSequence value) {
        append('"');
        for (int i = 0; i < value.length(); i++) {
            appendEscaped(value.charAt(i));
        }
        append('"');
    }

    private void appendEscaped(char c) {
        if (c == '"' || c == '\\') {
            append('\\');
            append(c);
        } else if (c < ' ' || c > '~') {
            appendAscii("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                append((char) HEX[c >> shift & 0xF]);
            }
        } else {
            append(c);
        }
    }

    private void appendAscii(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            append(ascii.charAt(i));
        }
    }

    private void append(char c) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) c;
    }
}
