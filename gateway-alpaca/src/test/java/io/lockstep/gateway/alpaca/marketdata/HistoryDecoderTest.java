package io.lockstep.gateway.alpaca.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.testing.SharedData;
import io.lockstep.gateway.alpaca.FakePublisher;
import io.lockstep.gateway.alpaca.TestInstruments;
import io.lockstep.gateway.alpaca.wire.Symbols;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryDecoderTest {
    private static final String FOLDER = "data/alpaca/alpaca-trade-api-go/marketdata_rest__";
    private static final String LIVE =
            "[{\"T\":\"t\",\"S\":\"SPY\",\"i\":7,\"x\":\"V\",\"p\":707.64,\"s\":120,\"c\":[\"@\"],\"z\":\"B\",\"t\":\"2026-09-16T12:44:06Z\"}]";

    private final FakePublisher publisher = new FakePublisher();
    private final DecodeCounters counters = new DecodeCounters();
    private final MarketDataDecoder decoder = new MarketDataDecoder(
            new Symbols(TestInstruments.of(List.of("SPY", "F", "GE", "A", "IBM", "AAPL"))),
            publisher,
            new FakeControl(),
            counters);
    private final HistoryDecoder history = decoder.history();

    @Test
    void shouldPublishRecordedTradesOnce() {
        byte[] page = page("TestGetMultiTrades__1.json");

        history.page(page, page.length, 1);
        List<String> first = publisher.drain();
        history.page(page, page.length, 2);

        assertThat(first).isNotEmpty().allMatch(line -> line.startsWith("trade 1 ") || line.startsWith("trade 2 "));
        assertThat(publisher.drain()).isEmpty();
        assertThat(counters.get(DecodeIssue.DUPLICATE_TRADE)).isEqualTo(first.size());
    }

    @Test
    void shouldLeaveOutRecordedTradesThatWereUndone() {
        byte[] page = page("TestGetTrades_Update__1.json");

        assertThat(history.page(page, page.length, 1)).isEmpty();

        assertThat(publisher.drain()).isEmpty();
        assertThat(counters.get(DecodeIssue.WITHDRAWN_TRADE)).isEqualTo(2);
    }

    @Test
    void shouldNotRepeatWhatCameLive() {
        byte[] live = LIVE.getBytes(UTF_8);
        decoder.decode(live, 0, live.length, 1);
        publisher.drain();

        page(
                "{\"trades\":{\"SPY\":[{\"i\":7,\"x\":\"V\",\"p\":707.64,\"s\":120,\"t\":\"2026-09-16T12:44:06Z\"},"
                        + "{\"i\":7,\"x\":\"Q\",\"p\":707.7,\"s\":1,\"t\":\"2026-09-16T12:44:07Z\"}]},\"next_page_token\":\"abc\"}",
                "abc");

        assertThat(publisher.drain()).singleElement().asString().contains(" id=7 707.7 x 1 ");
        assertThat(history.lastTradeNs(0)).isEqualTo(1_789_562_647_000_000_000L);
    }

    @Test
    void shouldPublishOnlyBarsBehindTheLast() {
        page(
                "{\"bars\":{\"SPY\":[{\"o\":1,\"h\":4,\"l\":1,\"c\":2,\"v\":9,\"t\":\"2026-09-15T14:00:00Z\",\"n\":5,\"vw\":2}]},\"next_page_token\":null}",
                "");
        publisher.drain();

        page(
                "{\"bars\":{\"SPY\":[{\"o\":1,\"h\":4,\"l\":1,\"c\":2,\"v\":9,\"t\":\"2026-09-15T14:00:00Z\",\"n\":5,\"vw\":2},"
                        + "{\"o\":2,\"h\":5,\"l\":2,\"c\":3,\"v\":9,\"t\":\"2026-09-15T14:01:00Z\",\"n\":5,\"vw\":3}],\"ZZZ\":[{}]},\"next_page_token\":null}",
                "");

        assertThat(publisher.drain()).singleElement().asString().startsWith("bar 0 60s 1789480860000000000 2 5 2 3 ");
        assertThat(counters.get(DecodeIssue.UNKNOWN_SYMBOL)).isEqualTo(1);
    }

    @Test
    void shouldSayThatAPageBreaksOff() {
        page("{\"trades\":{\"SPY\":[{\"i\":7", HistoryDecoder.UNREADABLE);
        page("<html>", HistoryDecoder.UNREADABLE);
    }

    private void page(String body, String next) {
        byte[] bytes = body.getBytes(UTF_8);
        assertThat(history.page(bytes, bytes.length, 1)).isEqualTo(next);
    }

    private static byte[] page(String file) {
        return String.join("", SharedData.lines(FOLDER + file)).getBytes(UTF_8);
    }
}
