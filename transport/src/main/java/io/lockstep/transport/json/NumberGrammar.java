package io.lockstep.transport.json;

/** The grammar of a JSON number: {@code -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?}. */
final class NumberGrammar {
    private NumberGrammar() {}

    /** Index behind the number that starts at {@code start}, or {@code start} if none does. */
    static int skip(byte[] bytes, int start, int limit) {
        int whole = start < limit && bytes[start] == '-' ? start + 1 : start;
        int end = digits(bytes, whole, limit);
        if (end == whole || end - whole > 1 && bytes[whole] == '0') {
            return start;
        }
        if (end < limit && bytes[end] == '.') {
            int fraction = end + 1;
            end = digits(bytes, fraction, limit);
            if (end == fraction) {
                return start;
            }
        }
        return end < limit && (bytes[end] | 0x20) == 'e' ? exponent(bytes, start, end + 1, limit) : end;
    }

    private static int exponent(byte[] bytes, int start, int from, int limit) {
        int first = from < limit && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        int end = digits(bytes, first, limit);
        return end == first ? start : end;
    }

    private static int digits(byte[] bytes, int from, int limit) {
        int pos = from;
        while (pos < limit && bytes[pos] >= '0' && bytes[pos] <= '9') {
            pos++;
        }
        return pos;
    }
}
