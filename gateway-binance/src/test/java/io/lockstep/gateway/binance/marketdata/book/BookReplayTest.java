package io.lockstep.gateway.binance.marketdata.book;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.SharedData;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.gateway.binance.reference.WeightBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * Real recordings through decoder and synchronizer: no gaps, and a book built from the ring's records alone has the best prices that
 * the venue quoted at the same update id.
 */
class BookReplayTest {
    private static final SymbolTable SYMBOLS = TestInstruments.symbols("BTCUSDT");

    private final TreeMap<Long, List<Long>> quotes = new TreeMap<>();
    private final TreeMap<Long, List<Long>> tops = new TreeMap<>();
    private final List<Integer> requests = new ArrayList<>();
    private final EngineBook engine = new EngineBook(this::noteTop);

    @Test
    void shouldRebuildTheSpotBookWithoutAGap() {
        List<String> lines =
                new ArrayList<>(SharedData.lines("data/binance/hftbacktest/examples_spot_btcusdt_20240808.gz"));
        lines.addAll(SharedData.lines("data/binance/hftbacktest/examples_spot_btcusdt_20240809.gz"));

        BookSynchronizer book = replay(Product.SPOT, lines);

        assertThat(book.gaps()).isZero();
        assertThat(book.isLive()).isTrue();
        assertThat(requests).hasSize(1);
        assertThat(compared()).isEqualTo(6493);
        assertThat(equal()).isEqualTo(6491);
    }

    @Test
    void shouldRebuildTheFuturesBookWithoutAGap() {
        List<String> lines = SharedData.lines("data/binance/hftbacktest/examples_usdm_btcusdt_20240808.gz");

        BookSynchronizer book = replay(Product.USDM, lines);

        assertThat(book.gaps()).isZero();
        assertThat(book.isLive()).isTrue();
        assertThat(requests).hasSize(1);
        assertThat(compared()).isEqualTo(6547);
        assertThat(equal()).isEqualTo(6547);
    }

    private BookSynchronizer replay(Product product, List<String> lines) {
        EventEncoder encoder = new EventEncoder(new FakePublisher(this::onEvent));
        SnapshotScheduler snapshots =
                new SnapshotScheduler(SnapshotSettings.ofWeight(250), requests::add, new WeightBudget(3_000, 6_000), 1);
        BookSynchronizer book = new BookSynchronizer(0, product, encoder, snapshots, 3_000_000_000L);
        BookFeed feed = new BookFeed(encoder, snapshots);
        feed.synchronize(0, book);
        MarketDataDecoder decoder = new MarketDataDecoder(product, SYMBOLS, feed);
        for (String line : lines) {
            int space = line.indexOf(' ');
            long receivedNs = Long.parseLong(line.substring(0, space));
            byte[] frame = line.substring(space + 1).getBytes(UTF_8);
            decoder.decode(new UnsafeBuffer(frame), 0, frame.length, receivedNs, 0);
            feed.onTimer(receivedNs);
        }
        return book;
    }

    private void onEvent(EngineEvent event) {
        if (event.templateId() == TopOfBookDecoder.TEMPLATE_ID) {
            TopOfBookDecoder q = new TopOfBookDecoder();
            q.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
            quotes.put(q.updateId(), List.of(q.bidPrice(), q.bidQuantity(), q.askPrice(), q.askQuantity()));
        }
        engine.onEvent(event);
    }

    private void noteTop() {
        OrderBook book = engine.book;
        tops.put(
                book.lastUpdateId(),
                List.of(book.bidPrice(0), book.bidQuantity(0), book.askPrice(0), book.askQuantity(0)));
    }

    private long compared() {
        return tops.keySet().stream().filter(id -> quotes.floorKey(id) != null).count();
    }

    private long equal() {
        return tops.entrySet().stream().filter(this::isQuoted).count();
    }

    private boolean isQuoted(Map.Entry<Long, List<Long>> top) {
        Map.Entry<Long, List<Long>> quote = quotes.floorEntry(top.getKey());
        return quote != null && quote.getValue().equals(top.getValue());
    }
}
