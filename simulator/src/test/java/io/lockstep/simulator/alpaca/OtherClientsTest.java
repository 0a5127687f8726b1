package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.desk.FillModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What libraries of other languages send, and insist on in answers. */
class OtherClientsTest {
    private AlpacaKit kit;

    @BeforeEach
    void open() {
        kit = new AlpacaKit();
        kit.quote("IBM", "200.00", "200.00");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    /** The Rust library apca writes ids without dashes, and symbols with their exchange and class. */
    @Test
    void shouldKnowBareIdsAndFullSymbols() throws Exception {
        String id = kit.place(
                "symbol=IBM:NYSE:us_equity qty=1 side=buy type=limit limit_price=150 time_in_force=day order_class=simple");
        String bare = id.replace("-", "");

        assertThat(kit.client.get("/v2/orders/" + bare).at("id")).isEqualTo(id);
        assertThat(kit.client.delete("/v2/orders/" + bare).status()).isEqualTo(204);
        assertThat(kit.client.get("/v2/assets/SPY:ARCA").at("symbol")).isEqualTo("SPY");
        assertThat(kit.client.get("/v2/assets/SPY:NASDAQ").status()).isEqualTo(404);
    }

    /** The libraries of C#, Rust and Python refused answers without these until the venue dropped them. */
    @Test
    void shouldShowTheMembersOfTheDayTradeRule() throws Exception {
        Answer account = kit.client.get("/v2/account");
        Answer configuration = kit.client.patch("/v2/account/configurations", "{\"dtbp_check\":\"both\"}");

        assertThat(account.at("pattern_day_trader")).isEqualTo("false");
        assertThat(account.at("daytrade_count")).isEqualTo("0");
        assertThat(account.body()).contains("\"daytrading_buying_power\":\"400000\"");
        assertThat(configuration.at("dtbp_check")).isEqualTo("both");
        assertThat(configuration.at("pdt_check")).isEqualTo("entry");
    }

    @Test
    void shouldLeaveThemOutIfSoSet() throws Exception {
        kit.close();
        AlpacaSimulatorSettings usual = AlpacaKit.settings(0, FillModel.ANY_SIZE);
        AlpacaPaperSettings paper = new AlpacaPaperSettings(FillModel.ANY_SIZE, 0, 5, 1_000, 10, false, false);
        kit = new AlpacaKit(
                AlpacaKit.MORNING,
                new AlpacaSimulatorSettings(
                        usual.apiKey(), usual.apiSecret(), usual.cash(), usual.market(), paper, usual.streams()));

        assertThat(kit.client.get("/v2/account").body()).doesNotContain("daytrad", "pattern_day_trader");
        assertThat(kit.client.get("/v2/account/configurations").body()).doesNotContain("dtbp_check", "pdt_check");
    }

    /** The Go library asks again on the connection that was one too many. */
    @Test
    void shouldLetInWhoAsksAgainWhenThePlaceIsFree() throws Exception {
        AlpacaClient.Frames first = kit.client.openData("/v2/iex");
        AlpacaClient.Frames second = kit.client.open("/v2/iex");
        String auth = "{\"action\":\"auth\",\"key\":\"test-key\",\"secret\":\"test-secret\"}";
        second.send(auth);
        second.await("refusal", frame -> "406".equals(AlpacaClient.at(frame, "0.code")));

        first.close();
        do {
            kit.simulator.step();
        } while (kit.simulator.<Integer>ask(venue -> venue.hub().openStreams()) > 1);
        second.send(auth);
        second.await("authentication", frame -> "authenticated".equals(AlpacaClient.at(frame, "0.msg")));
        kit.pass(Duration.ofSeconds(20));
        second.send("{\"action\":\"subscribe\",\"bars\":[\"IBM\"]}");

        second.await("acknowledgement", frame -> "IBM".equals(AlpacaClient.at(frame, "0.bars.0")));
    }

    /** Newer libraries ask for all sessions of a market. */
    @Test
    void shouldTellPhasesOfMarkets() throws Exception {
        Answer clock = kit.client.get("/v3/clock?markets=NYSE,XNAS");
        Answer evening = kit.client.get("/v3/clock?markets=NYSE&time=2026-11-27T18:30:00Z");

        assertThat(clock.at("clocks.0.phase")).isEqualTo("core");
        assertThat(clock.at("clocks.0.phase_until")).isEqualTo("2026-03-10T16:00:00-04:00");
        assertThat(clock.at("clocks.0.is_market_day")).isEqualTo("true");
        assertThat(clock.at("clocks.1.market.acronym")).isEqualTo("NASDAQ");
        assertThat(evening.at("clocks.0.phase")).isEqualTo("post");
        assertThat(evening.at("clocks.0.phase_until")).isEqualTo("2026-11-27T17:00:00-05:00");
        assertThat(kit.client.get("/v3/clock?markets=LSE").status()).isEqualTo(400);
    }

    @Test
    void shouldTellTheSessionsOfDays() throws Exception {
        Answer days = kit.client.get("/v3/calendar/XNYS?start=2026-11-25&end=2026-11-29");
        Answer utc = kit.client.get("/v3/calendar/NYSE?start=2026-11-27&end=2026-11-27&timezone=UTC");

        assertThat(AlpacaClient.at(days.json(), "market.mic")).isEqualTo("XNYS");
        assertThat(days.at("calendar.0.settlement_date")).isEqualTo("2026-11-27");
        assertThat(days.at("calendar.1.date")).isEqualTo("2026-11-27");
        assertThat(days.at("calendar.1.core_end")).isEqualTo("2026-11-27T13:00:00-05:00");
        assertThat(days.at("calendar.2.date")).isNull();
        assertThat(utc.at("calendar.0.pre_start")).isEqualTo("2026-11-27T09:00:00Z");
    }

    @Test
    void shouldFindADayByItsSettlement() throws Exception {
        Answer days = kit.client.get("/v2/calendar?start=2026-11-27&end=2026-11-27&date_type=SETTLEMENT");

        assertThat(days.size()).isEqualTo(1);
        assertThat(days.at("0.date")).isEqualTo("2026-11-25");
    }

    @Test
    void shouldKnowTypesOfActivitiesThatDoNotHappenHere() throws Exception {
        assertThat(kit.client
                        .get("/v2/account/activities?activity_types=TRANS,CSR,DIVROC")
                        .body())
                .isEqualTo("[]");
        assertThat(kit.client.get("/v2/account/activities/GIFT").status()).isEqualTo(422);
    }

    @Test
    void shouldWriteBooksOverRestWithoutTheirKind() throws Exception {
        kit.quote("BTC/USD", "64000", "64001");

        Answer books = kit.client.get("/v1beta3/crypto/us/latest/orderbooks?symbols=BTC/USD");

        assertThat(books.body()).doesNotContain("\"T\":", "\"S\":", "\"r\":");
        assertThat(books.at("orderbooks.BTC/USD.a.0.p")).isEqualTo("64001");
    }

    @Test
    void shouldShowTheDayBeforeInSnapshots() throws Exception {
        kit.print("IBM", "201.00");
        Answer before = kit.client.get("/v2/stocks/IBM/snapshot");
        kit.moveTo("2026-03-11T13:31:00Z");

        Answer after = kit.client.get("/v2/stocks/IBM/snapshot");

        assertThat(before.at("prevDailyBar.t")).isNull();
        assertThat(after.at("prevDailyBar.t")).isEqualTo("2026-03-10T04:00:00Z");
    }

    /** MessagePack readers of the Go library take sizes and ids as whole numbers only, and the kind as the first member. */
    @Test
    void shouldWriteSizesAsWholeNumbers() throws Exception {
        AlpacaClient.Frames stream = kit.client.open("/v2/sip", "Content-Type", "application/msgpack");
        stream.next();
        stream.sendBinary(pack("action", "auth", "key", "test-key", "secret", "test-secret"));
        stream.next();
        stream.sendBinary(new byte[] {
            (byte) 0x82,
            (byte) 0xa6,
            'a',
            'c',
            't',
            'i',
            'o',
            'n',
            (byte) 0xa9,
            's',
            'u',
            'b',
            's',
            'c',
            'r',
            'i',
            'b',
            'e',
            (byte) 0xa6,
            't',
            'r',
            'a',
            'd',
            'e',
            's',
            (byte) 0x91,
            (byte) 0xa3,
            'I',
            'B',
            'M'
        });
        stream.next();

        kit.print("IBM", "201.00");

        byte[] frame = stream.next().payload();
        String latin = new String(frame, StandardCharsets.ISO_8859_1);
        assertThat(frame[1] & 0xf0).isEqualTo(0x80);
        assertThat(latin.substring(2)).startsWith("\u00a1T\u00a1t");
        assertThat(latin).contains("\u00a1s" + (char) 100);
    }

    private static byte[] pack(String... texts) {
        StringBuilder packed = new StringBuilder().append((char) (0x80 | texts.length / 2));
        for (String text : texts) {
            packed.append((char) (0xa0 | text.length())).append(text);
        }
        return packed.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
