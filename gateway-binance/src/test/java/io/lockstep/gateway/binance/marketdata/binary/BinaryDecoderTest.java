package io.lockstep.gateway.binance.marketdata.binary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.EventText;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BinaryDecoderTest {
    private static final long SEED = 20261121;
    private static final long TIME_US = 1_723_161_255_342_000L;
    private static final byte[] QUOTE =
            BinaryFrames.quote("BTCUSDT", TIME_US, 77, 6_183_763, 378_826, 6_183_764, 154_698);
    private static final byte[] TRADES = BinaryFrames.trades(
            "ETHUSDT", TIME_US, new long[] {5, 6_183_763, 2_000, 1}, new long[] {6, 6_183_764, 3_000, 0});
    private static final byte[] CHANGE = BinaryFrames.change(
            "BTCUSDT", TIME_US, 70, 79, new long[][] {{5_565_387, 0}}, new long[][] {{6_183_804, 32_332}, {6_183_900, 1}
            });
    private static final byte[] SNAPSHOT =
            BinaryFrames.snapshot("BTCUSDT", TIME_US, 79, new long[][] {{5_565_387, 100_000}}, new long[][] {});

    private final SymbolTable symbols = TestInstruments.symbols("BTCUSDT", "ETHUSDT");
    private final List<String> stories = new ArrayList<>();
    private final EventEncoder encoder = new EventEncoder(new FakePublisher(event -> stories.add(EventText.of(event))));
    private final BinaryDecoder decoder = new BinaryDecoder(
            symbols, 2, encoder, List.of("btcusdt@bestBidAsk", "ethusdt@trade", "btcusdt@depth", "btcusdt@depth20"));

    static Stream<Arguments> pairs() {
        String quote =
                "{'u':77,'s':'BTCUSDT','b':'61837.63','B':'3.78826','a':'61837.64','A':'1.54698','E':1723161255342}";
        String trades =
                "[{'e':'trade','E':1723161255342,'s':'ETHUSDT','t':5,'p':'61837.63','q':'0.02','T':1723161255342,'m':true},"
                        + "{'e':'trade','E':1723161255342,'s':'ETHUSDT','t':6,'p':'61837.64','q':'0.03','T':1723161255342,'m':false}]";
        String change = "{'e':'depthUpdate','E':1723161255342,'s':'BTCUSDT','U':70,'u':79,'b':[['55653.87','0']],"
                + "'a':[['61838.04','0.32332'],['61839.00','0.00001']]}";
        String snapshot =
                "{'stream':'btcusdt@depth20','data':{'lastUpdateId':79,'E':1723161255342,'bids':[['55653.87','1']],'asks':[]}}";
        return Stream.of(
                Arguments.of(QUOTE, quote, 0),
                Arguments.of(TRADES, trades, 1),
                Arguments.of(CHANGE, change, 2),
                Arguments.of(SNAPSHOT, snapshot, 3));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldSayTheSameAsTheJsonOfTheSameEvent(byte[] frame, String json, int stream) {
        DecodeOutcome outcome = decode(frame);
        List<String> binaryStories = List.copyOf(stories);
        stories.clear();
        byte[] text = json.replace('\'', '"').getBytes(UTF_8);
        new MarketDataDecoder(Product.SPOT, symbols, encoder).decode(new UnsafeBuffer(text), 0, text.length, 9);

        assertThat(outcome).isEqualTo(DecodeOutcome.DELIVERED);
        assertThat(binaryStories).isNotEmpty().isEqualTo(stories);
        assertThat(decoder.lastStream()).isEqualTo(stream);
    }

    @Test
    void shouldPassOverWhatALongerBlockAdds() {
        byte[] longer = new byte[QUOTE.length + 4];
        System.arraycopy(QUOTE, 0, longer, 0, 58);
        System.arraycopy(QUOTE, 58, longer, 62, QUOTE.length - 58);
        longer[0] = 54;

        assertThat(decode(longer)).isEqualTo(DecodeOutcome.DELIVERED);
        assertThat(stories.get(0)).contains("u=77");
    }

    @Test
    void shouldRefuseValuesThatEightDecimalsCannotHold() {
        byte[] tooFine = QUOTE.clone();
        tooFine[24] = -9;
        byte[] tooLarge = QUOTE.clone();
        tooLarge[24] = 9;
        byte[] negative = BinaryFrames.quote("BTCUSDT", TIME_US, 77, -1, 1, 1, 1);

        assertThat(decode(tooFine)).isEqualTo(DecodeOutcome.INVALID_VALUE);
        assertThat(decode(tooLarge)).isEqualTo(DecodeOutcome.INVALID_VALUE);
        assertThat(decode(negative)).isEqualTo(DecodeOutcome.INVALID_VALUE);
        assertThat(stories).isEmpty();
    }

    @Test
    void shouldNameWhatIsNotForUs() {
        byte[] newKind = QUOTE.clone();
        newKind[2] = 20;
        byte[] otherSchema = QUOTE.clone();
        otherSchema[4] = 3;

        assertThat(decode(newKind)).isEqualTo(DecodeOutcome.OTHER_EVENT);
        assertThat(decode(otherSchema)).isEqualTo(DecodeOutcome.MALFORMED);
        assertThat(decode(BinaryFrames.quote("XRPUSDT", TIME_US, 1, 1, 1, 1, 1)))
                .isEqualTo(DecodeOutcome.UNKNOWN_SYMBOL);
        assertThat(decoder.count(DecodeOutcome.UNKNOWN_SYMBOL)).isEqualTo(1);
    }

    @Test
    void shouldSurviveDamageAndDeliverNothingOfACutFrame() {
        Random random = new Random(SEED);
        int refused = 0;
        for (byte[] whole : List.of(QUOTE, TRADES, CHANGE, SNAPSHOT)) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(decode(Arrays.copyOf(whole, length))).isEqualTo(DecodeOutcome.MALFORMED);
            }
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                refused += decode(damaged) == DecodeOutcome.DELIVERED ? 0 : 1;
            }
        }

        assertThat(refused).as("seed %d", SEED).isGreaterThan(10_000);
    }

    @Test
    void shouldAllocateNothing() {
        EventEncoder quiet = new EventEncoder(new FakePublisher(event -> {}));
        BinaryDecoder silent = new BinaryDecoder(symbols, 2, quiet, List.of());
        UnsafeBuffer quote = new UnsafeBuffer(QUOTE);
        UnsafeBuffer change = new UnsafeBuffer(CHANGE);
        UnsafeBuffer trades = new UnsafeBuffer(TRADES);

        long bytes = Allocation.bytesOf(50_000, () -> {
            silent.decode(quote, 0, QUOTE.length, 1);
            silent.decode(change, 0, CHANGE.length, 1);
            silent.decode(trades, 0, TRADES.length, 1);
        });

        assertThat(bytes).isZero();
    }

    private DecodeOutcome decode(byte[] frame) {
        return decoder.decode(new UnsafeBuffer(frame), 0, frame.length, 9);
    }
}
