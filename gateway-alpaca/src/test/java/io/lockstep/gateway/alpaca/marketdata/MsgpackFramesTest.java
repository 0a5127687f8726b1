package io.lockstep.gateway.alpaca.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.gateway.alpaca.marketdata.msgpack.MsgpackFrames;
import io.lockstep.gateway.alpaca.wire.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

class MsgpackFramesTest {
    private final MsgpackFrames frames = new MsgpackFrames();

    @Test
    void shouldRewriteEveryKnownFrame() throws IOException {
        for (String line : SharedData.lines("data/alpaca/frames/market-data-frames.jsonl")) {
            JsonNode frame =
                    MarketDataOracle.read(MarketDataOracle.read(line).get("raw").asText());
            byte[] packed = pack(frame);

            JsonText json = frames.toJson(packed, 0, packed.length);

            assertThat(normal(MarketDataOracle.read(json.toString()))).isEqualTo(normal(frame));
        }
        assertThat(frames.faulty()).isZero();
    }

    @Test
    void shouldKeepIdsOfSixtyFourBits() throws IOException {
        byte[] packed = pack(MarketDataOracle.read("[18446744073709551615,-9223372036854775808]"));

        assertThat(frames.toJson(packed, 0, packed.length)).hasToString("[18446744073709551615,-9223372036854775808]");
    }

    @Test
    void shouldCountWhatItCannotRead() throws IOException {
        long seed = 5;
        Random random = new Random(seed);
        byte[] packed = pack(MarketDataOracle.read("[{\"T\":\"q\",\"S\":\"SPY\",\"bp\":1.5,\"c\":[\"R\"]}]"));
        for (int i = 0; i < 50_000; i++) {
            byte[] damaged = packed.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            frames.toJson(damaged, 0, random.nextInt(damaged.length));
        }

        assertThat(frames.faulty()).as("seed=%d", seed).isGreaterThan(40_000);
        assertThat(frames.toJson(new byte[] {(byte) 0xC7, 12, 5}, 0, 3).length())
                .isZero();
    }

    private static byte[] pack(JsonNode node) throws IOException {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            pack(packer, "", node);
            return packer.toByteArray();
        }
    }

    private static void pack(MessageBufferPacker packer, String key, JsonNode node) throws IOException {
        if (node.isArray()) {
            packer.packArrayHeader(node.size());
            for (JsonNode element : node) {
                pack(packer, key, element);
            }
        } else if (node.isObject()) {
            packer.packMapHeader(node.size());
            for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                packer.packString(field.getKey());
                pack(packer, field.getKey(), field.getValue());
            }
        } else if (isTime(key)) {
            packer.packTimestamp(OffsetDateTime.parse(node.asText()).toInstant());
        } else if (node.isTextual()) {
            packer.packString(node.asText());
        } else if (node.isBoolean()) {
            packer.packBoolean(node.asBoolean());
        } else if (node.isIntegralNumber()) {
            packer.packBigInteger(node.bigIntegerValue());
        } else {
            packer.packDouble(node.doubleValue());
        }
    }

    /** Texts with times in one form. */
    private static String normal(JsonNode node) {
        StringBuilder text = new StringBuilder();
        normal(text, "", node);
        return text.toString();
    }

    private static void normal(StringBuilder text, String key, JsonNode node) {
        if (node.isContainerNode()) {
            text.append(node.isArray() ? '[' : '{');
            node.fields().forEachRemaining(f -> normal(text, f.getKey(), f.getValue()));
            if (node.isArray()) {
                node.forEach(element -> normal(text, key, element));
            }
            text.append(']');
        } else {
            Instant time = isTime(key) ? OffsetDateTime.parse(node.asText()).toInstant() : null;
            text.append(key)
                    .append('=')
                    .append(time == null ? node.asText() : time)
                    .append(' ');
        }
    }

    private static boolean isTime(String key) {
        return key.equals("t") || key.endsWith("_at");
    }
}
