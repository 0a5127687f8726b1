package io.lockstep.simulator.alpaca.api;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonBoolean;
import io.lockstep.simulator.json.JsonValue.JsonNumber;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonValue.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message as MessagePack (the specification of msgpack.org, "timestamp extension type" included): the shortest form of
 * lengths and whole numbers, other numbers as 64-bit floats, times as the timestamp extension.
 */
public final class MsgPackWriter {
    private static final Set<String> TIMES = Set.of("t", "created_at", "updated_at");
    private static final int TIMESTAMP = -1;
    private static final long MAX_SECONDS_34 = (1L << 34) - 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    private MsgPackWriter() {}

    /** The bytes of a value; texts of members that are times become timestamps. */
    public static byte[] write(JsonValue value) {
        MsgPackWriter writer = new MsgPackWriter();
        writer.value(null, value);
        return writer.out.toByteArray();
    }

    private void value(@Nullable String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            length(object.members().size(), 0x80, 15, 0xde);
            object.members().forEach((key, member) -> {
                text(key);
                value(key, member);
            });
        } else if (value instanceof JsonArray array) {
            length(array.items().size(), 0x90, 15, 0xdc);
            array.items().forEach(item -> value(null, item));
        } else if (value instanceof JsonText text) {
            textOrTime(name, text.value());
        } else if (value instanceof JsonNumber number) {
            number(number.literal());
        } else {
            out.write(value instanceof JsonBoolean flag ? flag.value() ? 0xc3 : 0xc2 : 0xc0);
        }
    }

    private void textOrTime(@Nullable String name, String value) {
        long timeNs = name != null && TIMES.contains(name) ? Rfc3339.parse(value) : FixedPoint.NULL;
        if (timeNs == FixedPoint.NULL) {
            text(value);
        } else {
            time(Math.floorDiv(timeNs, 1_000_000_000L), Math.floorMod(timeNs, 1_000_000_000L));
        }
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 31 && bytes.length < 256) {
            out.write(0xd9);
            out.write(bytes.length);
        } else {
            length(bytes.length, 0xa0, 31, 0xda);
        }
        out.writeBytes(bytes);
    }

    /** A short length is part of the first byte; a longer one follows in two bytes, or in four behind the next code. */
    private void length(int length, int shortCode, int shortMost, int code16) {
        if (length <= shortMost) {
            out.write(shortCode | length);
        } else if (length < 1 << 16) {
            put(code16, 2, length);
        } else {
            put(code16 + 1, 4, length);
        }
    }

    private void number(String literal) {
        if (literal.chars().anyMatch(each -> each == '.' || each == 'e' || each == 'E')) {
            put(0xcb, 8, Double.doubleToRawLongBits(Double.parseDouble(literal)));
            return;
        }
        if (literal.startsWith("-")) {
            negative(Long.parseLong(literal));
        } else {
            unsigned(Long.parseUnsignedLong(literal));
        }
    }

    private void negative(long value) {
        if (value >= -32) {
            out.write((int) value);
        } else if (value >= Integer.MIN_VALUE) {
            put(0xd2, 4, value);
        } else {
            put(0xd3, 8, value);
        }
    }

    private void unsigned(long value) {
        if (value < 0 || value > 0xffff_ffffL) {
            put(0xcf, 8, value);
        } else if (value > 0xffff) {
            put(0xce, 4, value);
        } else if (value > 0xff) {
            put(0xcd, 2, value);
        } else if (value > 0x7f) {
            put(0xcc, 1, value);
        } else {
            out.write((int) value);
        }
    }

    private void time(long seconds, long nanos) {
        if (seconds < 0 || seconds > MAX_SECONDS_34) {
            out.write(0xc7);
            out.write(12);
            put(TIMESTAMP, 4, nanos);
            bytes(8, seconds);
        } else if (nanos == 0 && seconds <= 0xffff_ffffL) {
            out.write(0xd6);
            put(TIMESTAMP, 4, seconds);
        } else {
            out.write(0xd7);
            put(TIMESTAMP, 8, nanos << 34 | seconds);
        }
    }

    private void put(int code, int count, long value) {
        out.write(code);
        bytes(count, value);
    }

    /** The lowest bytes of a value, the highest of them first. */
    private void bytes(int count, long value) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        out.write(all, Long.BYTES - count, count);
    }
}
