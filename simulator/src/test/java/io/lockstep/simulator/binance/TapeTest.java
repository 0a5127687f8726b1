package io.lockstep.simulator.binance;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lockstep.engine.testkit.TestInstruments;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tapes as the market of a venue. */
class TapeTest {
    private static final String TICKER = "/api/v3/ticker/bookTicker?symbol=BTCUSDT";

    private final ManualTime time = new ManualTime();
    private final MemoryTape tape = new MemoryTape(TestInstruments.bitcoin(0));

    @Test
    void shouldShowTheTapesBookAtItsTime() throws Exception {
        tape.events().snapshot(0, levels("100.01", "3", "100", "4"), levels("100.02", "5"));
        tape.events().afterMs(60_000).delta(0, levels("100.01", "0"), levels("100.02", "1"));
        tape.events().afterMs(3_600_000).trade(0, e8("100"), e8("1"));
        try (VenueServer server = start(1)) {
            BinanceClient client = new BinanceClient(server.port(Venues.SPOT));
            JsonValue first = json(client.get(TICKER));
            BinanceClient.Socket socket = client.open("/ws/btcusdt@bookTicker");

            time.advance(Duration.ofSeconds(60));
            JsonValue then = socket.await("change", frame -> at(frame, "u") != null);

            assertThat(at(first, "bidPrice")).isEqualTo("100.01000000");
            assertThat(at(first, "askQty")).isEqualTo("5.00000000");
            assertThat(at(then, "b")).isEqualTo("100.00000000");
            assertThat(at(then, "B")).isEqualTo("4.00000000");
            assertThat(at(then, "A")).isEqualTo("1.00000000");
        }
    }

    @Test
    void shouldPlayFasterThanRecorded() throws Exception {
        tape.events().quote(0, e8("100"), e8("100.01"));
        tape.events().afterMs(60_000).quote(0, e8("101"), e8("101.01"));
        tape.events().afterMs(3_600_000).quote(0, e8("102"), e8("102.01"));
        try (VenueServer server = start(50)) {
            BinanceClient client = new BinanceClient(server.port(Venues.SPOT));
            BinanceClient.Socket socket = client.open("/ws/btcusdt@bookTicker");

            time.advance(Duration.ofMillis(1_200));

            assertThat(at(socket.await("change", frame -> at(frame, "u") != null), "b"))
                    .isEqualTo("101.00000000");
        }
    }

    @Test
    void shouldFormQuotesAroundTradesWhereNoneWereRecorded() throws Exception {
        tape.events().trade(0, e8("100"), e8("0.5"));
        tape.events().afterMs(3_600_000).trade(0, e8("100"), e8("1"));
        try (VenueServer server = start(1)) {
            BinanceClient client = new BinanceClient(server.port(Venues.SPOT));

            JsonValue ticker = json(client.get(TICKER));
            JsonValue trades = json(client.get("/api/v3/trades?symbol=BTCUSDT"));

            assertThat(Double.parseDouble(at(ticker, "askPrice")) - Double.parseDouble(at(ticker, "bidPrice")))
                    .isCloseTo(0.01, within(1e-9));
            assertThat(at(trades, "0.qty")).isEqualTo("0.50000000");
        }
    }

    @Test
    void shouldGoOnFromTheLastPriceWhenTheTapeIsOver() throws Exception {
        tape.events().quote(0, e8("100"), e8("100.01"));
        tape.events().afterMs(1_000).trade(0, e8("100"), e8("1"));
        try (VenueServer server = start(1)) {
            BinanceClient client = new BinanceClient(server.port(Venues.SPOT));
            BinanceClient.Socket socket = client.open("/ws/btcusdt@trade");

            time.advance(Duration.ofSeconds(1));
            socket.await("the tape's trade", frame -> at(frame, "t") != null);
            JsonValue madeUp = socket.await("a trade after it", frame -> at(frame, "t") != null);

            assertThat(Double.parseDouble(at(madeUp, "p"))).isBetween(99.0, 101.0);
        }
    }

    @Test
    void shouldCountRecordsOfInstrumentsNobodyTrades() {
        MemoryTape shares = new MemoryTape(TestInstruments.share(0));
        shares.events().trade(0, e8("100"), e8("1"));
        shares.events().trade(0, e8("100"), e8("1"));
        try (VenueServer server = new VenueServer(VenueServerSettings.defaults(), time)
                .tapes(List.of(shares), 1)
                .start(VenuePorts.ofBinance(0, null))) {
            assertThat(server.skippedRecords()).isEqualTo(2);
        }
    }

    private VenueServer start(double speed) {
        return new VenueServer(VenueServerSettings.defaults(), time)
                .tapes(List.of(tape), speed)
                .start(VenuePorts.ofBinance(0, null));
    }

    private static long[] levels(String... decimals) {
        long[] levels = new long[decimals.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = e8(decimals[i]);
        }
        return levels;
    }
}
