package io.lockstep.gateway.binance.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.SharedData;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recorded frame, decoded and read by Jackson: field by field the same, and time of receipt kept. */
class CaptureOracleTest {
    private static final String[] SYMBOLS = {
        "BTCUSDT",
        "ETHUSDT",
        "NKNUSDT",
        "BLZETH",
        "LRCBTC",
        "RUNEEUR",
        "SUSHIUSDT",
        "AKROUSDT",
        "KEEPUSDT",
        "CTKUSDT",
        "DOGEUSDT",
        "BNBBTC",
        "LPTUSDT",
        "BNBUSDT",
        "SUIUSDT",
        "BTCUSDT_250926"
    };

    private final SymbolTable symbols = TestInstruments.symbols(SYMBOLS);
    private final List<String> stories = new ArrayList<>();
    private int frames;
    private int delivered;
    private long expectedReceivedNs;
    private final FakePublisher publisher = new FakePublisher(this::collect);
    private final EventEncoder encoder = new EventEncoder(publisher);
    private final MarketDataDecoder spot = new MarketDataDecoder(Product.SPOT, symbols, encoder);
    private final MarketDataDecoder usdm = new MarketDataDecoder(Product.USDM, symbols, encoder);
    private final JacksonOracle spotOracle = new JacksonOracle(false, this::idOf);
    private final JacksonOracle usdmOracle = new JacksonOracle(true, this::idOf);

    @ParameterizedTest
    @CsvSource({
        "hftbacktest/examples_spot_btcusdt_20240808.gz,SPOT,41249",
        "hftbacktest/examples_spot_btcusdt_20240809.gz,SPOT,58325",
        "hftbacktest/examples_usdm_btcusdt_20240808.gz,USDM,93954"
    })
    void shouldDecodeEveryFrameOfALongRecordingAsJacksonDoes(String file, Product product, int expectedFrames) {
        List<String> lines = SharedData.lines("data/binance/" + file);

        for (String line : lines) {
            int space = line.indexOf(' ');
            check(product, line.substring(space + 1), Long.parseLong(line.substring(0, space)), 0);
        }

        assertThat(frames).isEqualTo(expectedFrames);
    }

    @ParameterizedTest
    @CsvSource({
        "BINANCE.ws.1.0.gz,SPOT,265,0",
        "BINANCE_FUTURES.ws.1.0.gz,USDM,1535,0",
        "BINANCE.http.0.0.gz,SPOT,4,2",
        "BINANCE_FUTURES.http.0.0.gz,USDM,4,6"
    })
    void shouldDecodeThinSymbolsOnOneSocketAsJacksonDoes(
            String file, Product product, int expectedFrames, int snapshotInstrument) {
        List<String> lines = SharedData.lines("data/binance/cryptofeed/" + file);

        for (String line : lines) {
            int start = line.indexOf('{');
            if (start >= 0 && !line.startsWith("wss:") && !line.startsWith("configuration")) {
                check(product, line.substring(start), 1, snapshotInstrument);
            }
        }

        assertThat(frames).isEqualTo(expectedFrames);
    }

    @Test
    void shouldDecodeOneOfEachAsJacksonDoes() throws IOException {
        List<String> lines = SharedData.lines("data/binance/one-of-each/one-of-each.jsonl");
        ObjectMapper mapper = new ObjectMapper();

        for (String line : lines) {
            JsonNode row = mapper.readTree(line);
            if (row.get("channel").asText().equals("market")
                    || row.get("type").asText().startsWith("depth-snap")) {
                Product product = row.get("venue").asText().equals("spot") ? Product.SPOT : Product.USDM;
                check(product, row.get("frame").toString(), 1, 0);
            }
        }

        assertThat(frames).isGreaterThan(50);
        assertThat(delivered).isGreaterThan(20);
    }

    @Test
    void shouldDecodeFundingRollOverAsJacksonDoes() {
        for (String line : SharedData.lines("data/binance/fastmm/usdm_mark_price_rollover.jsonl")) {
            check(Product.USDM, line.substring(line.indexOf('{')), 1, 0);
        }
        for (String line : SharedData.lines("data/binance/fastmm/usdm_depth_snapshot_demo.json")) {
            check(Product.USDM, line, 1, 0);
        }

        assertThat(delivered).isEqualTo(13);
    }

    private void check(Product product, String frame, long receivedNs, int defaultInstrument) {
        byte[] bytes = frame.getBytes(UTF_8);
        stories.clear();
        expectedReceivedNs = receivedNs;
        MarketDataDecoder decoder = product == Product.SPOT ? spot : usdm;
        JacksonOracle oracle = product == Product.SPOT ? spotOracle : usdmOracle;

        DecodeOutcome outcome = decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length, receivedNs, defaultInstrument);

        List<String> expected = oracle.stories(frame, defaultInstrument);
        if (!expected.equals(stories)) {
            assertThat(stories).as("%s %s", outcome, frame).isEqualTo(expected);
        }
        if (!expected.isEmpty()) {
            assertThat(outcome).isEqualTo(DecodeOutcome.DELIVERED);
        }
        frames++;
        delivered += expected.size();
    }

    /** Joins the parts of a depth message into the story of the whole. */
    private void collect(EngineEvent event) {
        assertThat(RecordLayout.timeNs(event.buffer(), 0)).isEqualTo(expectedReceivedNs);
        String story = EventText.of(event);
        if (!story.startsWith("depth") || story.contains(" part=0 ")) {
            stories.add(story);
            return;
        }
        String whole = stories.remove(stories.size() - 1);
        assertThat(whole).doesNotContain(" last ");
        String levels = story.substring(story.indexOf(' ', story.indexOf("pu=")));
        stories.add((story.contains(" last ") ? whole.replaceFirst(" part=0 ", " part=0 last ") : whole) + levels);
    }

    private int idOf(String symbol) {
        byte[] bytes = symbol.getBytes(UTF_8);
        return symbols.find(bytes, 0, bytes.length);
    }
}
