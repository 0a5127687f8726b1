package io.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.alpaca.ScriptedVenue.Answer;
import io.lockstep.gateway.alpaca.ScriptedVenue.StreamScript;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedConnectionTest {
    private static final String OLD = trade(1, "2026-11-20T15:00:00Z", "600");
    private static final String MISSED = trade(2, "2026-11-20T15:00:05Z", "601");
    private static final String LIVE = trade(3, "2026-11-20T15:00:09Z", "602");

    private GatewayHarness harness;

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void shouldSubscribeOnOneConnectionForEachEndpoint() throws InterruptedException {
        harness = new GatewayHarness(false, true);

        harness.start();

        for (String name : List.of("stocks", "crypto", "news")) {
            harness.awaitFeed(name + " UP");
            harness.awaitFeed(name + " READY NO_GAP");
        }
        harness.events.await("connection MARKET_DATA READY ");
        harness.events.await("connection REFERENCE READY news READY NO_GAP");
        assertThat(harness.venue.heard())
                .contains(
                        "{\"action\":\"auth\",\"key\":\"KEY_ID\",\"secret\":\"VERY_SECRET\"}",
                        "{\"action\":\"subscribe\",\"trades\":[\"SPY\"],\"quotes\":[\"SPY\"],\"bars\":[\"SPY\"],\"statuses\":[\"SPY\"],\"lulds\":[\"SPY\"]}",
                        "{\"action\":\"subscribe\",\"trades\":[\"BTC/USD\"],\"quotes\":[\"BTC/USD\"],\"bars\":[\"BTC/USD\"],\"orderbooks\":[\"BTC/USD\"]}",
                        "{\"action\":\"subscribe\",\"news\":[\"BTC/USD\",\"SPY\"]}");
        assertThat(harness.events.lines()).noneMatch(line -> line.contains("VERY_SECRET"));
    }

    @Test
    void shouldFillAGapBeforeLiveDataGoesOn() throws InterruptedException {
        harness = new GatewayHarness(false, true);
        CountDownLatch release = new CountDownLatch(1);
        harness.start();
        harness.awaitFeed("stocks READY");
        harness.venue.push("/v2/iex", "[" + OLD + "]", true);
        harness.events.await("trade 0");
        harness.events.clear();
        harness.venue.on(
                "GET /v2/stocks/trades?symbols=SPY&feed=iex&limit=10000&sort=asc&start=2026-11-20T15:00:00Z",
                request -> {
                    release.countDown();
                    return new Answer(
                            200,
                            "{\"trades\":{\"SPY\":[" + past(OLD) + "," + past(MISSED) + "]},\"next_page_token\":null}");
                });
        harness.venue.stream("/v2/iex", afterSubscription("[" + LIVE + "]"));

        harness.venue.cut("/v2/iex");
        harness.awaitFeed("stocks READY GAP_FILLED");

        assertThat(release.await(1, TimeUnit.SECONDS)).isTrue();
        harness.events.await(line -> line.startsWith("trade 0") && line.contains("id=3"), "live trade");
        assertThat(harness.events.lines())
                .filteredOn(line -> line.startsWith("trade 0"))
                .satisfiesExactly(
                        missed -> assertThat(missed).contains(" id=2 601 x 100 "),
                        live -> assertThat(live).contains(" id=3 602 x 100 "));
        assertThat(harness.gateway.counters())
                .containsEntry("stocks.duplicate_trade", 1L)
                .containsEntry("stocks.gaps_filled", 1L)
                .containsEntry("stocks.sessions_lost", 1L);
    }

    @Test
    void shouldReportAGapItCannotFill() throws InterruptedException {
        harness = new GatewayHarness(false, true);
        harness.start();
        harness.awaitFeed("stocks READY");
        harness.venue.push("/v2/iex", "[" + OLD + "]", true);
        harness.events.await("trade 0");
        harness.venue.on(
                "GET /v2/stocks/trades?",
                403,
                "{\"code\":42210000,\"message\":\"subscription does not permit querying recent SIP data\"}");

        harness.venue.cut("/v2/iex");

        harness.awaitFeed("stocks READY GAP_LEFT");
        assertThat(harness.events.lines()).contains("gap 0 DATA_LOST", "error GAP_NOT_FILLED - ANSWERED: HTTP 403");
    }

    @Test
    void shouldComeBackUntilTheEndpointsPlaceIsFree() throws InterruptedException {
        harness = new GatewayHarness(false, true);
        AtomicInteger opened = new AtomicInteger();
        StreamScript usual = VenueScripts.dataStream();
        harness.venue.stream("/v2/iex", new StreamScript() {
            @Override
            public List<String> onOpen() {
                opened.incrementAndGet();
                return usual.onOpen();
            }

            @Override
            public List<String> onMessage(String message) {
                return opened.get() == 1
                        ? List.of("[{\"T\":\"error\",\"code\":406,\"msg\":\"connection limit exceeded\"}]")
                        : usual.onMessage(message);
            }

            @Override
            public boolean isText() {
                return true;
            }
        });

        harness.start();

        assertThat(harness.events.await("error CONNECTION_LIMIT 406")).contains("connection limit exceeded");
        harness.awaitFeed("stocks READY");
        assertThat(harness.gateway.counters()).containsEntry("stocks.place_taken", 1L);
    }

    @Test
    void shouldReconnectWhenTheVenueSaysWeAreTooSlow() throws InterruptedException {
        harness = new GatewayHarness(false, true);
        harness.start();
        harness.awaitFeed("stocks READY");
        harness.events.clear();

        harness.venue.push("/v2/iex", "[{\"T\":\"error\",\"code\":407,\"msg\":\"slow client\"}]", true);

        harness.events.await("error SLOW_CLIENT 407");
        harness.awaitFeed("stocks DOWN");
        harness.awaitFeed("stocks READY");
        assertThat(harness.gateway.counters()).containsEntry("stocks.too_slow", 1L);
    }

    @Test
    void shouldFindAStreamThatSaysNothingWhileItsMarketIsOpen() throws InterruptedException {
        harness = GatewayHarness.impatient(true);
        harness.start();

        harness.awaitFeed("crypto STALE MUTE");

        harness.awaitFeed("crypto DOWN");
        assertThat(harness.gateway.counters().get("crypto.found_mute")).isPositive();
        assertThat(harness.events.lines()).noneMatch(line -> line.contains(" news STALE"));
    }

    @Test
    void shouldGiveUpWhatOnlyAPersonCanChange() throws InterruptedException {
        harness = new GatewayHarness(false, true);
        harness.start();
        harness.awaitFeed("stocks READY");

        harness.venue.push("/v2/iex", "[{\"T\":\"error\",\"code\":409,\"msg\":\"insufficient subscription\"}]", true);

        harness.awaitFeed("stocks DOWN INSUFFICIENT");
    }

    @Test
    void shouldTellTheKeyInHeadersAndSpeakMsgpack() throws InterruptedException {
        harness = new GatewayHarness(false, true, StreamEncoding.MSGPACK, KeyForm.HEADER);
        StreamScript usual = VenueScripts.dataStream();
        harness.venue.stream("/v2/iex", new StreamScript() {
            @Override
            public List<String> onOpen() {
                return List.of(usual.onOpen().get(0), "[{\"T\":\"success\",\"msg\":\"authenticated\"}]");
            }

            @Override
            public List<String> onMessage(String message) {
                return usual.onMessage(message);
            }

            @Override
            public boolean isText() {
                return false;
            }
        });

        harness.start();

        harness.awaitFeed("stocks READY");
        assertThat(harness.venue.upgradeKeys()).contains("KEY_ID");
        assertThat(harness.venue.heard())
                .anyMatch(message -> message.startsWith("{\"action\":\"subscribe\",\"trades\":[\"SPY\"]"));
        harness.events.await("connection USER_DATA READY");
        assertThat(harness.venue.heard())
                .contains(
                        "{\"action\":\"authenticate\",\"data\":{\"key_id\":\"KEY_ID\",\"secret_key\":\"VERY_SECRET\"}}");
    }

    private static StreamScript afterSubscription(String frame) {
        StreamScript usual = VenueScripts.dataStream();
        return new StreamScript() {
            @Override
            public List<String> onOpen() {
                return usual.onOpen();
            }

            @Override
            public List<String> onMessage(String message) {
                List<String> answer = usual.onMessage(message);
                return message.contains("subscribe") ? List.of(answer.get(0), frame) : answer;
            }

            @Override
            public boolean isText() {
                return true;
            }
        };
    }

    private static String trade(long id, String time, String price) {
        return "{\"T\":\"t\",\"S\":\"SPY\",\"i\":%d,\"x\":\"V\",\"p\":%s,\"s\":100,\"c\":[\"@\"],\"z\":\"B\",\"t\":\"%s\"}"
                .formatted(id, price, time);
    }

    private static String past(String trade) {
        return trade.replace("\"T\":\"t\",\"S\":\"SPY\",", "");
    }
}
