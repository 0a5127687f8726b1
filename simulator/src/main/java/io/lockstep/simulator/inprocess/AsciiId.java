package io.lockstep.simulator.inprocess;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes ids of the form {@code prefix + number} without allocating. */
final class AsciiId {
    private static final int MAX_DIGITS = 19;

    private byte[] prefix = new byte[0];
    private final byte[] text;

    /** @param length length of the text, bytes; zero padded */
    AsciiId(int length) {
        text = new byte[length];
    }

    void prefix(String newPrefix) {
        byte[] bytes = newPrefix.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length + MAX_DIGITS > text.length) {
            throw new IllegalArgumentException("prefix too long: prefix=" + newPrefix);
        }
        prefix = bytes;
    }

    /** The id's text, valid until the next call. */
    byte[] of(long number) {
        int end = prefix.length + digits(number);
        System.arraycopy(prefix, 0, text, 0, prefix.length);
        long rest = number;
        for (int i = end - 1; i >= prefix.length; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        Arrays.fill(text, end, text.length, (byte) 0);
        return text;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
