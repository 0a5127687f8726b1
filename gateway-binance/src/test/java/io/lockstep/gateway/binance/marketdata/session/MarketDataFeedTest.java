package io.lockstep.gateway.binance.marketdata.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.loopback.LoopbackVenue;
import io.lockstep.gateway.binance.loopback.LoopbackVenue.Client;
import io.lockstep.gateway.binance.loopback.Stories;
import io.lockstep.gateway.binance.marketdata.BinanceMarketDataSettings;
import io.lockstep.gateway.binance.marketdata.BookStream;
import io.lockstep.gateway.binance.marketdata.Encoding;
import io.lockstep.gateway.binance.marketdata.LivenessSettings;
import io.lockstep.gateway.binance.marketdata.StreamSettings;
import io.lockstep.gateway.binance.marketdata.TradeStream;
import io.lockstep.gateway.binance.marketdata.binary.BinaryFrames;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A feed against a venue on loopback, through real sockets. */
class MarketDataFeedTest {
    private static final String SNAPSHOT =
            "{\"lastUpdateId\":100,\"bids\":[[\"10.0\",\"1\"]],\"asks\":[[\"11.0\",\"2\"]]}";

    private final LoopbackVenue venue = newVenue();
    private final Transport transport =
            new Transport(new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
    private final Stories stories = new Stories();
    private final FakePublisher publisher = new FakePublisher(stories::add);
    private MarketDataFeed feed;

    @AfterEach
    void close() {
        if (feed != null) {
            feed.close();
        }
        transport.close();
        venue.close();
    }

    @Test
    void shouldSubscribeAndPublishQuotesTradesAndAWholeBook() throws InterruptedException {
        venue.answer("/api/v3/depth?symbol=BTCUSDT&limit=1000", 200, "", SNAPSHOT);
        start(Product.SPOT, StreamSettings.defaults(), quiet());
        Client client = venue.awaitClient();

        client.send(quote(7));
        client.send(depth(99, 101, "10.5"));
        stories.await("depth 0 SNAPSHOT");
        client.send(depth(102, 102, "10.6"));
        client.send(trade(5));

        List<String> all = stories.await("trade 0");
        assertThat(client.path()).isEqualTo("/stream");
        assertThat(client.subscriptions())
                .containsExactly("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\",\"btcusdt@depth@100ms\","
                        + "\"btcusdt@aggTrade\"],\"id\":1}");
        assertThat(all.get(0)).isEqualTo("status BINANCE_SPOT MARKET_DATA UP spot-1");
        assertThat(stories.of("depth"))
                .extracting(story -> story.replaceAll(" part=0 last -?\\d+", "").replaceAll(" pu=.*", ""))
                .containsExactly(
                        "depth 0 SNAPSHOT U=100 u=100", "depth 0 DELTA U=99 u=101", "depth 0 DELTA U=102 u=102");
        assertThat(stories.of("quote")).hasSize(1);
    }

    @Test
    void shouldTellAGapAtOnceAndFetchTheBookAgain() throws InterruptedException {
        venue.answer("/api/v3/depth", 200, "", SNAPSHOT);
        start(Product.SPOT, StreamSettings.defaults(), quiet());
        Client client = venue.awaitClient();
        client.send(depth(99, 101, "10.5"));
        stories.await("depth 0 DELTA");

        venue.answer("/api/v3/depth", 200, "", SNAPSHOT.replace("100", "110"));
        client.send(depth(105, 112, "10.6"));

        stories.await(2, "depth 0 SNAPSHOT");
        assertThat(stories.of("gap")).containsExactly("gap 0 expected=102 received=105 GAP");
    }

    @Test
    void shouldAskAgainWhenASnapshotIsRefused() throws InterruptedException {
        venue.answer("/api/v3/depth", 500, "", "{}");
        venue.answer("/api/v3/depth", 200, "", "{\"lastUpdateId\":");
        venue.answer("/api/v3/depth", 200, "", SNAPSHOT);
        start(Product.SPOT, StreamSettings.defaults(), quiet());

        venue.awaitClient().send(depth(99, 101, "10.5"));

        stories.await("depth 0 DELTA");
        feed.close();
        assertThat(feed.counters())
                .containsEntry("spot.marketdata.snapshots_failed", 1L)
                .containsEntry("spot.marketdata.frames_malformed", 1L)
                .containsEntry("spot.marketdata.snapshots_requested", 3L);
    }

    @Test
    void shouldStayAwayForAsLongAsTheVenueSays() throws InterruptedException {
        venue.answer("/api/v3/depth", 429, "Retry-After:600", "{}");
        start(Product.SPOT, StreamSettings.defaults(), quiet());

        venue.awaitClient().send(depth(99, 101, "10.5"));

        venue.awaitRequest();
        await("spot.marketdata.snapshots_postponed", 1);
        assertThat(feed.counters()).containsEntry("spot.marketdata.snapshots_requested", 1L);
    }

    @Test
    void shouldSplitFuturesStreamsByPath() throws InterruptedException {
        start(
                Product.USDM,
                new StreamSettings(true, TradeStream.AGGREGATE, BookStream.TOP_5, 250, "1m", true, true),
                quiet());

        Client first = venue.awaitClient();
        Client second = venue.awaitClient();

        Client open = first.path().startsWith("/public") ? first : second;
        Client market = open == first ? second : first;
        assertThat(open.subscriptions().get(0)).contains("[\"btcusdt@bookTicker\",\"btcusdt@depth5\"]");
        assertThat(market.path()).isEqualTo("/market/stream");
        assertThat(market.subscriptions().get(0))
                .contains(
                        "[\"btcusdt@aggTrade\",\"btcusdt@markPrice@1s\",\"btcusdt@kline_1m\",\"btcusdt@forceOrder\"]");
        stories.await("status BINANCE_USDM MARKET_DATA UP");
    }

    @Test
    void shouldPassToASuccessorWithoutLossOrRepetition() throws InterruptedException {
        start(Product.SPOT, tradesOnly(), quiet());
        Client old = venue.awaitClient();
        IntStream.rangeClosed(1, 10).forEach(id -> old.send(trade(id)));

        old.send("{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1}}");
        Client next = venue.awaitClient();
        IntStream.rangeClosed(8, 14).forEach(id -> next.send(trade(id)));
        await("spot.marketdata.sessions_replaced", 1);
        IntStream.rangeClosed(15, 20).forEach(id -> next.send(trade(id)));

        stories.await(20, "trade");
        assertThat(stories.of("trade"))
                .extracting(story -> story.replaceAll(".* id=(\\d+)-.*", "$1"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        assertThat(stories.of("status")).containsExactly("status BINANCE_SPOT MARKET_DATA UP spot-1");
        assertThat(feed.counters()).containsEntry("spot.marketdata.trades_lost", 0L);
    }

    @Test
    void shouldTellWhatALostConnectionCost() throws InterruptedException {
        StreamSettings wanted =
                new StreamSettings(true, TradeStream.AGGREGATE, BookStream.NONE, 100, "none", true, false);
        start(Product.SPOT, wanted, quiet());
        Client client = venue.awaitClient();
        client.send(quote(7));
        client.send(trade(5));
        stories.await("trade");

        client.cut();
        Client again = venue.awaitClient();
        again.send(quote(3));
        again.send(trade(9));

        stories.await(2, "trade");
        assertThat(stories.of("status"))
                .containsExactly(
                        "status BINANCE_SPOT MARKET_DATA UP spot-1",
                        "status BINANCE_SPOT MARKET_DATA DOWN spot-1 LOST",
                        "status BINANCE_SPOT MARKET_DATA UP spot-1");
        assertThat(stories.of("gap")).hasSize(1).first().asString().endsWith("DISCONNECTED");
        assertThat(stories.of("quote")).hasSize(2);
        await("spot.marketdata.trades_lost", 3);
    }

    @Test
    void shouldFindAMuteStreamAndTryAnotherSocketOnce() throws InterruptedException {
        LivenessSettings impatient = new LivenessSettings(300, 0, 0, 0, 0, 3_000);
        StreamSettings wanted = new StreamSettings(true, TradeStream.NONE, BookStream.NONE, 100, "none", true, false);
        start(Product.SPOT, wanted, impatient);
        venue.awaitClient().send(quote(7));

        Client next = venue.awaitClient();
        stories.await("status BINANCE_SPOT MARKET_DATA STALE btcusdt@bookTicker");
        await("spot.marketdata.streams_mute", 2);
        next.send(quote(8));

        stories.await(2, "status BINANCE_SPOT MARKET_DATA UP");
        assertThat(stories.of("gap")).isNotEmpty().allMatch(gap -> gap.endsWith("MUTE"));
    }

    @Test
    void shouldLeaveASocketThatSendsGarbage() throws InterruptedException {
        start(Product.SPOT, tradesOnly(), quiet());
        Client client = venue.awaitClient();

        IntStream.range(0, 10).forEach(i -> client.send("{\"stream\":\"btcusdt@aggTrade\",\"data\":{]"));
        venue.awaitClient().send(trade(1));

        stories.await("trade");
        assertThat(feed.counters())
                .containsEntry("spot.marketdata.frames_malformed", 10L)
                .containsEntry("spot.marketdata.garbage_closes", 1L);
    }

    @Test
    void shouldKeepTheNewestQuoteWhileTheRingIsFull() throws InterruptedException {
        StreamSettings wanted = new StreamSettings(true, TradeStream.NONE, BookStream.NONE, 100, "none", true, false);
        start(Product.SPOT, wanted, quiet());
        Client client = venue.awaitClient();
        stories.await("status");

        publisher.room(0);
        IntStream.rangeClosed(1, 5).forEach(id -> client.send(quote(id)));
        await("spot.marketdata.quotes_conflated", 4);
        publisher.room(10);

        assertThat(stories.await("quote"))
                .last()
                .asString()
                .contains("conflated")
                .contains("u=5");
    }

    @Test
    void shouldGiveUpASessionWhoseSubscriptionIsRefused() throws InterruptedException {
        venue.confirmNothing();
        start(Product.SPOT, tradesOnly(), quiet());

        venue.awaitClient().send("{\"code\":2,\"msg\":\"Invalid request\",\"id\":1}");

        venue.awaitClient();
        await("spot.marketdata.subscriptions_refused", 1);
    }

    @Test
    void shouldTakeBinaryStreamsWithAKeyInTheUpgrade() throws InterruptedException {
        venue.answer("/api/v3/depth", 200, "", SNAPSHOT);
        start(Product.SPOT, StreamSettings.defaults(), quiet(), Encoding.SBE);
        Client client = venue.awaitClient();

        client.send(BinaryFrames.change(
                "BTCUSDT", 1_723_161_255_342_000L, 99, 101, new long[][] {{1050, 1}}, new long[][] {}));
        client.send(BinaryFrames.quote("BTCUSDT", 1_723_161_255_342_000L, 102, 1050, 1, 1100, 2));

        stories.await("depth 0 DELTA");
        stories.await("quote 0");
        assertThat(client.apiKey()).isEqualTo("public-half");
        assertThat(client.subscriptions().get(0))
                .contains("[\"btcusdt@bestBidAsk\",\"btcusdt@depth\",\"btcusdt@trade\"]");
    }

    private void start(Product product, StreamSettings streams, LivenessSettings liveness) {
        start(product, streams, liveness, Encoding.JSON);
    }

    private void start(Product product, StreamSettings streams, LivenessSettings liveness, Encoding encoding) {
        BinanceMarketDataSettings settings = new BinanceMarketDataSettings(
                "ws://" + venue.address(),
                "ws://" + venue.address(),
                "http://" + venue.address(),
                "ws://" + venue.address(),
                "http://" + venue.address(),
                encoding,
                streams,
                liveness,
                200,
                1380,
                1000,
                1200,
                true);
        feed = MarketDataFeed.open(
                product,
                settings,
                List.of(new InstrumentRequest(0, "BTCUSDT", AssetClass.SPOT)),
                publisher,
                MarketDataFeed.Context.of(
                        transport, TransportClock.system(), product, settings, new ApiKey("public-half", "secret")));
        feed.start();
    }

    /** Waits until a count is reached; the network thread shows its counts every 20 ms. */
    private void await(String counter, long atLeast) throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            long count = feed.counters().get(counter);
            if (count >= atLeast) {
                return;
            }
            seen.add(count);
            synchronized (stories) {
                stories.wait(10);
            }
        }
        throw new AssertionError("not counted: " + counter + ", seen " + seen.get(seen.size() - 1));
    }

    private static StreamSettings tradesOnly() {
        return new StreamSettings(false, TradeStream.AGGREGATE, BookStream.NONE, 100, "none", true, false);
    }

    private static LivenessSettings quiet() {
        return new LivenessSettings(0, 0, 0, 0, 0, 60_000);
    }

    private static String quote(long id) {
        return "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":" + id
                + ",\"s\":\"BTCUSDT\",\"b\":\"10.0\",\"B\":\"1\",\"a\":\"11.0\",\"A\":\"2\"}}";
    }

    private static String depth(long first, long last, String bid) {
        return "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1723161255308,\"s\":\"BTCUSDT\",\"U\":"
                + first + ",\"u\":" + last + ",\"b\":[[\"" + bid + "\",\"1\"]],\"a\":[]}}";
    }

    private static String trade(long id) {
        return "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":1723161255308,\"s\":\"BTCUSDT\",\"a\":"
                + id + ",\"p\":\"10.5\",\"q\":\"1\",\"f\":" + id + ",\"l\":" + id
                + ",\"T\":1723161255307,\"m\":true,\"M\":true}}";
    }

    private static LoopbackVenue newVenue() {
        try {
            return new LoopbackVenue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
