package io.lockstep.launcher.print;

import io.lockstep.engine.instrument.FixedPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import uk.co.real_logic.sbe.PrimitiveType;
import uk.co.real_logic.sbe.ir.Encoding;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.otf.AbstractTokenListener;
import uk.co.real_logic.sbe.otf.Types;

/** Collects the fields of one message as the schema walks over it. */
final class MessageValues extends AbstractTokenListener {
    private static final String DECIMAL = "E8";
    private static final String TIME = "Ns";
    private static final String HASH = "Hash64";

    private final Deque<Map<String, Object>> open = new ArrayDeque<>();

    void begin(Map<String, Object> target) {
        open.clear();
        open.push(target);
    }

    @Override
    public void onEncoding(Token field, DirectBuffer buffer, int index, Token type, int actingVersion) {
        Encoding encoding = type.encoding();
        if (type.arrayLength() > 1) {
            put(field, array(buffer, index, type));
        } else if (encoding.primitiveType() == PrimitiveType.DOUBLE) {
            put(field, buffer.getDouble(index));
        } else {
            long value = Types.getLong(buffer, index, encoding);
            if (value != encoding.applicableNullValue().longValue()) {
                put(field, number(type, value));
            }
        }
    }

    @Override
    public void onEnum(
            Token field, DirectBuffer buffer, int index, List<Token> tokens, int from, int to, int actingVersion) {
        long value = Types.getLong(buffer, index, tokens.get(from + 1).encoding());
        for (int i = from + 1; i < to; i++) {
            if (tokens.get(i).encoding().constValue().longValue() == value) {
                put(field, tokens.get(i).name());
                return;
            }
        }
    }

    @Override
    public void onBitSet(
            Token field, DirectBuffer buffer, int index, List<Token> tokens, int from, int to, int actingVersion) {
        long bits = Types.getLong(buffer, index, tokens.get(from + 1).encoding());
        List<String> set = new ArrayList<>();
        for (int i = from + 1; i < to; i++) {
            long bit = tokens.get(i).encoding().constValue().longValue();
            if ((bits >> bit & 1) != 0) {
                set.add(tokens.get(i).name());
            }
        }
        put(field, set);
    }

    @Override
    public void onBeginGroup(Token group, int index, int count) {
        Map<String, Object> entry = new LinkedHashMap<>();
        @SuppressWarnings("unchecked") // nobody else writes under a group's name
        List<Object> entries = (List<Object>) current().computeIfAbsent(group.name(), absent -> new ArrayList<>());
        entries.add(entry);
        open.push(entry);
    }

    @Override
    public void onEndGroup(Token group, int index, int count) {
        open.pop();
    }

    @Override
    public void onVarData(Token field, DirectBuffer buffer, int index, int length, Token type) {
        byte[] bytes = new byte[length];
        buffer.getBytes(index, bytes);
        put(field, new String(bytes, StandardCharsets.UTF_8));
    }

    private static Object array(DirectBuffer buffer, int index, Token type) {
        byte[] bytes = new byte[type.arrayLength()];
        buffer.getBytes(index, bytes);
        if (type.encoding().primitiveType() != PrimitiveType.CHAR) {
            return HexFormat.of().formatHex(bytes);
        }
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    private static Object number(Token type, long value) {
        return switch (type.name()) {
            case DECIMAL -> FixedPoint.toBigDecimal(value);
            case TIME -> EventReader.instant(value);
            case HASH -> HexFormat.of().toHexDigits(value);
            default -> value;
        };
    }

    private void put(Token field, Object value) {
        current().put(field.name(), value);
    }

    private Map<String, Object> current() {
        return open.element();
    }
}
