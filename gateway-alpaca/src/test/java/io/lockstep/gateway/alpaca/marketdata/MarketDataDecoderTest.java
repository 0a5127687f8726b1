package io.lockstep.gateway.alpaca.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.gateway.alpaca.FakePublisher;
import io.lockstep.gateway.alpaca.TestInstruments;
import io.lockstep.gateway.alpaca.wire.Symbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketDataDecoderTest {
    private static final String TRADE =
            "[{'T':'t','S':'SPY','i':7,'x':'V','p':707.64,'s':120,'c':['@'],'z':'C','t':'2026-09-16T12:44:06Z'}]";
    private static final String QUOTE = "[{'T':'q','S':'SPY','bx':'V','bp':%d,'bs':100,'ax':'V','ap':%d,'as':200,"
            + "'c':['R'],'z':'C','t':'2026-09-16T12:44:06Z'}]";

    private final FakePublisher publisher = new FakePublisher();
    private final FakeControl control = new FakeControl();
    private final DecodeCounters counters = new DecodeCounters();
    private MarketDataDecoder decoder = decoder(List.of("SPY", "BTC/USD"));

    @Test
    void shouldDecodeEveryKnownFrameAsTheOracleDoes() {
        List<JsonNode> frames = serverFrames();
        List<String> symbols = symbolsOf(frames);
        MarketDataOracle oracle = new MarketDataOracle(symbols);
        decoder = decoder(symbols);

        for (JsonNode frame : frames) {
            String raw = frame.get("raw").asText();
            control.told.clear();
            decode(raw);

            List<String> events = publisher.drain();
            String kind = frame.get("kind").asText();
            assertThat(events).as(kind).isEqualTo(oracle.expect(raw));
            boolean isControl = kind.matches("(success|error|subscription).*");
            assertThat(control.told).as(kind).hasSize(isControl ? 1 : 0);
        }
        assertThat(counters.get(DecodeIssue.FAULTY_FRAME)).isZero();
        assertThat(counters.get(DecodeIssue.INCOMPLETE)).isZero();
        assertThat(counters.get(DecodeIssue.UNKNOWN_TYPE)).isZero();
        assertThat(counters.get(DecodeIssue.NOT_USED)).isEqualTo(1);
    }

    @Test
    void shouldDecodeTheSameFramesWithTheirKeysInAnyOrder() {
        List<JsonNode> frames = serverFrames();
        List<String> symbols = symbolsOf(frames);
        long seed = 3;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            MarketDataOracle oracle = new MarketDataOracle(symbols);
            decoder = decoder(symbols);
            for (JsonNode frame : frames) {
                String raw = frame.get("raw").asText();
                decode(shuffled(MarketDataOracle.read(raw), random));

                assertThat(publisher.drain()).as("seed=%d %s", seed, raw).isEqualTo(oracle.expect(raw));
            }
        }
        assertThat(counters.get(DecodeIssue.FAULTY_FRAME)).isZero();
    }

    @Test
    void shouldReportControlMessages() {
        decode("[{'T':'success','msg':'connected'}]");
        decode("[{'T':'success','msg':'authenticated'}]");
        decode("[{'T':'error','code':406,'msg':'connection limit exceeded'}]");
        decode("[{'T':'subscription','trades':['AAPL'],'quotes':[],'corrections':['AAPL'],'cancelErrors':['AAPL']}]");
        decode("[{'T':'subscription'}]");

        assertThat(control.told)
                .containsExactly(
                        "connected",
                        "authenticated",
                        "error 406 connection limit exceeded",
                        "subscription {TRADES=[AAPL], QUOTES=[], CORRECTIONS=[AAPL], CANCEL_ERRORS=[AAPL]}",
                        "subscription {}");
    }

    @Test
    void shouldPublishADailyBarOnlyWhenAnotherDayBegins() {
        String bar = "[{'T':'d','S':'SPY','o':1,'h':4,'l':1,'c':%d,'v':9,'t':'2026-09-%sT04:00:00Z','n':5,'vw':2}]";

        decode(bar.formatted(2, "15"));
        decode(bar.formatted(3, "15"));
        assertThat(publisher.drain()).isEmpty();
        decode(bar.formatted(4, "16"));

        assertThat(publisher.drain()).containsExactly("bar 0 86400s 1789444800000000000 1 4 1 3 v=9 n=5 notional=18");
    }

    @Test
    void shouldKeepAHaltWhenPriceBandsCome() {
        decode("[{'T':'s','S':'SPY','sc':'2','sm':'','rc':'M','rm':'','t':'2026-09-16T14:00:00Z','z':'B'}]");
        decode("[{'T':'l','S':'SPY','u':3.24,'d':2.65,'i':'B','t':'2026-09-16T14:00:01Z','z':'B'}]");
        decode("[{'T':'s','S':'SPY','sc':'E','sm':'','rc':'','rm':'','t':'2026-09-16T14:00:02Z','z':'B'}]");
        decode("[{'T':'s','S':'SPY','sc':'3','sm':'','rc':'','rm':'','t':'2026-09-16T14:05:00Z','z':'B'}]");

        assertThat(publisher.drain())
                .containsExactly(
                        "status 0 1789567200000000000 HALTED down=- up=- M",
                        "status 0 1789567201000000000 HALTED down=2.65 up=3.24 B",
                        "status 0 1789567202000000000 HALTED down=2.65 up=3.24 E",
                        "status 0 1789567500000000000 TRADING down=2.65 up=3.24 3");
    }

    @Test
    void shouldSplitALargeBookIntoParts() {
        StringBuilder frame = new StringBuilder("[{'T':'o','S':'BTC/USD','t':'2024-03-12T10:38:50Z','b':[");
        frame.append(levels(70)).append("],'a':[").append(levels(60)).append("],'r':true}]");

        decode(frame.toString());

        List<String> parts = publisher.drain();
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0)).contains("SNAPSHOT #1 part=0 b1x1").doesNotContain("last");
        assertThat(parts.get(1)).contains("SNAPSHOT #1 part=1 b51x1", " a1x1").doesNotContain("last");
        assertThat(parts.get(2)).contains("SNAPSHOT #1 part=2 last a31x1");
    }

    @Test
    void shouldKeepTheNewestQuoteWhileTheRingIsFull() {
        publisher.room(0);
        decode(QUOTE.formatted(1, 2));
        decode(QUOTE.formatted(3, 4));
        publisher.room(10);
        decoder.flush();

        assertThat(publisher.drain()).containsExactly("quote 0 1789562646000000000 3 x 100 / 4 x 200 conflated");
        assertThat(counters.get(DecodeIssue.CONFLATED)).isEqualTo(1);
    }

    @Test
    void shouldReportAGapForATradeThatFoundNoRoom() {
        publisher.room(0);
        decode(TRADE);
        decode(TRADE);
        publisher.room(10);
        decode(TRADE);

        assertThat(publisher.drain())
                .containsExactly("gap 0 DATA_LOST", "trade 0 1789562646000000000 id=7 707.64 x 120 NONE {}");
        assertThat(counters.get(DecodeIssue.DROPPED)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN_SYMBOL | [{'T':'t','S':'ZZZ','i':1,'p':1,'s':1,'t':'2026-09-16T12:44:06Z'}]",
                "UNKNOWN_TYPE | [{'T':'w','S':'SPY'}]",
                "UNKNOWN_TYPE | [{'S':'SPY'}]",
                "UNKNOWN_TYPE | [{'T':'success','msg':'hello'}]",
                "INCOMPLETE | [{'T':'t','S':'SPY','i':1,'s':1,'t':'2026-09-16T12:44:06Z'}]",
                "INCOMPLETE | [{'T':'t','S':'SPY','i':1,'p':1,'s':1,'t':'yesterday'}]",
                "INCOMPLETE | [{'T':'q','S':'SPY','bp':1,'bs':1,'ap':2,'t':'2026-09-16T12:44:06Z'}]",
                "INCOMPLETE | [{'T':'o','S':'BTC/USD','t':'2026-09-16T12:44:06Z','b':[{'p':1}],'a':[]}]",
                "INCOMPLETE | [{'T':'n','id':1,'headline':'','created_at':'2026-09-16T12:44:06Z','symbols':[]}]",
                "FAULTY_FRAME | [{'T':'t','S':'SPY','i':1,'p':1,'s':1,'t':'2026-0",
                "FAULTY_FRAME | {'T':'error'}"
            })
    void shouldNameWhyAMessageMakesNoEvent(DecodeIssue issue, String frame) {
        decode(frame);

        assertThat(publisher.drain()).isEmpty();
        assertThat(counters.get(issue)).isEqualTo(1);
    }

    @Test
    void shouldCountAnUnknownConditionAndTakeThePrintAsVolumeOnly() {
        decode(TRADE.replace("'@'", "'@','?'"));

        assertThat(publisher.drain())
                .containsExactly("trade 0 1789562646000000000 id=7 707.64 x 120 NONE {noHighLow,noOpenClose}");
        assertThat(counters.get(DecodeIssue.UNKNOWN_CONDITION)).isEqualTo(1);
    }

    @Test
    void shouldCutALongHeadlineBetweenTwoCharacters() {
        decode("[{'T':'n','id':1,'headline':'" + "\u20ac".repeat(300)
                + "','created_at':'2026-09-16T12:44:06Z','symbols':['ZZZ'],'source':'benzinga'}]");

        assertThat(publisher.drain()).containsExactly("news - 1 1789562646000000000 benzinga " + "\u20ac".repeat(266));
    }

    @Test
    void shouldTakeARegularTradeAfterAReconnectAsTheEndOfAHalt() {
        decode("[{'T':'s','S':'SPY','sc':'H','t':'2026-09-16T12:44:00Z','z':'C'}]");
        decode(TRADE);
        assertThat(publisher.drain()).hasSize(2).noneMatch(line -> line.contains("TRADED"));

        decoder.resume();
        decode(TRADE.replace("'i':7", "'i':8").replace("'@'", "'Z'"));
        assertThat(publisher.drain()).singleElement().asString().startsWith("trade");
        decode(TRADE.replace("'i':7", "'i':9"));

        assertThat(publisher.drain())
                .satisfiesExactly(
                        trade -> assertThat(trade).startsWith("trade"),
                        status -> assertThat(status)
                                .startsWith("status 0")
                                .contains(" TRADING ")
                                .endsWith(" TRADED"));
    }

    @Test
    void shouldSurviveAnyDamageToAFrame() {
        List<JsonNode> frames = serverFrames();
        decoder = decoder(symbolsOf(frames));
        publisher.forget();
        long seed = 99;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = frames.get(random.nextInt(frames.size()))
                    .get("raw")
                    .asText()
                    .getBytes(UTF_8);
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(bytes.length + 1);

            decoder.decode(bytes, 0, length, i);
        }
        assertThat(counters.get(DecodeIssue.FAULTY_FRAME)).as("seed=%d", seed).isGreaterThan(10_000);
    }

    @Test
    void shouldNotAllocateForTradesQuotesBarsAndBooks() {
        byte[][] frames = {
            bytes(TRADE.replace("120,", "29.205707815,").replace("'i':7", "'i':1000000")),
            bytes(QUOTE.formatted(1, 2)),
            bytes(
                    "[{'T':'b','S':'SPY','o':1.5,'h':4,'l':1,'c':2,'v':9,'t':'2026-09-15T14:00:00Z','n':5,'vw':2.1234567891}]"),
            bytes("[{'T':'o','S':'BTC/USD','t':'2024-03-12T10:38:50Z','b':[" + levels(3) + "],'a':[],'r':true}]"),
            bytes("[{'T':'l','S':'SPY','u':3.24,'d':2.65,'i':'B','t':'2023-04-06T13:34:45Z','z':'C'}]")
        };
        int idEnd = TRADE.indexOf("'i':7") + "'i':1000000".length();
        publisher.forget();

        long allocated = AllocationMeter.bytes(200_000, i -> {
            for (int digit = 1, rest = i; digit <= 6; digit++, rest /= 10) {
                frames[0][idEnd - digit] = (byte) ('0' + rest % 10);
            }
            decoder.decode(frames[i % frames.length], 0, frames[i % frames.length].length, i);
        });

        assertThat(allocated).isZero();
        assertThat(publisher.published()).isGreaterThanOrEqualTo(360_000);
    }

    private MarketDataDecoder decoder(List<String> symbols) {
        return new MarketDataDecoder(new Symbols(TestInstruments.of(symbols)), publisher, control, counters);
    }

    private void decode(String frame) {
        byte[] bytes = bytes(frame);
        decoder.decode(bytes, 0, bytes.length, 1);
    }

    private static byte[] bytes(String frame) {
        return (frame.indexOf('"') < 0 ? frame.replace('\'', '"') : frame).getBytes(UTF_8);
    }

    private static String levels(int count) {
        return String.join(
                ",",
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> "{'p':" + i + ",'s':1}")
                        .toList());
    }

    private static List<JsonNode> serverFrames() {
        return SharedData.lines("data/alpaca/frames/market-data-frames.jsonl").stream()
                .map(MarketDataOracle::read)
                .filter(line -> line.get("dir").asText().equals("S>C"))
                // a running daily bar makes no event until the next day
                .filter(line -> !line.get("kind").asText().startsWith("d."))
                .toList();
    }

    private static List<String> symbolsOf(List<JsonNode> frames) {
        TreeSet<String> symbols = new TreeSet<>(List.of("CRSR"));
        frames.forEach(frame -> MarketDataOracle.read(frame.get("raw").asText()).forEach(message -> {
            if (message.has("S")) {
                symbols.add(message.get("S").asText());
            }
        }));
        return List.copyOf(symbols);
    }

    private static String shuffled(JsonNode node, Random random) {
        List<String> members = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> members.add(shuffled(element, random)));
            return "[" + String.join(", ", members) + "]";
        }
        if (!node.isObject()) {
            return node.toString();
        }
        node.fields().forEachRemaining(f -> members.add("\"" + f.getKey() + "\" : " + shuffled(f.getValue(), random)));
        Collections.shuffle(members, random);
        return "{" + String.join(",", members) + "}";
    }
}
