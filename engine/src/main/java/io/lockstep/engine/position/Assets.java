package io.lockstep.engine.position;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Asset codes as small dense numbers, found from the 16 bytes an event carries without making a text. Owned by one thread.
 */
public final class Assets {
    /** Length of a code in an event, bytes, zero padded. */
    public static final int CODE_LENGTH = 16;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private String[] codes = new String[16];
    private int size;

    /** Index of the code at {@code offset}, given on first sight. */
    public int indexOf(DirectBuffer buffer, int offset) {
        long first = buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
        long second = buffer.getLong(offset + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            if (high[i] == first && low[i] == second) {
                return i;
            }
        }
        return add(first, second, text(buffer, offset));
    }

    /** Index of a code, given on first sight. */
    public int indexOf(String code) {
        for (int i = 0; i < size; i++) {
            if (codes[i].equals(code)) {
                return i;
            }
        }
        UnsafeBuffer padded = new UnsafeBuffer(Arrays.copyOf(code.getBytes(StandardCharsets.US_ASCII), CODE_LENGTH));
        return indexOf(padded, 0);
    }

    /** The code of an index. */
    public String code(int index) {
        return codes[index];
    }

    /** Number of assets seen. */
    public int size() {
        return size;
    }

    private int add(long first, long second, String code) {
        if (size == codes.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        high[size] = first;
        low[size] = second;
        codes[size] = code;
        return size++;
    }

    private static String text(DirectBuffer buffer, int offset) {
        int length = 0;
        while (length < CODE_LENGTH && buffer.getByte(offset + length) != 0) {
            length++;
        }
        return buffer.getStringWithoutLengthAscii(offset, length);
    }
}
