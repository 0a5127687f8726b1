package io.lockstep.gateway.binance.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventEncoderTest {
    private final List<String> stories = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final FakePublisher publisher = new FakePublisher(event -> {
        stories.add(EventText.of(event));
        lengths.add(event.length());
    });
    private final EventEncoder encoder = new EventEncoder(publisher);

    @ParameterizedTest
    @CsvSource({"0,0,1", "58,0,1", "0,58,1", "29,29,1", "30,29,2", "59,0,2", "0,59,2", "58,58,2", "1000,1000,35"})
    void shouldSplitALongDepthMessageIntoPartsThatFit(int bids, int asks, int parts) {
        DepthMessage depth = depth(bids, asks);

        assertThat(encoder.onDepth(depth, 7)).isTrue();

        assertThat(stories).hasSize(parts);
        assertThat(encoder.published()).isEqualTo(parts);
        assertThat(lengths).allMatch(length -> length <= RecordLayout.MAX_LENGTH);
        assertThat(levels(stories)).isEqualTo(levels(depth));
        for (int i = 0; i < parts; i++) {
            String last = i == parts - 1 ? " last" : "";
            assertThat(stories.get(i)).startsWith("depth 3 DELTA part=" + i + last + " 5 U=10 u=20 pu=9");
        }
    }

    @Test
    void shouldRefuseDepthAndTradesWhenTheRingIsFull() {
        publisher.room(1);

        assertThat(encoder.onDepth(depth(40, 40), 7)).isFalse();
        assertThat(encoder.onTrade(new TradeMessage(), 7)).isFalse();

        assertThat(stories).singleElement().asString().doesNotContain(" last ");
        assertThat(encoder.refused()).isEqualTo(1);
        assertThat(encoder.depthRefused()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheNewestQuoteOfEachInstrumentWhileTheRingIsFull() {
        publisher.room(0);
        encoder.onQuote(quote(1, 100), 11);
        encoder.onQuote(quote(2, 200), 12);
        encoder.onQuote(quote(1, 101), 13);
        encoder.onQuote(quote(1, 102), 14);
        publisher.room(10);

        encoder.onQuote(quote(3, 300), 15);

        assertThat(stories)
                .containsExactly(
                        "quote 1 conflated 0 u=102 0x0 0x0", "quote 2 0 u=200 0x0 0x0", "quote 3 0 u=300 0x0 0x0");
        assertThat(encoder.conflated()).isEqualTo(2);
        assertThat(encoder.refused()).isZero();
    }

    @Test
    void shouldNotLetALaterEventPassAWaitingQuote() {
        publisher.room(0);
        encoder.onQuote(quote(1, 100), 11);
        publisher.room(1);

        assertThat(encoder.onTrade(new TradeMessage(), 12)).isFalse();
        assertThat(stories).containsExactly("quote 1 0 u=100 0x0 0x0");

        publisher.room(1);
        assertThat(encoder.onTrade(new TradeMessage(), 13)).isTrue();
    }

    @Test
    void shouldGiveEqualEventsEqualBytesWhateverTheSlotHeldBefore() {
        List<byte[]> records = new ArrayList<>();
        EventEncoder dirty = new EventEncoder(FakePublisher.recording(records));
        QuoteMessage quote = quote(1, 100);
        TradeMessage trade = new TradeMessage().price(1).quantity(2);

        dirty.onQuote(quote, 1);
        dirty.onTrade(trade, 1);
        dirty.onDepth(depth(5, 5), 1);
        dirty.publishGap(-1, -1, -1, "x", -1);
        dirty.onQuote(quote, 1);
        dirty.onTrade(trade, 1);
        dirty.onDepth(depth(5, 5), 1);

        assertThat(records.subList(4, 7)).usingRecursiveComparison().isEqualTo(records.subList(0, 3));
    }

    @Test
    void shouldSayWhatIsMissingInAGap() {
        encoder.publishGap(4, 10, FixedPoint.NULL, "DROPPED", 9);

        assertThat(stories).containsExactly("gap 4 expected=10 received=" + Long.MIN_VALUE + " DROPPED");
    }

    private static QuoteMessage quote(int instrumentId, long updateId) {
        return new QuoteMessage().instrumentId(instrumentId).updateId(updateId);
    }

    private static DepthMessage depth(int bids, int asks) {
        DepthMessage depth = new DepthMessage();
        depth.clear();
        depth.instrumentId(3);
        depth.exchangeTimeNs(5);
        depth.updateIds(10, 20, 9);
        for (int i = 0; i < bids; i++) {
            depth.bids().add(1_000_000 - i, i);
        }
        for (int i = 0; i < asks; i++) {
            depth.asks().add(1_000_001 + i, i + 1);
        }
        return depth;
    }

    private static String levels(List<String> parts) {
        StringBuilder levels = new StringBuilder();
        for (String part : parts) {
            int from = part.indexOf(' ', part.indexOf("pu="));
            levels.append(from < 0 ? "" : part.substring(from));
        }
        return levels.toString();
    }

    private static String levels(DepthMessage depth) {
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < depth.bids().size(); i++) {
            levels.append(" b")
                    .append(depth.bids().price(i))
                    .append('x')
                    .append(depth.bids().quantity(i));
        }
        for (int i = 0; i < depth.asks().size(); i++) {
            levels.append(" a")
                    .append(depth.asks().price(i))
                    .append('x')
                    .append(depth.asks().quantity(i));
        }
        return levels.toString();
    }
}
