package io.lockstep.gateway.alpaca.wire;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.transport.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of REST bodies and order events, where every number is quoted and anything may be {@code null}. Owned by one
 * thread; only {@link #text} allocates.
 */
public final class BodyReader {
    /** Stands for an absent or unreadable number or time. */
    public static final long MISSING = FixedPoint.NULL;

    private final JsonCursor cursor = new JsonCursor();
    private final NumberText numbers = new NumberText();
    private byte[] body = {};

    /** Starts at the beginning of a body. */
    public BodyReader wrap(byte[] source, int offset, int length) {
        body = source;
        cursor.wrap(source, offset, length);
        return this;
    }

    /** The cursor, to walk with. */
    public JsonCursor cursor() {
        return cursor;
    }

    /** Numbers cut behind their eighth decimal so far. */
    public long roundedNumbers() {
        return numbers.rounded();
    }

    /** A text, or null. */
    public @Nullable String text() {
        if (cursor.readNull()) {
            return null;
        }
        cursor.readText();
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), StandardCharsets.UTF_8);
    }

    /** A text; empty for null. */
    public String textOrEmpty() {
        String text = text();
        return text == null ? "" : text;
    }

    /** Copies a text as ASCII, cut to {@code most} characters; nothing for null. */
    public void ascii(StringBuilder into, int most) {
        into.setLength(0);
        if (!cursor.readNull()) {
            cursor.readText();
            for (int i = 0; i < Math.min(cursor.textLength(), most); i++) {
                into.append((char) (cursor.textBytes()[cursor.textOffset() + i] & 0x7F));
            }
        }
    }

    /** A decimal, quoted or not, E8; {@link #MISSING} for null. */
    public long decimal() {
        if (cursor.readNull()) {
            return MISSING;
        }
        boolean quoted = cursor.peek() == '"';
        int from = cursor.position();
        cursor.skipValue();
        int to = cursor.position();
        return cursor.isFaulty() ? MISSING : numbers.decimal(body, quoted ? from + 1 : from, quoted ? to - 1 : to);
    }

    /** A time, UTC, nanoseconds; {@link #MISSING} for null. */
    public long time() {
        if (cursor.readNull()) {
            return MISSING;
        }
        cursor.readText();
        return Rfc3339.parse(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
    }

    /** A truth value; false for null. */
    public boolean bool() {
        return !cursor.readNull() && cursor.readBoolean();
    }
}
