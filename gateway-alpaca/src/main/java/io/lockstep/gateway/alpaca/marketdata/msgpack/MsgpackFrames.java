package io.lockstep.gateway.alpaca.marketdata.msgpack;

import io.lockstep.gateway.alpaca.wire.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/**
 * Rewrites MessagePack frames as the JSON frames they stand for, so that one decoder reads both. For feeds that speak nothing else; the
 * JSON feed is the fast one, this allocates.
 *
 * <p>Numbers are written in full, timestamps (extension -1) as RFC 3339. Owned by the network thread.
 */
public final class MsgpackFrames {
    private static final int MOST_DEPTH = 16;
    private static final int MOST_WHOLE_DIGITS = 18;

    private final JsonText json = new JsonText();
    private long faulty;

    /**
     * Rewrites one frame.
     *
     * @return the JSON text, valid until the next call; empty when the frame could not be read
     */
    public JsonText toJson(byte[] frame, int offset, int length) {
        json.clear();
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(frame, offset, length)) {
            value(unpacker, 0);
        } catch (MessagePackException | IOException e) {
            faulty++;
            json.clear();
        }
        return json;
    }

    /** Frames that could not be read so far. */
    public long faulty() {
        return faulty;
    }

    private void value(MessageUnpacker unpacker, int depth) throws IOException {
        MessageFormat format = unpacker.getNextFormat();
        switch (format.getValueType()) {
            case NIL -> {
                unpacker.unpackNil();
                json.raw("null");
            }
            case BOOLEAN -> json.bool(unpacker.unpackBoolean());
            case INTEGER -> json.raw(unpacker.unpackBigInteger().toString());
            case FLOAT -> json.raw(number(format, unpacker));
            case STRING -> json.text(unpacker.unpackString());
            case BINARY -> throw new IOException("binary value");
            case ARRAY -> array(unpacker, depth);
            case MAP -> map(unpacker, depth);
            case EXTENSION -> timestamp(unpacker);
        }
    }

    private void array(MessageUnpacker unpacker, int depth) throws IOException {
        int size = unpacker.unpackArrayHeader();
        json.open('[');
        for (int i = 0; i < size; i++) {
            value(unpacker, deeper(depth));
        }
        json.close(']');
    }

    private void map(MessageUnpacker unpacker, int depth) throws IOException {
        int size = unpacker.unpackMapHeader();
        json.open('{');
        for (int i = 0; i < size; i++) {
            json.key(unpacker.unpackString());
            value(unpacker, deeper(depth));
        }
        json.close('}');
    }

    private void timestamp(MessageUnpacker unpacker) throws IOException {
        ExtensionTypeHeader header = unpacker.unpackExtensionTypeHeader();
        if (!header.isTimestampType()) {
            throw new IOException("unknown extension: type=" + header.getType());
        }
        Instant time = unpacker.unpackTimestamp(header);
        json.text(DateTimeFormatter.ISO_INSTANT.format(time));
    }

    /** The shortest text that reads back as the same number, without an exponent. */
    private static String number(MessageFormat format, MessageUnpacker unpacker) throws IOException {
        String shortest = format == MessageFormat.FLOAT32
                ? Float.toString(unpacker.unpackFloat())
                : Double.toString(unpacker.unpackDouble());
        if (shortest.endsWith("N") || shortest.endsWith("y")) {
            throw new IOException("not a finite number: value=" + shortest);
        }
        BigDecimal value = new BigDecimal(shortest);
        if (value.precision() - value.scale() > MOST_WHOLE_DIGITS) {
            throw new IOException("number out of range: value=" + shortest);
        }
        return value.toPlainString();
    }

    private static int deeper(int depth) throws IOException {
        if (depth == MOST_DEPTH) {
            throw new IOException("nested too deep: most=" + MOST_DEPTH);
        }
        return depth + 1;
    }
}
