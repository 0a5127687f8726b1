package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.api.MsgPackReader;
import io.lockstep.simulator.alpaca.api.MsgPackWriter;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens seldom: odd states, slow clients, late feeds, the retired day-trade rule, numbers of all widths. */
class RareEventsTest {
    private AlpacaKit kit;

    @AfterEach
    void close() {
        if (kit != null) {
            kit.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "suspended, suspended",
        "stopped, stopped",
        "calculated, calculated",
        "held, held",
        "restated, new",
        "never_heard_of, new"
    })
    void shouldTellEventsNothingLeadsTo(String event, String state) throws Exception {
        kit = new AlpacaKit();
        kit.quote("IBM", "200.00", "200.10");
        AlpacaClient.Frames stream = kit.client.openTrading();
        String id = kit.place("symbol=IBM qty=1 side=buy type=limit limit_price=199 time_in_force=day");

        boolean known = kit.simulator.<Boolean>ask(venue -> venue.trading().say(0, id, event));

        assertThat(known).isTrue();
        assertThat(AlpacaClient.at(stream.awaitEvent(event), "data.order.status"))
                .isEqualTo(state);
        kit.simulator.ask(venue -> venue.trading().resume(0, id));
        kit.quote("IBM", "198.80", "198.90");
        assertThat(kit.status(id)).isEqualTo("filled");
    }

    @Test
    void shouldDropAClientThatDoesNotRead() throws Exception {
        kit = new AlpacaKit(AlpacaKit.MORNING, AlpacaKit.settings(new AlpacaStreamSettings(0, 10_000, 1_024, true)));
        AlpacaClient.Frames stream = kit.client.openData("/v2/sip");
        stream.send("{\"action\":\"subscribe\",\"quotes\":[\"IBM\"]}");
        stream.await("acknowledgement", frame -> "subscription".equals(AlpacaClient.at(frame, "0.T")));
        stream.stopReading();

        int rounds = 0;
        while (rounds < 400 && openStreams() > 0) {
            rounds++;
            kit.simulator.ask(RareEventsTest::manyQuotes);
        }

        assertThat(rounds).isBetween(1, 399);
    }

    private static boolean manyQuotes(AlpacaVenue venue) {
        Asset ibm = venue.ticker().assets().find("IBM");
        for (int i = 1; i <= 1_000; i++) {
            Quote quote = new Quote(i * FixedPoint.ONE, 1, (i + 1) * FixedPoint.ONE, 1, venue.nowNs());
            venue.ticker().onQuote(ibm, quote);
        }
        return true;
    }

    @Test
    void shouldCutAClientThatDoesNotAnswerPings() throws Exception {
        kit = new AlpacaKit();
        AlpacaClient.Frames stream = kit.client.openData("/v2/sip");
        stream.stopReading();
        stream.send("the answer to this is the last that is read");
        stream.next();

        kit.pass(Duration.ofSeconds(54));
        kit.pass(Duration.ofMillis(5_999));
        int before = openStreams();
        kit.pass(Duration.ofMillis(1));

        assertThat(before).isEqualTo(1);
        for (int tries = 0; openStreams() > 0; tries++) {
            assertThat(tries).isLessThan(100_000);
        }
    }

    private int openStreams() {
        return kit.simulator.<Integer>ask(venue -> venue.hub().openStreams());
    }

    @Test
    void shouldTellTheDelayedFeedAQuarterOfAnHourLater() throws Exception {
        kit = new AlpacaKit();
        AlpacaClient.Frames late = kit.client.openData("/v2/delayed_sip");
        late.send("{\"action\":\"subscribe\",\"quotes\":[\"IBM\"]}");
        late.next();
        kit.quote("IBM", "200.00", "200.10");
        kit.pass(Duration.ofMinutes(14));
        late.send("{\"action\":\"unsubscribe\",\"bars\":[\"NONE\"]}");
        assertThat(AlpacaClient.at(late.next().value(), "0.T")).isEqualTo("subscription");
        late.settle();

        kit.pass(Duration.ofMinutes(1));

        assertThat(AlpacaClient.at(late.awaitData("q", "IBM"), "t")).isEqualTo("2026-03-10T14:30:00Z");
    }

    @Test
    void shouldRefuseTheFourthDayTradeWhereTheOldRuleHolds() throws Exception {
        AlpacaSimulatorSettings protectedAccount = new AlpacaSimulatorSettings(
                "test-key",
                "test-secret",
                20_000 * FixedPoint.ONE,
                new AlpacaMarketSettings(1, 60_000, AlpacaMarketSettings.NOW, 1),
                new AlpacaPaperSettings(FillModel.ANY_SIZE, 0, 5, 1_000, 10, true, true),
                AlpacaStreamSettings.defaults());
        kit = new AlpacaKit(AlpacaKit.MORNING, protectedAccount);
        for (int i = 0; i < 3; i++) {
            kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");
            kit.place("symbol=IBM qty=1 side=sell type=market time_in_force=day");
        }
        kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");

        Answer fourth = kit.client.order("symbol=IBM qty=1 side=sell type=market time_in_force=day");
        kit.moveTo("2026-03-11T14:30:00Z");
        Answer nextDay = kit.client.order("symbol=IBM qty=1 side=sell type=market time_in_force=day");

        assertThat(fourth.status()).isEqualTo(403);
        assertThat(fourth.at("code")).isEqualTo("40310100");
        assertThat(nextDay.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":null,\"b\":[true,false],\"c\":\"\"}",
                "[0,127,128,255,256,65535,65536,4294967295,4294967296,9223372036854775807,18446744073709551615]",
                "[-1,-32,-33,-2147483648,-2147483649,-9223372036854775808]",
                "[0.5,-133.85,54.73829]",
                "[\"a text of more than thirty-one characters, so that its length has a byte of its own\"]"
            })
    void shouldReadTheMessagePackItWrites(String json) {
        byte[] packed = MsgPackWriter.write(JsonReader.read(json));

        assertThat(new JsonWriter().value(MsgPackReader.read(packed)).toString())
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T14:30:00Z, d6ff69b02ae8",
        "2026-03-10T14:30:00.25Z, d7ff3b9aca0069b02ae8",
        "1969-12-31T23:59:59Z, c70cff00000000ffffffffffffffff"
    })
    void shouldWriteTimesAsTimestamps(String time, String bytes) {
        byte[] packed = MsgPackWriter.write(JsonReader.read("{\"t\":\"" + time + "\"}"));

        assertThat(packed).asHexString().isEqualToIgnoringCase("81a174" + bytes);
    }

    @Test
    void shouldSpeakMessagePackOnTheTradingStreamWhenAsked() throws Exception {
        kit = new AlpacaKit();
        AlpacaClient.Frames stream = kit.client.open("/stream", "Content-Type", "application/msgpack");

        stream.sendBinary(MsgPackWriter.write(
                JsonReader.read("{\"action\":\"auth\",\"key\":\"test-key\",\"secret\":\"test-secret\"}")));

        FrameQueue.Frame answer = stream.next();
        assertThat(answer.payload()[0]).isNotEqualTo((byte) '{');
        assertThat(AlpacaClient.at(answer.value(), "data.status")).isEqualTo("authorized");
    }
}
