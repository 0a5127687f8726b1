package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.scenario.FaultKind;
import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What faults of frames and connections look like to a client. */
class FrameFaultTest {
    private static final String TRADES = "/ws/btcusdt@trade";
    private static final int PATIENCE_SECONDS = 20;

    @Test
    void shouldLeaveOutOneFrame() throws Exception {
        FaultSettings gap =
                FaultSettings.of(FaultKind.GAP).where(TRADES, "\"trade\"").times(2, 1, 1);
        try (VenueServer server = Venues.start(gap)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);

            long first = nextTrade(socket);
            assertThat(nextTrade(socket)).isEqualTo(first + 1);
            assertThat(nextTrade(socket)).as("one trade is missing").isEqualTo(first + 3);
            assertThat(nextTrade(socket)).isEqualTo(first + 4);
            assertThat(Venues.happened(server, Venues.SPOT)).isEqualTo(1);
        }
    }

    @Test
    void shouldSendEverySecondFrameTwice() throws Exception {
        FaultSettings twice =
                FaultSettings.of(FaultKind.DUPLICATE).where(TRADES, null).times(0, 2, 2);
        try (VenueServer server = Venues.start(twice)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);

            long first = nextTrade(socket);
            assertThat(nextTrade(socket)).isEqualTo(first);
            assertThat(nextTrade(socket)).isEqualTo(first + 1);
            assertThat(nextTrade(socket)).isEqualTo(first + 2);
            assertThat(nextTrade(socket)).isEqualTo(first + 2);
            assertThat(nextTrade(socket)).isEqualTo(first + 3);
            assertThat(Venues.happened(server, Venues.SPOT)).isEqualTo(2);
        }
    }

    @Test
    void shouldSendAFrameBehindTheNext() throws Exception {
        FaultSettings reorder =
                FaultSettings.of(FaultKind.REORDER).where(TRADES, null).times(1, 1, 1);
        try (VenueServer server = Venues.start(reorder)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);

            long first = nextTrade(socket);
            assertThat(nextTrade(socket)).isEqualTo(first + 2);
            assertThat(nextTrade(socket)).isEqualTo(first + 1);
            assertThat(nextTrade(socket)).isEqualTo(first + 3);
        }
    }

    @Test
    void shouldSendGarbage() throws Exception {
        FaultSettings garbage = FaultSettings.of(FaultKind.GARBAGE).where(TRADES, null);
        try (VenueServer server = Venues.start(garbage)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);

            String frame = socket.awaitRaw();
            assertThatThrownBy(() -> JsonReader.read(frame)).isInstanceOf(RuntimeException.class);
            assertThat(nextTrade(socket)).isPositive();
        }
    }

    @Test
    void shouldCutTheConnectionInsteadOfAFrame() throws Exception {
        FaultSettings drop =
                FaultSettings.of(FaultKind.DROP).where(TRADES, null).times(1, 1, 1);
        try (VenueServer server = Venues.start(drop)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);

            assertThat(nextTrade(socket)).isPositive();
            assertThat(socket.awaitClose()).isEqualTo("1006");
            assertThat(nextTrade(spot(server).open(TRADES))).isPositive();
        }
    }

    @Test
    void shouldAnswerPingsAndNothingElseWhileMute() throws Exception {
        FaultSettings mute =
                FaultSettings.of(FaultKind.MUTE).where(TRADES, null).during(Duration.ZERO, Duration.ofMinutes(1));
        ManualTime time = new ManualTime();
        try (VenueServer server = Venues.start(time, VenueServerSettings.defaults(), mute)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);
            BinanceClient.Socket other = spot(server).open("/ws/btcusdt@aggTrade");

            nextTrade(other);
            nextTrade(other);
            socket.ping().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertThat(socket.isQuiet()).isTrue();
            assertThat(Venues.happened(server, Venues.SPOT)).isPositive();
            time.advance(Duration.ofMinutes(1));
            assertThat(nextTrade(socket)).isPositive();
        }
    }

    @Test
    void shouldNeitherReadNorWriteWhileHalfOpen() throws Exception {
        FaultSettings half = FaultSettings.of(FaultKind.HALF_OPEN)
                .where(TRADES, null)
                .during(Duration.ofSeconds(10), Duration.ofMinutes(1));
        ManualTime time = new ManualTime();
        try (VenueServer server = Venues.start(time, VenueServerSettings.defaults(), half)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);
            BinanceClient.Socket other = spot(server).open("/ws/btcusdt@aggTrade");
            nextTrade(socket);
            time.advance(Duration.ofSeconds(10));
            long before = Venues.happened(server, Venues.SPOT);
            while (Venues.happened(server, Venues.SPOT) == before) {
                nextTrade(other);
            }

            CompletableFuture<Void> pong = socket.ping();
            nextTrade(other);
            nextTrade(other);

            assertThat(pong).isNotDone();
            time.advance(Duration.ofMinutes(1));
            pong.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(nextTrade(socket)).isPositive();
        }
    }

    @Test
    void shouldHoldAFrameAndAllBehindIt() throws Exception {
        FaultSettings slow = FaultSettings.of(FaultKind.SLOW)
                .where(TRADES, null)
                .times(1, 1, 1)
                .by(Duration.ofSeconds(3));
        try (VenueServer server = Venues.start(slow)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);
            BinanceClient.Socket other = spot(server).open("/ws/btcusdt@aggTrade");
            long first = nextTrade(socket);
            while (nextTrade(other) <= first + 1) {
                // until the public has seen the trade that is held back here
            }

            assertThat(socket.isQuiet()).isTrue();
            assertThat(nextTrade(socket)).isEqualTo(first + 1);
            assertThat(nextTrade(socket)).isEqualTo(first + 2);
            assertThat(nextTrade(socket)).isEqualTo(first + 3);
        }
    }

    @Test
    void shouldKeepFramesWholeWhileBytesTrickle() throws Exception {
        FaultSettings trickle = FaultSettings.of(FaultKind.TRICKLE).during(Duration.ZERO, Duration.ofMinutes(1));
        try (VenueServer server = Venues.start(trickle)) {
            BinanceClient.Socket socket = spot(server).open(TRADES);

            long first = nextTrade(socket);
            assertThat(nextTrade(socket)).isEqualTo(first + 1);
            assertThat(Venues.happened(server, Venues.SPOT)).isPositive();
        }
    }

    @Test
    void shouldTellOfAFillAfterTheAnswer() throws Exception {
        FaultSettings late = FaultSettings.of(FaultKind.LATE_FILL).by(Duration.ofMillis(300));
        try (VenueServer server = Venues.start(late)) {
            BinanceClient client = spot(server);
            BinanceClient.Socket socket = client.open("/ws-api/v3");
            socket.send(client.request("s", "userDataStream.subscribe.signature", ""));
            socket.answer("s");
            String order = "\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.001\"";

            socket.send(client.request("o", "order.place", order));
            JsonValue first = socket.await("answer or fill", FrameFaultTest::isAnswerOrFill);
            JsonValue second = socket.await("answer or fill", FrameFaultTest::isAnswerOrFill);

            assertThat(at(first, "result.status")).isEqualTo("FILLED");
            assertThat(at(second, "event.x")).isEqualTo("TRADE");
        }
    }

    private static boolean isAnswerOrFill(JsonValue frame) {
        return "o".equals(at(frame, "id")) || "TRADE".equals(at(frame, "event.x"));
    }

    private static long nextTrade(BinanceClient.Socket socket) throws InterruptedException {
        JsonValue trade = socket.await("trade", frame -> at(frame, "p") != null);
        String id = at(trade, "t");
        return Long.parseLong(id == null ? at(trade, "a") : id);
    }

    private static BinanceClient spot(VenueServer server) {
        return new BinanceClient(server.port(Venues.SPOT));
    }
}
