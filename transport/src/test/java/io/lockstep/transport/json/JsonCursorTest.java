package io.lockstep.transport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    private final JsonCursor cursor = new JsonCursor();

    @Test
    void shouldReadAnObjectInTheOrderOfItsKeys() {
        List<Object> read = new ArrayList<>();

        open(
                "{ \"p\" : \"12.5\", \"pu\":7 ,\"on\":true,\"off\":false,\"none\":null,\"skip\":{\"a\":[1,{}]},\"s\":\"x\" }");
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'p' -> read.add(cursor.readDecimal());
                case 'p' << 8 | 'u' -> read.add(cursor.readLong());
                case 'o' << 8 | 'n', 'o' << 16 | 'f' << 8 | 'f' -> read.add(cursor.readBoolean());
                case 'n' << 24 | 'o' << 16 | 'n' << 8 | 'e' -> read.add(cursor.readNull());
                case 's' -> read.add(text());
                default -> cursor.skipValue();
            }
        }
        cursor.finish();

        assertThat(cursor.fault()).isEqualTo(JsonFault.NONE);
        assertThat(read).containsExactly(1_250_000_000L, 7L, true, false, true, "x");
    }

    @Test
    void shouldReadNestedArrays() {
        List<Long> prices = new ArrayList<>();

        open("[[\"1\",\"2\"],[ ],[3 , 4]]");
        cursor.beginArray();
        while (cursor.nextElement()) {
            cursor.beginArray();
            while (cursor.nextElement()) {
                prices.add(cursor.readLong());
            }
        }
        cursor.finish();

        assertThat(cursor.fault()).isEqualTo(JsonFault.NONE);
        assertThat(prices).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void shouldFindKeysOfASetAndReportOthersAsUnknown() {
        JsonKeys keys = JsonKeys.of("symbol", "orderId", "s");
        List<Integer> found = new ArrayList<>();

        open("{\"orderId\":1,\"sym\":2,\"\":3,\"s\":4,\"symbo\\u006c\":5,\"E\":6}");
        cursor.beginObject();
        for (int key = cursor.nextKey(keys); key != JsonCursor.END; key = cursor.nextKey(keys)) {
            found.add(key);
            cursor.skipValue();
        }

        assertThat(found).containsExactly(1, JsonKeys.UNKNOWN, JsonKeys.UNKNOWN, 2, 0, JsonKeys.UNKNOWN);
    }

    @Test
    void shouldDelimitAValueForAnotherCursor() {
        open("{\"data\":{\"x\":5},\"stream\":\"a\"}");
        cursor.beginObject();
        cursor.nextKey();
        int from = cursor.position();
        cursor.skipValue();

        JsonCursor inner = new JsonCursor().wrap(cursor.array(), from, cursor.position() - from);
        inner.beginObject();
        inner.nextKey();

        assertThat(inner.readLong()).isEqualTo(5);
        assertThat(inner.nextKey()).isEqualTo(JsonCursor.END);
        inner.finish();
        assertThat(inner.fault()).isEqualTo(JsonFault.NONE);
    }

    @Test
    void shouldReadFromMemoryThatIsNotAnArray() {
        byte[] source = "xx[41]".getBytes(UTF_8);
        UnsafeBuffer direct = new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(source.length));
        direct.putBytes(0, source);

        cursor.wrap(direct, 2, 4).beginArray();
        cursor.nextElement();

        assertThat(cursor.readLong()).isEqualTo(41);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"plain\"|plain",
                "\"\"|``",
                "\"\\\"\\\\\\/\"|\"\\/",
                "\"a\\u0041\\u00e9\\u725b\"|aAé牛",
                "\"\\ud83d\\ude00!\"|😀!",
                "\"\\ud83dx\"|\uFFFDx",
                "\"\\ude00\\ud83d\"|\uFFFD\uFFFD",
                "\"牛来USDT\"|牛来USDT"
            })
    void shouldResolveEscapes(String json, String expected) {
        open(json);

        assertThat(text()).isEqualTo(expected);
        assertThat(cursor.fault()).isEqualTo(JsonFault.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775807,-9223372036854775807",
        "\"17\",17"
    })
    void shouldReadWholeNumbers(String json, long expected) {
        open(json);

        assertThat(cursor.readLong()).isEqualTo(expected);
        assertThat(cursor.fault()).isEqualTo(JsonFault.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808,OVERFLOW",
        "99999999999999999999,OVERFLOW",
        "1.0,TOO_PRECISE",
        "1e3,TOO_PRECISE",
        "01,SYNTAX",
        "-,TRUNCATED",
        "true,WRONG_TYPE",
        "\"x\",SYNTAX",
        "\"1,TRUNCATED",
        "{},WRONG_TYPE"
    })
    void shouldRefuseWhatIsNoWholeNumber(String json, JsonFault expected) {
        open(json);

        assertThat(cursor.readLong()).isZero();
        assertThat(cursor.fault()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{1:2}",
                "tru",
                "trux",
                "nul",
                "1.",
                ".5",
                "+1",
                "01",
                "1e",
                "--1",
                "\"\u0001\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"",
                "[",
                "{",
                "",
                " ",
                "1 1",
                "{} x",
                "[1]]",
                "'a'"
            })
    void shouldRefuseWhatTheGrammarForbids(String json) {
        open(json);
        cursor.skipValue();
        cursor.finish();

        assertThat(cursor.isFaulty()).as(json).isTrue();
    }

    @Test
    void shouldRefuseNestingBeyondTheLimit() {
        open("[".repeat(JsonCursor.MAX_DEPTH) + "]".repeat(JsonCursor.MAX_DEPTH));
        cursor.skipValue();
        cursor.finish();
        assertThat(cursor.fault()).isEqualTo(JsonFault.NONE);

        open("[".repeat(JsonCursor.MAX_DEPTH + 1) + "]".repeat(JsonCursor.MAX_DEPTH + 1));
        cursor.skipValue();
        assertThat(cursor.fault()).isEqualTo(JsonFault.TOO_DEEP);
    }

    @Test
    void shouldRefuseTextsAndNumbersBeyondTheirLimits() {
        assertThat(faultOf("\"" + "a".repeat(JsonCursor.MAX_TEXT_LENGTH) + "\"", JsonCursor::readText))
                .isEqualTo(JsonFault.NONE);
        assertThat(faultOf("\"" + "a".repeat(JsonCursor.MAX_TEXT_LENGTH + 1) + "\"", JsonCursor::readText))
                .isEqualTo(JsonFault.TEXT_TOO_LONG);
        assertThat(faultOf("\"\\n" + "a".repeat(JsonCursor.MAX_TEXT_LENGTH) + "\"", JsonCursor::readText))
                .isEqualTo(JsonFault.TEXT_TOO_LONG);
        assertThat(faultOf("1".repeat(JsonCursor.MAX_NUMBER_LENGTH + 1), JsonCursor::skipValue))
                .isEqualTo(JsonFault.NUMBER_TOO_LONG);
        assertThat(faultOf("0." + "0".repeat(JsonCursor.MAX_NUMBER_LENGTH), JsonCursor::readDecimal))
                .isEqualTo(JsonFault.NUMBER_TOO_LONG);
    }

    @Test
    void shouldKeepTheFirstFaultAndEndEveryLoop() {
        open("{\"a\":tru,\"b\":1}");
        cursor.beginObject();
        cursor.nextKey();
        cursor.readBoolean();

        assertThat(cursor.nextKey()).isEqualTo(JsonCursor.END);
        assertThat(cursor.nextElement()).isFalse();
        assertThat(cursor.readDecimal()).isZero();
        assertThat(cursor.textLength()).isZero();
        assertThat(cursor.fault()).isEqualTo(JsonFault.SYNTAX);
    }

    private JsonFault faultOf(String json, Consumer<JsonCursor> read) {
        open(json);
        read.accept(cursor);
        return cursor.fault();
    }

    private String text() {
        cursor.readText();
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), UTF_8);
    }

    /** Wraps the text between foreign bytes, so that a read beyond its ends is seen. */
    private void open(String json) {
        byte[] utf8 = json.getBytes(UTF_8);
        byte[] framed = new byte[utf8.length + 16];
        java.util.Arrays.fill(framed, (byte) '9');
        System.arraycopy(utf8, 0, framed, 8, utf8.length);
        cursor.wrap(framed, 8, utf8.length);
    }
}
