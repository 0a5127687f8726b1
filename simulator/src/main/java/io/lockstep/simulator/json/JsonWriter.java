package io.lockstep.simulator.json;

import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonNull;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonValue.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON without white space.
 *
 * <pre>{@code
 * new JsonWriter().object().name("s").text("BTCUSDT").name("p").text("1.00").end().toString()
 * }</pre>
 */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder(256);
    private final StringBuilder closers = new StringBuilder();
    private boolean needsComma;

    /** Opens an object. */
    public JsonWriter object() {
        return open('{', '}');
    }

    /** Opens an array. */
    public JsonWriter array() {
        return open('[', ']');
    }

    /** Closes what was opened last. */
    public JsonWriter end() {
        int last = closers.length() - 1;
        out.append(closers.charAt(last));
        closers.setLength(last);
        needsComma = true;
        return this;
    }

    /** Names the value that follows. */
    public JsonWriter name(String name) {
        separate();
        quote(name);
        out.append(':');
        needsComma = false;
        return this;
    }

    /** A string. */
    public JsonWriter text(String value) {
        separate();
        quote(value);
        return this;
    }

    /** A whole number. */
    public JsonWriter number(long value) {
        separate();
        out.append(value);
        return this;
    }

    /** True or false. */
    public JsonWriter flag(boolean value) {
        separate();
        out.append(value);
        return this;
    }

    /** Null. */
    public JsonWriter nothing() {
        return raw("null");
    }

    /** A value that is JSON already. */
    public JsonWriter raw(CharSequence json) {
        separate();
        out.append(json);
        return this;
    }

    /** A member that is a string. */
    public JsonWriter field(String name, String value) {
        return name(name).text(value);
    }

    /** A member that is a whole number. */
    public JsonWriter field(String name, long value) {
        return name(name).number(value);
    }

    /** A member that is true or false. */
    public JsonWriter field(String name, boolean value) {
        return name(name).flag(value);
    }

    /** A parsed value; null is written as null. */
    public JsonWriter value(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            object();
            object.members().forEach((name, member) -> name(name).value(member));
            return end();
        }
        if (value instanceof JsonArray array) {
            array();
            array.items().forEach(this::value);
            return end();
        }
        if (value instanceof JsonText text) {
            return text(text.value());
        }
        String scalar = value == null || value instanceof JsonNull ? null : value.scalar();
        return scalar == null ? nothing() : raw(scalar);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private JsonWriter open(char opener, char closer) {
        separate();
        out.append(opener);
        closers.append(closer);
        needsComma = false;
        return this;
    }

    private void separate() {
        if (needsComma) {
            out.append(',');
        }
        needsComma = true;
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i));
        }
        out.append('"');
    }

    private void escape(char each) {
        if (each == '"' || each == '\\') {
            out.append('\\').append(each);
        } else if (each < ' ') {
            out.append(String.format("\\u%04x", (int) each));
        } else {
            out.append(each);
        }
    }
}
