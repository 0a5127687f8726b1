package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/** Finds out what kind of event an object is when neither its stream's name nor its first key tells. */
final class KindFinder {
    private static final int LAST_UPDATE_ID = 0;
    private static final int STREAM = 1;
    private static final int DATA = 2;
    private static final JsonKeys KEYS = JsonKeys.of("lastUpdateId", "stream", "data", "result", "error", "code");

    private KindFinder() {}

    /** Reads a whole object; {@code e} decides, else the keys that only one kind has. */
    static EventKind find(JsonCursor cursor) {
        EventKind kind = EventKind.OTHER;
        boolean decided = false;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == 'e') {
                cursor.readText();
                kind = EventKind.ofText(cursor);
                decided = true;
            } else {
                kind = decided ? kind : guess(cursor, key, kind);
                cursor.skipValue();
            }
        }
        return kind;
    }

    private static EventKind guess(JsonCursor cursor, int key, EventKind soFar) {
        if (key == 'u' && soFar == EventKind.OTHER) {
            return EventKind.QUOTE;
        }
        int index = KEYS.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        if (index < 0) {
            return soFar;
        }
        return switch (index) {
            case LAST_UPDATE_ID -> EventKind.SNAPSHOT;
            case STREAM, DATA -> EventKind.COMBINED;
            default -> soFar == EventKind.COMBINED ? soFar : EventKind.CONTROL;
        };
    }
}
