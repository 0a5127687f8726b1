package io.lockstep.benchmarks;

/**
 * What one would write by hand for frames whose form is known: one loop, byte by byte, keys of one or two letters in any order, numbers to
 * E8. It trusts that texts have no escapes and that everything fits. Answers the sum of all numbers, so that none of it is left out.
 */
final class FrameScan {
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private int pos;

    /** Sum of all numbers in a frame. */
    long read(byte[] bytes, int start, int length) {
        long sum = 0;
        int end = start + length - 1;
        pos = start + 1;
        while (pos < end) {
            int key = bytes[pos + 1];
            pos += bytes[pos + 2] == '"' ? 4 : 5;
            sum += switch (key) {
                case 'e' -> skipText(bytes);
                case 's' -> skipText(bytes);
                case 'b', 'a' -> bytes[pos] == '[' ? levels(bytes) : decimal(bytes);
                case 'B', 'A' -> decimal(bytes);
                default -> number(bytes);
            };
            pos++;
        }
        return sum;
    }

    /** A text as E8; 0 where it begins with no digit. */
    static long decimal(char[] text, int offset, int length) {
        long value = 0;
        int places = -1;
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (c == '.') {
                places = 0;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                places += places >= 0 ? 1 : 0;
            } else {
                return 0;
            }
        }
        return value * POWERS_OF_TEN[8 - Math.max(0, places)];
    }

    private long levels(byte[] bytes) {
        long sum = 0;
        pos++;
        while (bytes[pos] == '[') {
            pos++;
            sum += decimal(bytes);
            pos++;
            sum += decimal(bytes);
            pos += bytes[pos + 1] == ',' ? 2 : 1;
        }
        pos++;
        return sum;
    }

    private long decimal(byte[] bytes) {
        pos++;
        long value = number(bytes);
        int places = 0;
        if (bytes[pos] == '.') {
            int point = pos++;
            int digit = bytes[pos] - '0';
            while (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digit = bytes[++pos] - '0';
            }
            places = pos - point - 1;
        }
        pos++;
        return value * POWERS_OF_TEN[8 - places];
    }

    private long number(byte[] bytes) {
        long value = 0;
        int digit = bytes[pos] - '0';
        while (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            digit = bytes[++pos] - '0';
        }
        return value;
    }

    private long skipText(byte[] bytes) {
        pos++;
        while (bytes[pos] != '"') {
            pos++;
        }
        pos++;
        return 0;
    }
}
