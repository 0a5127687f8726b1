package io.lockstep.transport.json;

/** Keys of up to four ASCII bytes, which are told apart as numbers. */
final class ShortKey {
    private ShortKey() {}

    /** Whether {@code ,"x":} is at an index, as in nearly every frame. */
    static boolean isNext(byte[] bytes, int at, int limit) {
        if (limit - at < 5
                || bytes[at] != ','
                || bytes[at + 1] != '"'
                || bytes[at + 3] != '"'
                || bytes[at + 4] != ':') {
            return false;
        }
        byte key = bytes[at + 2];
        return key > '"' && key != '\\';
    }

    /** A key's bytes, the last in the lowest eight bits; {@link JsonCursor#LONG_KEY} for one that does not fit. */
    static int pack(byte[] bytes, int offset, int length) {
        if (length == 0 || length > Integer.BYTES) {
            return JsonCursor.LONG_KEY;
        }
        int key = 0;
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (b <= 0) {
                return JsonCursor.LONG_KEY;
            }
            key = key << 8 | b;
        }
        return key;
    }
}
