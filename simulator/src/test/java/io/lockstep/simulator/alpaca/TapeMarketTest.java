package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A market that comes from a tape: the venue's time is the tape's. */
class TapeMarketTest {
    private static final long START = ns("2013-10-07T14:00:00Z");
    private static final long SECOND = 1_000_000_000L;
    private static final long TEN_THOUSANDTH = FixedPoint.ONE / 10_000;
    private static final long FIRST_CLOSE = ns("2013-10-07T14:01:00Z");

    private final ManualClock clock = new ManualClock("2026-11-21T12:00:00Z");
    private AlpacaSimulator simulator;
    private AlpacaClient client;

    private void play(TestTape tape) {
        simulator = AlpacaSimulator.listen(AlpacaKit.settings(0, FillModel.ANY_SIZE), clock, tape, 0);
        client = new AlpacaClient(simulator.port());
    }

    private void pass(Duration time) {
        clock.pass(time);
        simulator.step();
    }

    private static long ns(String time) {
        return Instant.parse(time).toEpochMilli() * 1_000_000L;
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void shouldLiveInTheTimeOfTheTape() throws Exception {
        play(new TestTape().quote(START, "200.00", "200.10").quote(START + 5 * SECOND, "201.00", "201.10"));

        Answer clockThen = client.get("/v2/clock");
        String id = client.order("symbol=IBM qty=1 side=buy type=limit limit_price=201.10 time_in_force=day")
                .at("id");
        pass(Duration.ofSeconds(5));

        assertThat(clockThen.at("timestamp")).isEqualTo("2013-10-07T10:00:00-04:00");
        assertThat(client.get("/v2/orders/" + id).at("filled_avg_price")).isEqualTo("200.1");
        assertThat(client.get("/v2/stocks/IBM/quotes/latest").at("quote.t")).isEqualTo("2013-10-07T14:00:05Z");
        assertThat(client.get("/v2/assets").at("0.symbol")).isEqualTo("IBM");
    }

    @Test
    void shouldFormQuotesWhereOnlyTradesAreRecorded() throws Exception {
        play(new TestTape().trade(START, 1, "200.00", 100).trade(START + SECOND, 2, "200.05", 300));
        pass(Duration.ofSeconds(2));

        Answer quote = client.get("/v2/stocks/IBM/quotes/latest");

        assertThat(quote.at("quote.ap")).isEqualTo("200.05");
        assertThat(quote.at("quote.bp")).isEqualTo("200.04");
    }

    @Test
    void shouldTellWhatTradesMustNotMove() throws Exception {
        play(new TestTape()
                .quote(START, "200.00", "200.10")
                .trade(START + SECOND, 1, "200.10", 100)
                .trade(START + 2 * SECOND, 2, FixedPoint.parse("250"), 10, flags -> flags.noHighLow(true))
                .trade(START + 3 * SECOND, 3, FixedPoint.parse("150"), 900, flags -> flags.noVolume(true))
                .trade(START + 4 * SECOND, 1, FixedPoint.parse("200.05"), 100, flags -> flags.correction(true)));
        pass(Duration.ofMinutes(1));

        Answer bars = client.get("/v2/stocks/IBM/bars?timeframe=1Min");

        assertThat(bars.at("bars.0.h")).isEqualTo("200.05");
        assertThat(bars.at("bars.0.l")).isEqualTo("200.05");
        assertThat(bars.at("bars.0.v")).isEqualTo("110");
        assertThat(bars.at("bars.0.n")).isEqualTo("2");
    }

    @Test
    void shouldHaltAndResumeByTheTape() throws Exception {
        play(new TestTape()
                .quote(START, "200.00", "200.10")
                .status(START + SECOND, TradingStatusKind.HALTED)
                .status(START + 3 * SECOND, TradingStatusKind.TRADING));
        pass(Duration.ofSeconds(1));
        String id = client.order("symbol=IBM qty=1 side=buy type=market time_in_force=day")
                .at("id");

        pass(Duration.ofSeconds(1));
        assertThat(client.get("/v2/orders/" + id).at("status")).isEqualTo("accepted");
        pass(Duration.ofSeconds(2));

        assertThat(client.get("/v2/orders/" + id).at("status")).isEqualTo("filled");
    }

    /** The first minutes of real quotes of IBM on 2013-10-07, on the wire as they stand in the file. */
    @Test
    void shouldPlayRealQuotesOverTheWire() throws Exception {
        List<String> lines = SharedData.zippedLines("data/us-equities/lean/equity/usa/tick/ibm/20131007_quote.zip");
        TestTape tape = new TestTape();
        long lastBid = 0;
        long bid = 0;
        long ask = 0;
        int quotes = 0;
        for (String line : lines) {
            String[] field = line.split(",");
            long timeNs = ns("2013-10-07T04:00:00Z") + Long.parseLong(field[0]) * 1_000_000L;
            bid = field[1].equals("0") ? bid : Long.parseLong(field[1]) * TEN_THOUSANDTH;
            ask = field[3].equals("0") ? ask : Long.parseLong(field[3]) * TEN_THOUSANDTH;
            if (timeNs >= START && timeNs < FIRST_CLOSE) {
                tape.quote(timeNs, bid, ask, FixedPoint.ONE);
                quotes++;
                lastBid = bid;
            }
        }
        play(tape);
        AlpacaClient.Frames stream = client.openData("/v2/iex");
        stream.send("{\"action\":\"subscribe\",\"quotes\":[\"IBM\"]}");
        stream.await("acknowledgement", frame -> "subscription".equals(AlpacaClient.at(frame, "0.T")));

        pass(Duration.ofMinutes(1));
        JsonValue frame = stream.await("quotes", each -> "q".equals(AlpacaClient.at(each, "0.T")));

        List<JsonValue> told = AlpacaClient.items(frame);
        assertThat(told).hasSizeBetween(quotes / 2, quotes);
        assertThat(FixedPoint.parse(AlpacaClient.at(told.get(told.size() - 1), "bp")))
                .isEqualTo(lastBid);
    }
}
