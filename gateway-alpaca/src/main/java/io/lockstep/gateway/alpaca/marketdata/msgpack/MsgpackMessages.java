package io.lockstep.gateway.alpaca.marketdata.msgpack;

import io.lockstep.gateway.alpaca.wire.JsonText;
import io.lockstep.transport.json.JsonCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.value.Value;
import org.msgpack.value.ValueFactory;

/** Writes our few control messages as MessagePack, for a stream that was asked to speak it. Stateless, cold path. */
public final class MsgpackMessages {
    private MsgpackMessages() {}

    /**
     * The same message in MessagePack.
     *
     * @param message objects, lists and texts
     */
    public static byte[] of(JsonText message) {
        JsonCursor cursor = new JsonCursor().wrap(message.bytes(), 0, message.length());
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packValue(value(cursor));
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value value(JsonCursor cursor) {
        return switch (cursor.peek()) {
            case '{' -> map(cursor);
            case '[' -> list(cursor);
            default -> text(cursor);
        };
    }

    private static Value map(JsonCursor cursor) {
        ValueFactory.MapBuilder map = ValueFactory.newMapBuilder();
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            Value name = ValueFactory.newString(copy(cursor));
            map.put(name, value(cursor));
        }
        return map.build();
    }

    private static Value list(JsonCursor cursor) {
        List<Value> items = new ArrayList<>();
        cursor.beginArray();
        while (cursor.nextElement()) {
            items.add(value(cursor));
        }
        return ValueFactory.newArray(items);
    }

    private static Value text(JsonCursor cursor) {
        cursor.readText();
        return ValueFactory.newString(copy(cursor));
    }

    private static String copy(JsonCursor cursor) {
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), StandardCharsets.UTF_8);
    }
}
