package io.lockstep.transport.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text as a tree, for the cold path: reference data, settings of an account, answers to questions asked at start. Immutable.
 *
 * <p>Numbers keep their text, so that decimals stay exact. What is asked for and is not there throws a
 * {@link JsonFormatException} that names it.
 */
public final class JsonValue {
    private final @Nullable String scalar;
    private final @Nullable Map<String, JsonValue> members;
    private final @Nullable List<JsonValue> elements;

    private JsonValue(
            @Nullable String scalar, @Nullable Map<String, JsonValue> members, @Nullable List<JsonValue> elements) {
        this.scalar = scalar;
        this.members = members;
        this.elements = elements;
    }

    /** Reads a text. */
    public static JsonValue parse(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return parse(new JsonCursor().wrap(bytes, 0, bytes.length));
    }

    /** Reads everything a cursor has left. */
    public static JsonValue parse(JsonCursor cursor) {
        JsonValue value = read(cursor);
        cursor.finish();
        if (cursor.isFaulty()) {
            throw new JsonFormatException("not readable as JSON: fault=" + cursor.fault());
        }
        return value;
    }

    /** Whether this object has a member that is not null. */
    public boolean has(String key) {
        JsonValue member = members == null ? null : members.get(key);
        return member != null && !member.isNull();
    }

    /** A member of this object. */
    public JsonValue get(String key) {
        JsonValue member = members == null ? null : members.get(key);
        if (member == null) {
            throw new JsonFormatException("no such member: key=" + key);
        }
        return member;
    }

    /** Whether this is {@code null}. */
    public boolean isNull() {
        return scalar == null && members == null && elements == null;
    }

    /** Whether this is an array. */
    public boolean isArray() {
        return elements != null;
    }

    /** The elements of this array. */
    public List<JsonValue> elements() {
        if (elements == null) {
            throw new JsonFormatException("not an array: value=" + this);
        }
        return elements;
    }

    /** The members of this object, in their order. */
    public Map<String, JsonValue> members() {
        if (members == null) {
            throw new JsonFormatException("not an object: value=" + this);
        }
        return members;
    }

    /** This text, number or truth value as text. */
    public String text() {
        if (scalar == null) {
            throw new JsonFormatException("neither text nor number: value=" + this);
        }
        return scalar;
    }

    /** A member as text. */
    public String text(String key) {
        return get(key).text();
    }

    /** A member as text, or another where it is absent. */
    public String text(String key, String absent) {
        return has(key) ? text(key) : absent;
    }

    /** A member as an exact decimal. */
    public BigDecimal decimal(String key) {
        String text = text(key);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new JsonFormatException("not a number: key=" + key + ", value=" + text);
        }
    }

    /** A member as a whole number. */
    public long number(String key) {
        try {
            return decimal(key).longValueExact();
        } catch (ArithmeticException e) {
            throw new JsonFormatException("not a whole number: key=" + key + ", value=" + text(key));
        }
    }

    /** A member as a truth value, or another where it is absent. */
    public boolean flag(String key, boolean absent) {
        return has(key) ? Boolean.parseBoolean(text(key)) : absent;
    }

    @Override
    public String toString() {
        return elements != null ? elements.toString() : members != null ? members.toString() : "" + scalar;
    }

    private static JsonValue read(JsonCursor cursor) {
        return switch (cursor.peek()) {
            case '{' -> readObject(cursor);
            case '[' -> readArray(cursor);
            case '"' -> readText(cursor);
            case 'n' -> {
                cursor.skipValue();
                yield new JsonValue(null, null, null);
            }
            default -> readRaw(cursor);
        };
    }

    private static JsonValue readObject(JsonCursor cursor) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        cursor.beginObject();
        while (cursor.nextKey() != JsonCursor.END) {
            String key = textOf(cursor);
            members.put(key, read(cursor));
        }
        return new JsonValue(null, members, null);
    }

    private static JsonValue readArray(JsonCursor cursor) {
        List<JsonValue> elements = new ArrayList<>();
        cursor.beginArray();
        while (cursor.nextElement()) {
            elements.add(read(cursor));
        }
        return new JsonValue(null, null, elements);
    }

    private static JsonValue readText(JsonCursor cursor) {
        cursor.readText();
        return new JsonValue(textOf(cursor), null, null);
    }

    private static JsonValue readRaw(JsonCursor cursor) {
        int start = cursor.position();
        cursor.skipValue();
        String raw = new String(cursor.array(), start, cursor.position() - start, StandardCharsets.US_ASCII);
        return new JsonValue(raw, null, null);
    }

    private static String textOf(JsonCursor cursor) {
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), StandardCharsets.UTF_8);
    }
}
