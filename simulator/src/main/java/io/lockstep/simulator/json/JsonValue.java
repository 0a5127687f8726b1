package io.lockstep.simulator.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed JSON value. */
public sealed interface JsonValue {
    /** An object; members in the order of the text, of repeated names the last. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        /** A member, or null if there is none. */
        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }
    }

    /** An array. */
    record JsonArray(List<JsonValue> items) implements JsonValue {}

    /** A string. */
    record JsonText(String value) implements JsonValue {}

    /** A number, as it was written. */
    record JsonNumber(String literal) implements JsonValue {}

    /** True or false. */
    record JsonBoolean(boolean value) implements JsonValue {}

    /** Null. */
    record JsonNull() implements JsonValue {}

    /** Text of a string, number or boolean as it was written, without quotes; null for everything else. */
    default @Nullable String scalar() {
        if (this instanceof JsonText text) {
            return text.value();
        }
        if (this instanceof JsonNumber number) {
            return number.literal();
        }
        return this instanceof JsonBoolean flag ? String.valueOf(flag.value()) : null;
    }
}
