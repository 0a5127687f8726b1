package io.lockstep.gateway.alpaca.execution.refusal;

import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/** The body of a failed request: code and message; empty where a proxy answered with a page of its own. Reused. */
public final class ErrorBody {
    private static final JsonKeys KEYS = JsonKeys.of("code", "message");

    private final BodyReader reader = new BodyReader();
    private int code;
    private String message = "";

    /** Reads a body; what cannot be read leaves code 0 and no message. */
    public void read(byte[] body, int length) {
        int readCode = 0;
        String readMessage = "";
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        cursor.beginObject();
        for (int key = cursor.nextKey(KEYS); key != JsonCursor.END; key = cursor.nextKey(KEYS)) {
            switch (key) {
                case 0 -> readCode = (int) cursor.readLong();
                case 1 -> readMessage = reader.textOrEmpty();
                default -> cursor.skipValue();
            }
        }
        code = cursor.isFaulty() ? 0 : readCode;
        message = cursor.isFaulty() ? "" : readMessage;
    }

    /** The venue's code, 0 for none. */
    public int code() {
        return code;
    }

    /** The venue's words, empty for none. */
    public String message() {
        return message;
    }
}
