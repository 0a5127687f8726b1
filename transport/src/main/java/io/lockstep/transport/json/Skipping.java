package io.lockstep.transport.json;

/** Passes over values that nobody wants, and checks their grammar all the same. */
final class Skipping {
    private Skipping() {}

    /** Passes over the next value of a cursor, whatever it is. */
    static void value(JsonCursor cursor) {
        switch (cursor.peek()) {
            case '"' -> cursor.readString();
            case '{' -> object(cursor);
            case '[' -> array(cursor);
            case 't' -> cursor.literal(JsonCursor.TRUE);
            case 'f' -> cursor.literal(JsonCursor.FALSE);
            case 'n' -> cursor.literal(JsonCursor.NULL);
            default -> cursor.skipNumber();
        }
    }

    private static void object(JsonCursor cursor) {
        cursor.beginObject();
        while (cursor.nextKey() != JsonCursor.END) {
            value(cursor);
        }
    }

    private static void array(JsonCursor cursor) {
        cursor.beginArray();
        while (cursor.nextElement()) {
            value(cursor);
        }
    }
}
