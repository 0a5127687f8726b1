package io.lockstep.transport.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random documents, whole and damaged, read by the cursor and by Jackson: both must accept the same ones and see the same. */
class JsonCursorOracleTest {
    private static final String ALPHABET = "{}[]\":,\\ 0123456789-+.eEtrufalsn\n\tu";

    private final JsonCursor cursor = new JsonCursor();
    private final JsonFactory jackson = new JsonFactory();

    @Test
    void shouldSeeWhatJacksonSeesInRandomDocuments() throws IOException {
        long seed = 4711;
        Random random = new Random(seed);

        for (int i = 0; i < 20_000; i++) {
            String json = randomValue(random, 0);

            assertThat(outline(json)).as("%s, seed %d", json, seed).isEqualTo(jacksonOutline(json));
        }
    }

    @Test
    void shouldAcceptAndRefuseAsJacksonDoesWhenBytesAreDamaged() {
        long seed = 4712;
        Random random = new Random(seed);

        for (int i = 0; i < 60_000; i++) {
            // Jackson refuses half a surrogate pair, which the grammar allows
            String json = damage(randomValue(random, 0).replace("\\ud83d\\ude00", "\\u20ac"), random);

            assertThat(accepts(json)).as("%s, seed %d", json, seed).isEqualTo(jacksonAccepts(json));
        }
    }

    private boolean accepts(String json) {
        open(json);
        cursor.skipValue();
        cursor.finish();
        return !cursor.isFaulty();
    }

    /** One value and nothing behind it; Jackson's streaming parser reads a sequence of values. */
    private boolean jacksonAccepts(String json) {
        try (JsonParser parser = jackson.createParser(json.getBytes(US_ASCII))) {
            int depth = 0;
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += depth == 0 ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                parser.getText();
                if (values > 1 && depth == 0 && !token.isStructEnd()) {
                    return false;
                }
            }
            return values > 0 && depth == 0 && topLevelValues(json) == 1;
        } catch (IOException refused) {
            return false;
        }
    }

    private int topLevelValues(String json) throws IOException {
        try (JsonParser parser = jackson.createParser(json.getBytes(US_ASCII))) {
            int values = 0;
            while (parser.nextToken() != null) {
                parser.skipChildren();
                values++;
            }
            return values;
        }
    }

    private String outline(String json) {
        open(json);
        StringBuilder outline = new StringBuilder();
        walk(outline);
        cursor.finish();
        assertThat(cursor.fault()).as(json).isEqualTo(JsonFault.NONE);
        return outline.toString();
    }

    private void walk(StringBuilder outline) {
        switch (cursor.peek()) {
            case '{' -> {
                outline.append('{');
                cursor.beginObject();
                while (cursor.nextKey() != JsonCursor.END) {
                    outline.append(text()).append('=');
                    walk(outline);
                }
                outline.append('}');
            }
            case '[' -> {
                outline.append('[');
                cursor.beginArray();
                while (cursor.nextElement()) {
                    walk(outline);
                }
                outline.append(']');
            }
            case '"' -> {
                cursor.readText();
                outline.append(text()).append(',');
            }
            case 't', 'f' -> outline.append(cursor.readBoolean()).append(',');
            case 'n' -> outline.append(cursor.readNull() ? "null," : "?");
            default -> outline.append(cursor.readLong()).append(',');
        }
    }

    private String jacksonOutline(String json) throws IOException {
        StringBuilder outline = new StringBuilder();
        try (JsonParser parser = jackson.createParser(json.getBytes(UTF_8))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                outline.append(parser.getText());
                outline.append(token == JsonToken.FIELD_NAME ? "=" : token.isScalarValue() ? "," : "");
            }
        }
        return outline.toString();
    }

    private String text() {
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), UTF_8);
    }

    private void open(String json) {
        byte[] utf8 = json.getBytes(UTF_8);
        cursor.wrap(Arrays.copyOf(utf8, utf8.length + 8), 0, utf8.length);
    }

    private static String damage(String json, Random random) {
        StringBuilder damaged = new StringBuilder(json);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, c);
                case 1 -> damaged.setLength(at);
                case 2 -> damaged.replace(at, Math.min(at + 1, damaged.length()), "");
                default -> damaged.replace(at, Math.min(at + 1, damaged.length()), Character.toString(c));
            }
        }
        return damaged.toString();
    }

    private static String randomValue(Random random, int depth) {
        String space = random.nextInt(5) == 0 ? " \n\t\r".substring(random.nextInt(4)) : "";
        int kind = random.nextInt(depth > 3 ? 5 : 9);
        String value = switch (kind) {
            case 0 -> random.nextBoolean() ? "true" : "false";
            case 1 -> "null";
            case 2 -> Integer.toString(random.nextInt(2000) - 1000);
            case 3, 4 -> randomText(random);
            case 5, 6 -> randomArray(random, depth);
            default -> randomObject(random, depth);
        };
        return space + value + space;
    }

    private static String randomArray(Random random, int depth) {
        StringBuilder json = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append(randomValue(random, depth + 1)).append(i > 1 ? "," : "");
        }
        return json.append(']').toString();
    }

    private static String randomObject(Random random, int depth) {
        StringBuilder json = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append(randomText(random)).append(random.nextBoolean() ? ":" : " : ");
            json.append(randomValue(random, depth + 1)).append(i > 1 ? "," : "");
        }
        return json.append('}').toString();
    }

    private static String randomText(Random random) {
        String[] pieces = {
            "e", "E", "pu", "symbol", "\\n", "\\u0041", "\\\"", "\\\\", "", "x y", "\\u00e9", "\\ud83d\\ude00"
        };
        StringBuilder json = new StringBuilder("\"");
        for (int i = random.nextInt(3); i >= 0; i--) {
            json.append(pieces[random.nextInt(pieces.length)]);
        }
        return json.append('"').toString();
    }
}
