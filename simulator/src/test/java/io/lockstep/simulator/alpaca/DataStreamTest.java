package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.api.MsgPackWriter;
import io.lockstep.simulator.alpaca.feed.DataFeed;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.market.NewsItem;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataStreamTest {
    private AlpacaKit kit;

    @BeforeEach
    void open() {
        kit = new AlpacaKit();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private AlpacaClient.Frames subscribed(String path, String channels) throws InterruptedException {
        AlpacaClient.Frames stream = kit.client.openData(path);
        stream.send("{\"action\":\"subscribe\"," + channels + "}");
        stream.await("acknowledgement", frame -> "subscription".equals(AlpacaClient.at(frame, "0.T")));
        return stream;
    }

    private static String text(FrameQueue.Frame frame) {
        return new String(frame.payload(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldGreetAndTakeKeysFromTheHeaders() throws Exception {
        AlpacaClient.Frames stream =
                kit.client.open("/v2/sip", "APCA-API-KEY-ID", "test-key", "APCA-API-SECRET-KEY", "test-secret");

        assertThat(text(stream.next())).isEqualTo("[{\"T\":\"success\",\"msg\":\"connected\"}]");
        assertThat(text(stream.next())).isEqualTo("[{\"T\":\"success\",\"msg\":\"authenticated\"}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
    nonsense                                                    | 400 | invalid syntax
    {"action":"shout"}                                          | 400 | invalid syntax
    {"action":"subscribe","trades":["IBM"]}                     | 401 | not authenticated
    {"action":"auth","key":"test-key","secret":"wrong"}         | 402 | auth failed
    """)
    void shouldRefuseBeforeAuthentication(String request, int code, String message) throws Exception {
        AlpacaClient.Frames stream = kit.client.open("/v2/sip");
        stream.next();

        stream.send(request);

        assertThat(text(stream.next()))
                .isEqualTo("[{\"T\":\"error\",\"code\":" + code + ",\"msg\":\"" + message + "\"}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
    {"action":"auth","key":"test-key","secret":"test-secret"}   | 403 | already authenticated
    {"action":"subscribe","whispers":["IBM"]}                   | 400 | invalid syntax
    {"action":"subscribe","trades":[]}                          | 400 | invalid syntax
    {"action":"subscribe","trades":"IBM"}                       | 400 | invalid syntax
    {"action":"subscribe","orderbooks":["IBM"]}                 | 410 | invalid subscribe action for this feed
    """)
    void shouldRefuseAfterAuthentication(String request, int code, String message) throws Exception {
        AlpacaClient.Frames stream = kit.client.openData("/v2/iex");

        stream.send(request);

        assertThat(text(stream.next()))
                .isEqualTo("[{\"T\":\"error\",\"code\":" + code + ",\"msg\":\"" + message + "\"}]");
    }

    @Test
    void shouldAcknowledgeTheWholeState() throws Exception {
        AlpacaClient.Frames stream = kit.client.openData("/v2/sip");

        stream.send("{\"action\":\"subscribe\",\"trades\":[\"SPY\",\"IBM\"],\"bars\":[\"*\"]}");
        String first = text(stream.next());
        stream.send("{\"action\":\"unsubscribe\",\"trades\":[\"SPY\"],\"bars\":[\"*\"]}");
        String second = text(stream.next());

        assertThat(first)
                .isEqualTo("[{\"T\":\"subscription\",\"trades\":[\"IBM\",\"SPY\"],\"quotes\":[],\"bars\":[\"*\"],"
                        + "\"updatedBars\":[],\"dailyBars\":[],\"statuses\":[],\"lulds\":[],\"imbalances\":[],"
                        + "\"corrections\":[\"IBM\",\"SPY\"],\"cancelErrors\":[\"IBM\",\"SPY\"]}]");
        assertThat(second).contains("\"trades\":[\"IBM\"]", "\"bars\":[]");
    }

    @Test
    void shouldLeaveEmptyChannelsOutOnTheOneExchangeFeed() throws Exception {
        AlpacaClient.Frames stream = kit.client.openData("/v2/iex");

        stream.send("{\"action\":\"subscribe\",\"bars\":[\"IBM\"]}");
        assertThat(text(stream.next())).isEqualTo("[{\"T\":\"subscription\",\"bars\":[\"IBM\"]}]");
        stream.send("{\"action\":\"unsubscribe\",\"bars\":[\"IBM\"]}");
        assertThat(text(stream.next())).isEqualTo("[{\"T\":\"subscription\"}]");
    }

    @Test
    void shouldTellQuotesAndTradesWithExactIds() throws Exception {
        AlpacaClient.Frames stream = subscribed("/v2/sip", "\"trades\":[\"IBM\"],\"quotes\":[\"IBM\"]");

        kit.quote("IBM", "200.00", "200.10");
        JsonValue quote = stream.awaitData("q", "IBM");
        kit.simulator.ask(venue -> {
            Market market = venue.ticker();
            Asset ibm = market.assets().find("IBM");
            market.onPrint(ibm, print(Long.MAX_VALUE, "200.10", venue.nowNs()));
            return market;
        });

        assertThat(AlpacaClient.at(quote, "bp")).isEqualTo("200");
        assertThat(AlpacaClient.at(quote, "as")).isEqualTo("100");
        JsonValue trade = stream.awaitData("t", "IBM");
        assertThat(AlpacaClient.at(trade, "i")).isEqualTo("9223372036854775807");
        assertThat(AlpacaClient.at(trade, "c.0")).isEqualTo("@");
        assertThat(AlpacaClient.at(trade, "t")).isEqualTo("2026-03-10T14:30:00Z");
    }

    private static Print print(long id, String price, long timeNs) {
        return new Print(id, "N", AlpacaKit.e8(price), AlpacaKit.e8("100"), List.of("@"), true, timeNs);
    }

    @Test
    void shouldTellCorrectionsAndCancelsWithTrades() throws Exception {
        AlpacaClient.Frames stream = subscribed("/v2/sip", "\"trades\":[\"IBM\"]");
        kit.simulator.ask(venue -> {
            Market market = venue.ticker();
            Asset ibm = market.assets().find("IBM");
            market.onPrint(ibm, print(7, "200.10", venue.nowNs()));
            market.onCorrection(ibm, 7, print(8, "200.05", venue.nowNs()));
            return market;
        });
        JsonValue correction = stream.awaitData("c", "IBM");
        kit.simulator.ask(venue -> {
            venue.ticker().onCancel(venue.ticker().assets().find("IBM"), 8, venue.nowNs());
            return venue;
        });
        JsonValue cancel = stream.awaitData("x", "IBM");

        assertThat(AlpacaClient.at(correction, "oi")).isEqualTo("7");
        assertThat(AlpacaClient.at(correction, "op")).isEqualTo("200.1");
        assertThat(AlpacaClient.at(correction, "cp")).isEqualTo("200.05");
        assertThat(AlpacaClient.at(cancel, "i")).isEqualTo("8");
        assertThat(AlpacaClient.at(cancel, "a")).isEqualTo("C");
    }

    @Test
    void shouldTellClosedChangedAndDailyBars() throws Exception {
        AlpacaClient.Frames stream =
                subscribed("/v2/sip", "\"bars\":[\"IBM\"],\"updatedBars\":[\"*\"],\"dailyBars\":[\"IBM\"]");
        kit.pass(Duration.ofSeconds(90));
        stream.settle();
        kit.simulator.ask(venue -> {
            Asset ibm = venue.ticker().assets().find("IBM");
            venue.ticker().onPrint(ibm, print(1, "300", venue.nowNs()));
            venue.ticker().onPrint(ibm, print(2, "301.50", venue.nowNs()));
            return venue;
        });
        stream.drain();
        kit.pass(Duration.ofSeconds(23));
        stream.settle();
        kit.pass(Duration.ofSeconds(7));

        JsonValue bar = stream.awaitData("b", "IBM");
        assertThat(AlpacaClient.at(bar, "h")).isEqualTo("301.5");
        assertThat(AlpacaClient.at(bar, "c")).isEqualTo("301.5");
        assertThat(AlpacaClient.at(bar, "t")).isEqualTo("2026-03-10T14:31:00Z");
        kit.simulator.ask(venue -> {
            venue.ticker().onCancel(venue.ticker().assets().find("IBM"), 2, venue.nowNs());
            return venue;
        });
        kit.pass(Duration.ofSeconds(30));
        JsonValue updated = stream.awaitData("u", "IBM");
        assertThat(AlpacaClient.at(updated, "c")).isEqualTo("300");
        stream.settle();
        kit.pass(Duration.ofSeconds(30));
        assertThat(AlpacaClient.at(stream.awaitData("d", "IBM"), "t")).isEqualTo("2026-03-10T04:00:00Z");
    }

    @Test
    void shouldSpeakMessagePackWhenAsked() throws Exception {
        AlpacaClient.Frames stream = kit.client.open("/v2/sip", "Content-Type", "application/msgpack");

        FrameQueue.Frame greeting = stream.next();
        assertThat(greeting.isBinary()).isTrue();
        assertThat(AlpacaClient.at(greeting.value(), "0.msg")).isEqualTo("connected");
        stream.sendBinary(packed("{\"action\":\"auth\",\"key\":\"test-key\",\"secret\":\"test-secret\"}"));
        assertThat(AlpacaClient.at(stream.next().value(), "0.msg")).isEqualTo("authenticated");
        stream.sendBinary(packed("{\"action\":\"subscribe\",\"statuses\":[\"IBM\"]}"));

        assertThat(AlpacaClient.at(stream.next().value(), "0.statuses.0")).isEqualTo("IBM");
    }

    private static byte[] packed(String json) {
        return MsgPackWriter.write(JsonReader.read(json));
    }

    @Test
    void shouldRefuseTheSecondConnectionToAFeedOnly() throws Exception {
        kit.client.openData("/v2/sip");
        AlpacaClient.Frames second = kit.client.open("/v2/sip");
        second.next();

        second.send("{\"action\":\"auth\",\"key\":\"test-key\",\"secret\":\"test-secret\"}");

        assertThat(text(second.next()))
                .isEqualTo("[{\"T\":\"error\",\"code\":406,\"msg\":\"connection limit exceeded\"}]");
        kit.client.openData("/v2/iex");
    }

    @Test
    void shouldCloseWhoDoesNotAuthenticate() throws Exception {
        kit.close();
        kit = new AlpacaKit(AlpacaKit.MORNING, limited(0, 20));

        AlpacaClient.Frames stream = kit.client.open("/v2/sip");

        stream.next();
        kit.pass(Duration.ofMillis(20));
        assertThat(text(stream.next())).isEqualTo("[{\"T\":\"error\",\"code\":404,\"msg\":\"auth timeout\"}]");
        stream.awaitClose();
    }

    @Test
    void shouldKeepSubscriptionsWhenTheLimitIsExceeded() throws Exception {
        kit.close();
        kit = new AlpacaKit(AlpacaKit.MORNING, limited(2, 10_000));
        AlpacaClient.Frames stream = kit.client.openData("/v2/iex");
        stream.send("{\"action\":\"subscribe\",\"trades\":[\"IBM\",\"SPY\"]}");
        stream.next();

        stream.send("{\"action\":\"subscribe\",\"quotes\":[\"F\"]}");
        String refused = text(stream.next());
        stream.send("{\"action\":\"subscribe\",\"quotes\":[\"SPY\"],\"bars\":[\"F\"]}");
        String taken = text(stream.next());

        assertThat(refused).isEqualTo("[{\"T\":\"error\",\"code\":405,\"msg\":\"symbol limit exceeded\"}]");
        assertThat(taken).contains("\"trades\":[\"IBM\",\"SPY\"]", "\"quotes\":[\"SPY\"]", "\"bars\":[\"F\"]");
    }

    private static AlpacaSimulatorSettings limited(int symbols, int authMs) {
        return AlpacaKit.settings(new AlpacaStreamSettings(symbols, authMs, 1 << 20, true));
    }

    @Test
    void shouldGiveWholeBookOfACoinAndThenItsChanges() throws Exception {
        kit.quote("BTC/USD", "64000", "64010", "2");
        AlpacaClient.Frames stream = subscribed("/v1beta3/crypto/us", "\"orderbooks\":[\"BTC/USD\"]");

        JsonValue whole = stream.awaitData("o", "BTC/USD");
        kit.quote("BTC/USD", "64001", "64010", "3");
        JsonValue change = stream.awaitData("o", "BTC/USD");

        assertThat(AlpacaClient.at(whole, "r")).isEqualTo("true");
        assertThat(AlpacaClient.at(whole, "b.0.p")).isEqualTo("64000");
        assertThat(AlpacaClient.at(change, "r")).isNull();
        assertThat(AlpacaClient.at(change, "b.0.s")).isEqualTo("0");
        assertThat(AlpacaClient.at(change, "b.1.p")).isEqualTo("64001");
        assertThat(AlpacaClient.at(change, "a.0.s")).isEqualTo("3");
    }

    @Test
    void shouldTellNewsBandsAndTheTestSymbol() throws Exception {
        AlpacaClient.Frames news = subscribed("/v1beta1/news", "\"news\":[\"IBM\"]");
        AlpacaClient.Frames test = subscribed("/v2/test", "\"quotes\":[\"FAKEPACA\"]");
        AlpacaClient.Frames sip = subscribed("/v2/sip", "\"lulds\":[\"IBM\"]");

        kit.simulator.ask(venue -> {
            long now = venue.nowNs();
            venue.ticker().onNews(new NewsItem(9, "Quiet \"day\"", List.of("F", "IBM"), now, now));
            Asset ibm = venue.ticker().assets().find("IBM");
            venue.ticker().onBands(ibm, AlpacaKit.e8("190"), AlpacaKit.e8("210"), now);
            return now;
        });
        kit.quote("FAKEPACA", "133.85", "135.77");

        assertThat(AlpacaClient.at(news.awaitData("n", ""), "headline")).isEqualTo("Quiet \"day\"");
        assertThat(AlpacaClient.at(sip.awaitData("l", "IBM"), "u")).isEqualTo("210");
        assertThat(AlpacaClient.at(test.awaitData("q", "FAKEPACA"), "bp")).isEqualTo("133.85");
    }

    @Test
    void shouldGoMuteAndBreakOnOrder() throws Exception {
        AlpacaClient.Frames stream = subscribed("/v2/sip", "\"quotes\":[\"IBM\"]");
        AlpacaClient.Frames other = subscribed("/v2/iex", "\"quotes\":[\"IBM\"]");
        kit.simulator.ask(venue -> {
            venue.hub().mute(DataFeed.SIP, true);
            return venue;
        });
        kit.quote("IBM", "200.00", "200.10");
        other.awaitData("q", "IBM");
        assertThat(stream.drain()).isEmpty();

        kit.simulator.ask(venue -> {
            venue.hub().cut(DataFeed.SIP);
            return venue;
        });

        stream.awaitClose();
    }
}
