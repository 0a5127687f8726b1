package io.lockstep.simulator.alpaca.api;

import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonBoolean;
import io.lockstep.simulator.json.JsonValue.JsonNull;
import io.lockstep.simulator.json.JsonValue.JsonNumber;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonValue.JsonText;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what clients send as MessagePack: maps, lists, texts, numbers and flags; they send nothing else. */
public final class MsgPackReader {
    private static final int MAX_DEPTH = 16;

    private final ByteBuffer in;

    private MsgPackReader(byte[] payload) {
        this.in = ByteBuffer.wrap(payload);
    }

    /**
     * Reads a message.
     *
     * @throws JsonException if it is none
     */
    public static JsonValue read(byte[] payload) {
        MsgPackReader reader = new MsgPackReader(payload);
        try {
            return reader.value(0);
        } catch (BufferUnderflowException e) {
            throw new JsonException("message ends early", payload.length);
        }
    }

    private JsonValue value(int depth) {
        int code = in.get() & 0xff;
        if (depth > MAX_DEPTH) {
            throw fault("nested too deep");
        }
        if (code < 0x80) {
            return new JsonNumber(String.valueOf(code));
        }
        if (code < 0x90) {
            return map(code & 0x0f, depth);
        }
        if (code < 0xa0) {
            return list(code & 0x0f, depth);
        }
        if (code < 0xc0) {
            return text(code & 0x1f);
        }
        return code >= 0xe0 ? new JsonNumber(String.valueOf((byte) code)) : coded(code, depth);
    }

    private JsonValue coded(int code, int depth) {
        return switch (code) {
            case 0xc0 -> new JsonNull();
            case 0xc2, 0xc3 -> new JsonBoolean(code == 0xc3);
            case 0xc4, 0xd9 -> text(in.get() & 0xff);
            case 0xc5, 0xda -> text(in.getShort() & 0xffff);
            case 0xdb -> text(in.getInt());
            case 0xca -> new JsonNumber(String.valueOf(in.getFloat()));
            case 0xcb -> new JsonNumber(String.valueOf(in.getDouble()));
            case 0xcc -> new JsonNumber(String.valueOf(in.get() & 0xff));
            case 0xcd -> new JsonNumber(String.valueOf(in.getShort() & 0xffff));
            case 0xce -> new JsonNumber(Integer.toUnsignedString(in.getInt()));
            case 0xcf -> new JsonNumber(Long.toUnsignedString(in.getLong()));
            case 0xd0 -> new JsonNumber(String.valueOf(in.get()));
            case 0xd1 -> new JsonNumber(String.valueOf(in.getShort()));
            case 0xd2 -> new JsonNumber(String.valueOf(in.getInt()));
            case 0xd3 -> new JsonNumber(String.valueOf(in.getLong()));
            case 0xdc -> list(in.getShort() & 0xffff, depth);
            case 0xdd -> list(in.getInt(), depth);
            case 0xde -> map(in.getShort() & 0xffff, depth);
            case 0xdf -> map(in.getInt(), depth);
            default -> throw fault("no such code " + code);
        };
    }

    private JsonValue text(int length) {
        if (length < 0 || length > in.remaining()) {
            throw fault("message ends early");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new JsonText(new String(bytes, StandardCharsets.UTF_8));
    }

    private JsonValue list(int length, int depth) {
        if (length < 0 || length > in.remaining()) {
            throw fault("message ends early");
        }
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(value(depth + 1));
        }
        return new JsonArray(items);
    }

    private JsonValue map(int length, int depth) {
        if (length < 0 || length > in.remaining()) {
            throw fault("message ends early");
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            JsonValue name = value(depth + 1);
            members.put(String.valueOf(name.scalar()), value(depth + 1));
        }
        return new JsonObject(members);
    }

    private JsonException fault(String statement) {
        return new JsonException(statement, in.position());
    }
}
