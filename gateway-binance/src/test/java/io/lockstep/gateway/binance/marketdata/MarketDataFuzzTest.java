package io.lockstep.gateway.binance.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every kind of frame: form does not matter, damage does no harm, nothing is allocated. */
class MarketDataFuzzTest {
    private static final long SEED = 20261121;

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spot-book-ticker",
                "spot-trade",
                "spot-agg-trade",
                "spot-depth-update",
                "spot-partial-depth",
                "spot-depth-snapshot",
                "spot-kline-closed",
                "usdm-book-ticker",
                "usdm-trade",
                "usdm-agg-trade",
                "usdm-depth-update",
                "usdm-partial-depth",
                "usdm-mark-price",
                "usdm-mark-price-all",
                "usdm-book-ticker-batch",
                "usdm-force-order"
            })
    void shouldReadTheSameWhateverTheForm(String payload) throws JsonProcessingException {
        Random random = new Random(SEED);
        MarketDataFixture plain = MarketDataDecoderTest.fixtureOf(payload);
        plain.decode(MarketDataDecoderTest.payload(payload));
        JsonNode tree = mapper.readTree(MarketDataDecoderTest.payload(payload));

        MarketDataFixture changed = MarketDataDecoderTest.fixtureOf(payload);
        for (int i = 0; i < 500; i++) {
            changed.stories.clear();
            String frame = write(tree, random);

            changed.decode(frame);

            assertThat(changed.stories).as("%s, seed %d", frame, SEED).isEqualTo(plain.stories);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spot-book-ticker",
                "spot-trade",
                "spot-agg-trade",
                "spot-depth-update",
                "spot-kline-closed",
                "usdm-depth-update",
                "usdm-mark-price",
                "usdm-mark-price-all",
                "usdm-force-order"
            })
    void shouldSurviveDamageAndAcceptOnlyWhatJacksonAccepts(String payload) {
        Random random = new Random(SEED);
        byte[] whole = MarketDataDecoderTest.payload(payload).getBytes(UTF_8);
        int refused = 0;
        MarketDataFixture fixture = MarketDataDecoderTest.fixtureOf(payload);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = damage(whole, random);

            DecodeOutcome outcome = fixture.decode(damaged);

            if (outcome == DecodeOutcome.MALFORMED) {
                refused++;
            } else if (isAscii(damaged)) {
                assertThat(isJson(damaged))
                        .as("%s %s, seed %d", outcome, new String(damaged, UTF_8), SEED)
                        .isTrue();
            }
        }

        assertThat(refused).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spot-book-ticker", "spot-trade", "spot-agg-trade", "spot-depth-update", "spot-partial-depth",
                "spot-kline-closed", "spot-kline-open", "usdm-book-ticker", "usdm-depth-update", "usdm-mark-price",
                "usdm-mark-price-all", "usdm-book-ticker-batch", "usdm-force-order", "spot-mini-ticker", "subscribed"
            })
    void shouldAllocateNothing(String payload) {
        EventEncoder encoder = new EventEncoder(new FakePublisher(event -> {}));
        Product product = payload.startsWith("usdm") ? Product.USDM : Product.SPOT;
        MarketDataDecoder decoder = new MarketDataDecoder(product, MarketDataFixture.SYMBOLS, encoder);
        byte[] frame = MarketDataDecoderTest.payload(payload).getBytes(UTF_8);
        UnsafeBuffer heap = new UnsafeBuffer(frame);
        UnsafeBuffer direct = new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(frame.length));
        direct.putBytes(0, frame);

        long bytes = Allocation.bytesOf(50_000, () -> {
            decoder.decode(heap, 0, heap.capacity(), 1);
            decoder.decode(direct, 0, direct.capacity(), 1);
        });

        assertThat(bytes).isZero();
    }

    /** Writes a tree with its keys shuffled, foreign keys and white space between them, and letters as escapes. */
    private String write(JsonNode node, Random random) {
        String space = random.nextInt(3) == 0 ? " \n\t\r".substring(random.nextInt(5)) : "";
        if (node.isObject()) {
            List<String> members = new ArrayList<>();
            for (var field : node.properties()) {
                members.add(text(field.getKey(), random) + space + ':' + write(field.getValue(), random));
            }
            if (random.nextInt(2) == 0) {
                members.add("\"unknown\":{\"e\":[1,{\"s\":null},-1.5e3,\"\\\"}\"],\"u\":true}");
                members.add("\"zz\":[[\"1\",\"2\"],[]]");
            }
            Collections.shuffle(members, random);
            return space + '{' + space + String.join(space + ',' + space, members) + space + '}' + space;
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(write(element, random)));
            return space + '[' + String.join(",", elements) + ']' + space;
        }
        return space + (node.isTextual() ? text(node.textValue(), random) : node.toString()) + space;
    }

    private static String text(String value, Random random) {
        boolean number = value.isEmpty() || value.matches("-?[0-9.]+");
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = !number && random.nextInt(6) == 0;
            text.append(escape ? String.format("\\u%04x", (int) c) : Character.toString(c));
        }
        return text.append('"').toString();
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] =
                    (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isJson(byte[] bytes) {
        try (var parser = mapper.createParser(bytes)) {
            parser.readValueAsTree();
            return parser.nextToken() == null;
        } catch (java.io.IOException refused) {
            return false;
        }
    }
}
