package io.lockstep.gateway.binance.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Quotes and book changes are read by a scanner of their own where they have the venues' plain form. A blank before the first brace sends
 * the same frame the general way: both must say the same of every frame, sound or damaged.
 */
class PlainFormTest {
    private static final long SEED = 20261121;
    private static final List<String> STREAMS = List.of("btcusdt@bookTicker", "ethusdt@depth@100ms", "btcusdt@trade");

    @ParameterizedTest
    @ValueSource(strings = {"spot-book-ticker", "spot-depth-update", "usdm-book-ticker", "usdm-depth-update"})
    void shouldSayTheSameAsTheGeneralWayOfEveryDamagedFrame(String payload) {
        Random random = new Random(SEED);
        String text = MarketDataDecoderTest.payload(payload);
        Ways ways = new Ways(payload.startsWith("usdm") ? Product.USDM : Product.SPOT);

        for (int i = 0; i < 60_000; i++) {
            String wrapped = random.nextBoolean() ? text : "{\"stream\":\"btcusdt@bookTicker\",\"data\":" + text + "}";
            ways.check(damage(wrapped.getBytes(UTF_8), random));
        }

        assertThat(ways.delivered).isGreaterThan(100);
    }

    @Test
    void shouldReadNumbersOfEveryLengthAsTheGeneralWayDoes() {
        Random random = new Random(SEED);
        Ways ways = new Ways(Product.SPOT);

        for (int i = 0; i < 60_000; i++) {
            String frame = "{\"u\":" + digits(random, 20) + ",\"s\":\"BTCUSDT\",\"b\":\"" + decimal(random)
                    + "\",\"B\":\"" + decimal(random) + "\",\"a\":\"" + decimal(random) + "\",\"A\":\""
                    + decimal(random) + "\"}";
            ways.check(frame.getBytes(UTF_8));
        }

        assertThat(ways.delivered).isGreaterThan(10_000);
    }

    @Test
    void shouldNotReadOnIntoWhatFollowsATruncatedFrame() {
        Ways ways = new Ways(Product.SPOT);
        byte[] whole = MarketDataDecoderTest.payload("spot-book-ticker").getBytes(UTF_8);

        for (int length = 1; length < whole.length; length++) {
            assertThat(ways.decoder.decode(new UnsafeBuffer(whole), 0, length, 1))
                    .isEqualTo(DecodeOutcome.MALFORMED);
        }

        assertThat(ways.stories).isEmpty();
    }

    @Test
    void shouldNameTheStreamOfAFrame() {
        Ways ways = new Ways(Product.SPOT);

        ways.decode("{\"stream\":\"btcusdt@trade\",\"data\":{}}");
        int trade = ways.decoder.lastStream();
        ways.decode("{\"stream\":\"btcusdt@bookTicker\",\"data\":" + MarketDataDecoderTest.payload("spot-book-ticker")
                + "}");
        int quote = ways.decoder.lastStream();
        ways.decode(MarketDataDecoderTest.payload("spot-book-ticker"));

        assertThat(trade).isEqualTo(2);
        assertThat(quote).isZero();
        assertThat(ways.decoder.lastStream()).isNegative();
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        for (int i = random.nextInt(3); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] =
                    (byte) "0123456789.\"\\,:{}[]-eE sbaBAuUTp".charAt(random.nextInt(32));
        }
        return damaged;
    }

    private static String decimal(Random random) {
        String whole = digits(random, 11);
        return random.nextInt(4) == 0 ? whole : whole + '.' + digits(random, random.nextInt(4) == 0 ? 10 : 8);
    }

    private static String digits(Random random, int most) {
        StringBuilder digits = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return random.nextInt(8) == 0 || digits.charAt(0) != '0' ? digits.toString() : "1" + digits.substring(1);
    }

    /** The plain way and the general way of one decoder. */
    private static final class Ways {
        private final List<String> stories = new ArrayList<>();
        private final MarketDataDecoder decoder;
        private int delivered;

        private Ways(Product product) {
            SymbolTable symbols = MarketDataFixture.SYMBOLS;
            EventEncoder encoder = new EventEncoder(new FakePublisher(event -> stories.add(EventText.of(event))));
            decoder = new MarketDataDecoder(product, symbols, encoder, STREAMS);
        }

        private DecodeOutcome decode(String frame) {
            byte[] bytes = frame.getBytes(UTF_8);
            return decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length, 1);
        }

        private void check(byte[] frame) {
            byte[] general = new byte[frame.length + 1];
            general[0] = ' ';
            System.arraycopy(frame, 0, general, 1, frame.length);
            stories.clear();
            DecodeOutcome plainly = decoder.decode(new UnsafeBuffer(frame), 0, frame.length, 1);
            List<String> plainStories = List.copyOf(stories);
            stories.clear();

            DecodeOutcome generally = decoder.decode(new UnsafeBuffer(general), 0, general.length, 1);

            assertThat(plainly)
                    .as("%s, seed %d", new String(frame, UTF_8), SEED)
                    .isEqualTo(generally);
            assertThat(plainStories).as(new String(frame, UTF_8)).isEqualTo(stories);
            delivered += plainly == DecodeOutcome.DELIVERED ? 1 : 0;
        }
    }
}
