package io.lockstep.transport.json;

/**
 * Reads quoted texts. One without escapes is a view of the bytes it came in; one with escapes is resolved into a buffer of its own,
 * of which only the first {@link JsonCursor#MAX_TEXT_LENGTH} bytes and one more, to show the excess, are kept.
 */
final class TextScanner {
    private static final int KEPT = JsonCursor.MAX_TEXT_LENGTH + 1;

    private final byte[] resolved = new byte[KEPT + 4];
    private byte[] bytes = resolved;
    private int offset;
    private int length;
    private JsonFault fault = JsonFault.NONE;

    JsonFault fault() {
        return fault;
    }

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** Makes a stretch of somebody's bytes the text. */
    void view(byte[] source, int from, int count) {
        // a reference that is stored costs the collector's barrier, one that is compared does not
        if (bytes != source) {
            bytes = source;
        }
        offset = from;
        length = count;
    }

    /** Reads the text whose opening quote is at {@code start}; index behind its closing quote. */
    int scan(byte[] source, int start, int limit) {
        fault = start >= limit ? JsonFault.TRUNCATED : source[start] == '"' ? JsonFault.NONE : JsonFault.SYNTAX;
        if (fault != JsonFault.NONE) {
            return start;
        }
        int pos = start + 1;
        while (pos < limit && source[pos] != '"' && source[pos] != '\\') {
            if (isControl(source[pos])) {
                return refuse(JsonFault.SYNTAX, pos);
            }
            pos++;
        }
        view(source, start + 1, pos - start - 1);
        if (pos >= limit) {
            return refuse(JsonFault.TRUNCATED, pos);
        }
        return source[pos] == '"' ? pos + 1 : resolve(source, start + 1, limit);
    }

    private int resolve(byte[] source, int start, int limit) {
        view(resolved, 0, 0);
        int pos = start;
        while (pos < limit && source[pos] != '"') {
            if (isControl(source[pos])) {
                return refuse(JsonFault.SYNTAX, pos);
            }
            if (source[pos] == '\\') {
                pos = resolveEscape(source, pos + 1, limit);
                if (fault != JsonFault.NONE) {
                    return pos;
                }
            } else {
                append(source[pos++]);
            }
        }
        return pos < limit ? pos + 1 : refuse(JsonFault.TRUNCATED, pos);
    }

    private int resolveEscape(byte[] source, int pos, int limit) {
        if (pos >= limit) {
            return refuse(JsonFault.TRUNCATED, pos);
        }
        switch (source[pos]) {
            case '"', '\\', '/' -> append(source[pos]);
            case 'b' -> append('\b');
            case 'f' -> append('\f');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            case 'u' -> {
                return resolveUnicode(source, pos + 1, limit);
            }
            default -> {
                return refuse(JsonFault.SYNTAX, pos);
            }
        }
        return pos + 1;
    }

    /** Resolves four hexadecimal digits, and the low half behind a high surrogate; a lone half becomes U+FFFD. */
    private int resolveUnicode(byte[] source, int pos, int limit) {
        int unit = hex(source, pos, limit);
        if (unit < 0) {
            return pos;
        }
        boolean pairFollows = Character.isHighSurrogate((char) unit)
                && limit - pos > 9
                && source[pos + 4] == '\\'
                && source[pos + 5] == 'u';
        int low = pairFollows ? hex(source, pos + 6, limit) : 0;
        if (fault == JsonFault.NONE && pairFollows && Character.isLowSurrogate((char) low)) {
            appendCodePoint(Character.toCodePoint((char) unit, (char) low));
            return pos + 10;
        }
        appendCodePoint(Character.isSurrogate((char) unit) ? 0xFFFD : unit);
        return pos + 4;
    }

    private int hex(byte[] source, int pos, int limit) {
        int value = 0;
        for (int i = pos; i < pos + 4; i++) {
            int digit = i < limit ? Character.digit((char) (source[i] & 0xFF), 16) : -1;
            if (digit < 0) {
                return refuse(i < limit ? JsonFault.SYNTAX : JsonFault.TRUNCATED, -1);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private void appendCodePoint(int codePoint) {
        if (codePoint < 0x80) {
            append(codePoint);
            return;
        }
        int trailing = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        append(0xFF00 >> trailing + 1 & 0xFF | codePoint >> 6 * trailing);
        for (int i = trailing - 1; i >= 0; i--) {
            append(0x80 | codePoint >> 6 * i & 0x3F);
        }
    }

    private void append(int b) {
        if (length < KEPT) {
            resolved[length++] = (byte) b;
        }
    }

    private int refuse(JsonFault reason, int result) {
        fault = reason;
        return result;
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ';
    }
}
