package io.lockstep.gateway.alpaca.account;

import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.Collection;

/** Reads the venue's ids off a list of orders. Stateless, cold path. */
final class OpenOrderIds {
    private static final JsonKeys KEYS = JsonKeys.of("id");

    private OpenOrderIds() {}

    /** Adds the ids; false when the list could not be read to its end. */
    static boolean read(byte[] body, Collection<String> into) {
        BodyReader reader = new BodyReader().wrap(body, 0, body.length);
        JsonCursor cursor = reader.cursor();
        cursor.beginArray();
        while (cursor.nextElement()) {
            cursor.beginObject();
            for (int key = cursor.nextKey(KEYS); key != JsonCursor.END; key = cursor.nextKey(KEYS)) {
                if (key == 0) {
                    into.add(reader.textOrEmpty());
                } else {
                    cursor.skipValue();
                }
            }
        }
        cursor.finish();
        return !cursor.isFaulty();
    }
}
