package io.lockstep.simulator.json;

import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonBoolean;
import io.lockstep.simulator.json.JsonValue.JsonNull;
import io.lockstep.simulator.json.JsonValue.JsonNumber;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text as RFC 8259 defines it, up to a nesting depth of 32. */
public final class JsonReader {
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @throws JsonException if it is not exactly one JSON value
     */
    public static JsonValue read(String text) {
        JsonReader reader = new JsonReader(text);
        JsonValue value = reader.value(0);
        reader.skipSpace();
        if (reader.position != text.length()) {
            throw reader.fault("text behind the value");
        }
        return value;
    }

    private JsonValue value(int depth) {
        if (depth > MAX_DEPTH) {
            throw fault("nested too deep");
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonText(string());
            case 't' -> word("true", new JsonBoolean(true));
            case 'f' -> word("false", new JsonBoolean(false));
            case 'n' -> word("null", new JsonNull());
            default -> number();
        };
    }

    private JsonValue object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        position++;
        skipSpace();
        if (peek() == '}') {
            position++;
            return new JsonObject(members);
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            members.put(name, value(depth + 1));
            skipSpace();
        } while (continues('}'));
        return new JsonObject(members);
    }

    private JsonValue array(int depth) {
        List<JsonValue> items = new ArrayList<>();
        position++;
        skipSpace();
        if (peek() == ']') {
            position++;
            return new JsonArray(items);
        }
        do {
            items.add(value(depth + 1));
            skipSpace();
        } while (continues(']'));
        return new JsonArray(items);
    }

    /** Whether a comma follows; else the closing character must. */
    private boolean continues(char closing) {
        if (peek() == ',') {
            position++;
            return true;
        }
        expect(closing);
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(position++);
            if (next < ' ') {
                throw fault("control character in a string");
            }
            value.append(next == '\\' ? escaped() : next);
        }
        position++;
        return value.toString();
    }

    private char escaped() {
        char code = peek();
        position++;
        return switch (code) {
            case '"', '\\', '/' -> code;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("no such escape");
        };
    }

    private char unicode() {
        if (position + 4 > text.length()) {
            throw fault("text ends early");
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(position++), 16);
            if (digit < 0) {
                throw fault("not a hexadecimal digit");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private JsonValue word(String word, JsonValue value) {
        if (!text.startsWith(word, position)) {
            throw fault("not a value");
        }
        position += word.length();
        return value;
    }

    private JsonValue number() {
        int start = position;
        take('-');
        int digits = digits();
        boolean leadingZero = digits > 1 && text.charAt(position - digits) == '0';
        boolean broken = digits == 0 || leadingZero;
        if (take('.')) {
            broken |= digits() == 0;
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            broken |= digits() == 0;
        }
        if (broken) {
            throw fault("not a value");
        }
        return new JsonNumber(text.substring(start, position));
    }

    private int digits() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position - start;
    }

    private boolean take(char wanted) {
        boolean there = position < text.length() && text.charAt(position) == wanted;
        position += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw fault("expected " + wanted);
        }
        position++;
    }

    private char peek() {
        if (position >= text.length()) {
            throw fault("text ends early");
        }
        return text.charAt(position);
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private JsonException fault(String statement) {
        return new JsonException(statement, position);
    }
}
