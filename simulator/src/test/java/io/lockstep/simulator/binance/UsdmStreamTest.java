package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.testkit.TestInstruments;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User streams of futures: the ways to open one, its key's life, and what only time brings. */
class UsdmStreamTest {
    private static final String ORDER = "/fapi/v1/order";

    private final ManualTime time = new ManualTime();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/private/ws/KEY",
                "/private/ws?listenKey=KEY",
                "/private/ws?listenKey=KEY&events=ORDER_TRADE_UPDATE/ACCOUNT_UPDATE",
                "/private/stream?listenKey=KEY&events=ORDER_TRADE_UPDATE",
                "/private/stream?streams=KEY",
                "/ws/KEY",
                "/stream?streams=KEY"
            })
    void shouldOpenUserStreamEachOfManyWays(String path) throws Exception {
        try (VenueServer server = start(VenueServerSettings.defaults())) {
            BinanceClient client = usdm(server);
            String key = listenKey(client);
            BinanceClient.Socket socket = client.open(path.replace("KEY", key));

            client.signed("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010");

            String prefix = path.contains("stream?") ? "data." : "";
            JsonValue trade = socket.await("trade", frame -> "TRADE".equals(at(frame, prefix + "o.x")));
            assertThat(at(trade, prefix + "e")).isEqualTo("ORDER_TRADE_UPDATE");
            assertThat(at(trade, "stream")).isEqualTo(prefix.isEmpty() ? null : key);
        }
    }

    @Test
    void shouldSubscribeToUserStreamLater() throws Exception {
        try (VenueServer server = start(VenueServerSettings.defaults())) {
            BinanceClient client = usdm(server);
            String key = listenKey(client);
            BinanceClient.Socket socket = client.open("/private/ws");

            socket.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + key + "\"],\"id\":1}");
            socket.answer("1");
            client.signed("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010");

            assertThat(at(socket.await("fill", frame -> "TRADE_LITE".equals(at(frame, "e"))), "s"))
                    .isEqualTo("BTCUSDT");
        }
    }

    @Test
    void shouldKeepAKeyAliveForAnHourFromTheLastCall() throws Exception {
        try (VenueServer server = start(slowMarket())) {
            BinanceClient client = usdm(server);
            String key = listenKey(client);
            BinanceClient.Socket socket = client.open("/private/ws/" + key);

            time.advance(Duration.ofMinutes(40));
            assertThat(at(json(client.send("PUT", "/fapi/v1/listenKey", "")), "listenKey"))
                    .isEqualTo(key);
            time.advance(Duration.ofMinutes(40));
            assertThat(at(json(client.send("PUT", "/fapi/v1/listenKey", "")), "listenKey"))
                    .isEqualTo(key);
            time.advance(Duration.ofMinutes(61));

            socket.await("expiry", frame -> "listenKeyExpired".equals(at(frame, "e")));
            assertThat(at(json(client.send("PUT", "/fapi/v1/listenKey", "")), "code"))
                    .isEqualTo("-1125");
        }
    }

    @Test
    void shouldPayFundingAtItsTime() throws Exception {
        try (VenueServer server = start(slowMarket())) {
            BinanceClient client = usdm(server);
            BinanceClient.Socket marks = client.open("/market/ws/btcusdt@markPrice@1s");
            BinanceClient.Socket socket = client.open("/private/ws/" + listenKey(client));
            client.signed("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1");
            long due = Long.parseLong(at(marks.await("mark", frame -> at(frame, "T") != null), "T"));

            time.advance(Duration.between(time.instant(), Instant.ofEpochMilli(due)));
            JsonValue paid = socket.await("funding", frame -> "FUNDING_FEE".equals(at(frame, "a.m")));

            assertThat(at(paid, "a.S")).isEqualTo("BTCUSDT");
            assertThat(Double.parseDouble(at(paid, "a.B.0.bc"))).isNotZero();
            assertThat(client.signedAt(
                                    time.instant().toEpochMilli(), "GET", "/fapi/v1/income", "incomeType=FUNDING_FEE")
                            .body())
                    .contains("\"symbol\":\"BTCUSDT\"", "\"income\":\"" + padded(at(paid, "a.B.0.bc")));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void shouldLeaveOutNewFieldsWhereOldPayloadsAreWanted(boolean legacy, boolean shown) throws Exception {
        try (VenueServer server = start(VenueServerSettings.of(BinanceSettingsKit.legacy(legacy)))) {
            BinanceClient.Socket trades = usdm(server).open("/market/ws/btcusdt@aggTrade");
            BinanceClient.Socket quotes = usdm(server).open("/public/ws/btcusdt@bookTicker");

            JsonValue trade = trades.await("trade", frame -> at(frame, "a") != null);
            JsonValue quote = quotes.await("quote", frame -> at(frame, "u") != null);

            assertThat(at(trade, "st") != null && at(trade, "nq") != null).isEqualTo(shown);
            assertThat(at(quote, "ps") != null && at(quote, "st") != null).isEqualTo(shown);
        }
    }

    @Test
    void shouldTriggerConditionalOrderAndTellBothServices() throws Exception {
        MemoryTape tape = new MemoryTape(TestInstruments.etherPerpetual(0));
        tape.events().quote(0, TestInstruments.e8("2650"), TestInstruments.e8("2650.10"));
        tape.events().trade(0, TestInstruments.e8("2650"), TestInstruments.e8("1"));
        tape.events().afterMs(60_000).trade(0, TestInstruments.e8("2660"), TestInstruments.e8("1"));
        try (VenueServer server = new VenueServer(VenueServerSettings.defaults(), time)
                .tapes(List.of(tape), 1)
                .start(VenuePorts.ofBinance(0, 0))) {
            BinanceClient client = usdm(server);
            BinanceClient.Socket socket = client.open("/private/ws/" + listenKey(client));
            String stop =
                    "algoType=CONDITIONAL&symbol=ETHUSDT&side=BUY&type=STOP_MARKET&quantity=0.1&triggerPrice=2655";
            String id = at(json(client.signed("POST", "/fapi/v1/algoOrder", stop)), "algoId");

            time.advance(Duration.ofSeconds(60));

            JsonValue triggered = socket.await("trigger", frame -> "TRIGGERED".equals(at(frame, "o.X")));
            assertThat(at(triggered, "o.aid")).isEqualTo(id);
            JsonValue trade = socket.await("trade", frame -> "TRADE".equals(at(frame, "o.x")));
            assertThat(at(trade, "o.i")).isEqualTo(at(triggered, "o.ai"));
            assertThat(at(trade, "o.ot")).isEqualTo("STOP_MARKET");
            socket.await("finish", frame -> "FINISHED".equals(at(frame, "o.X")));
        }
    }

    @Test
    void shouldLiquidateWhenTheMarkFallsTooFar() throws Exception {
        Instrument recorded = TestInstruments.etherPerpetual(0);
        MemoryTape tape = new MemoryTape(recorded);
        tape.events()
                .quote(
                        0,
                        TestInstruments.e8("2650"),
                        TestInstruments.e8("100"),
                        TestInstruments.e8("2650.10"),
                        TestInstruments.e8("100"));
        tape.events().mark(0, TestInstruments.e8("2650"));
        tape.events()
                .afterMs(60_000)
                .quote(
                        0,
                        TestInstruments.e8("2500"),
                        TestInstruments.e8("100"),
                        TestInstruments.e8("2500.10"),
                        TestInstruments.e8("100"));
        tape.events().mark(0, TestInstruments.e8("2500"));
        Map<String, Long> money = Map.of("USDT", TestInstruments.e8("120"));
        BinanceAccount account = new BinanceAccount("test-key", "test-secret", null, true, money, money);
        try (VenueServer server = new VenueServer(
                        VenueServerSettings.of(BinanceSettingsKit.withLeverage(50, account)), time)
                .tapes(List.of(tape), 1)
                .start(VenuePorts.ofBinance(0, 0))) {
            BinanceClient client = usdm(server);
            BinanceClient.Socket socket = client.open("/private/ws/" + listenKey(client));
            BinanceClient.Socket market = client.open("/market/ws/!forceOrder@arr");
            String order = "symbol=ETHUSDT&side=BUY&type=MARKET&quantity=1&newOrderRespType=RESULT";
            assertThat(at(json(client.signed("POST", ORDER, order)), "status")).isEqualTo("FILLED");

            time.advance(Duration.ofSeconds(60));
            JsonValue forced = socket.await("liquidation", frame -> "CALCULATED".equals(at(frame, "o.x")));

            assertThat(at(market.await("public", frame -> at(frame, "o.s") != null), "o.S"))
                    .isEqualTo("SELL");
            assertThat(at(forced, "o.c")).startsWith("autoclose-");
            assertThat(at(forced, "o.S")).isEqualTo("SELL");
            String inVenueTime = client.sign(BinanceClient.timed("symbol=ETHUSDT", time.millis()));
            assertThat(at(json(client.get("/fapi/v1/forceOrders?" + inVenueTime)), "0.clientOrderId"))
                    .isEqualTo(at(forced, "o.c"));
            assertThat(at(
                            socket.await(
                                    "position",
                                    frame -> at(frame, "a.P.0.pa") != null && "0".equals(at(frame, "a.P.0.pa"))),
                            "a.P.0.s"))
                    .isEqualTo("ETHUSDT");
        }
    }

    private static String padded(String decimal) {
        return new BigDecimal(decimal).setScale(8).toPlainString();
    }

    private static VenueServerSettings slowMarket() {
        return VenueServerSettings.defaults().stepping(10_000);
    }

    private VenueServer start(VenueServerSettings settings) {
        return Venues.start(time, settings);
    }

    private static BinanceClient usdm(VenueServer server) {
        return new BinanceClient(server.port(Venues.USDM));
    }

    private static String listenKey(BinanceClient client) throws Exception {
        return at(json(client.send("POST", "/fapi/v1/listenKey", "")), "listenKey");
    }
}
