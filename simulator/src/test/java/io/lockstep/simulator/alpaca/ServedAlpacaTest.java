package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.binance.BinanceSimulatorSettings;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.scenario.FaultKind;
import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.scenario.ScenarioSettings;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alpaca behind the server of all venues, with the faults of a scenario; its day begins at the settings' time. */
class ServedAlpacaTest {
    private static final String ORDER = "symbol=F qty=1 side=buy type=market time_in_force=day client_order_id=s-1";

    private static VenueServer start(FaultSettings... faults) {
        AlpacaSimulatorSettings morning = new AlpacaSimulatorSettings(
                "test-key",
                "test-secret",
                100_000 * FixedPoint.ONE,
                new AlpacaMarketSettings(1, 100, AlpacaKit.MORNING, 1),
                new AlpacaPaperSettings(FillModel.ANY_SIZE, 0, 5, 2_000, 10, false, true),
                AlpacaStreamSettings.defaults());
        VenueServerSettings settings = new VenueServerSettings(1, 1_000, BinanceSimulatorSettings.defaults(), morning);
        return new VenueServer(settings, InstantSource.system())
                .scenario(new ScenarioSettings(List.of(faults)))
                .start(new VenuePorts(null, null, 0));
    }

    @Test
    void shouldTradeBehindTheServer() throws Exception {
        try (VenueServer server = start()) {
            AlpacaClient client = new AlpacaClient(server.port("alpaca"));
            AlpacaClient.Frames stream = client.openTrading();

            client.order(ORDER);

            assertThat(AlpacaClient.at(stream.awaitEvent("fill"), "data.order.client_order_id"))
                    .isEqualTo("s-1");
        }
    }

    @Test
    void shouldTellAFillTwiceInBinaryFrames() throws Exception {
        FaultSettings twice = FaultSettings.of(FaultKind.DUPLICATE)
                .where("/stream", "\"event\":\"fill\"")
                .times(0, 1, 1);
        try (VenueServer server = start(twice)) {
            AlpacaClient client = new AlpacaClient(server.port("alpaca"));
            AlpacaClient.Frames stream = client.openTrading();

            client.order(ORDER);
            JsonValue first = stream.awaitEvent("fill");
            FrameQueue.Frame second = stream.next();

            assertThat(second.isBinary()).isTrue();
            assertThat(AlpacaClient.at(second.value(), "data.execution_id"))
                    .isEqualTo(AlpacaClient.at(first, "data.execution_id"));
        }
    }

    @Test
    void shouldLoseTheAnswerAndFailWithTheVenuesWords() throws Exception {
        FaultSettings lost = FaultSettings.of(FaultKind.LOST_ANSWER)
                .where("/v2/orders", "POST")
                .times(0, 1, 1);
        FaultSettings failed = FaultSettings.of(FaultKind.UNKNOWN_ERROR)
                .where("/v2/clock", null)
                .times(0, 1, 1);
        FaultSettings busy =
                FaultSettings.of(FaultKind.ERROR).where("/v2/calendar", null).times(0, 1, 1);
        try (VenueServer server = start(lost, failed, busy)) {
            AlpacaClient client = new AlpacaClient(server.port("alpaca"));

            assertThatThrownBy(
                            () -> client.send("POST", "/v2/orders", AlpacaClient.json(ORDER), Duration.ofMillis(200)))
                    .isInstanceOf(HttpTimeoutException.class);
            Answer found = awaitOrder(client, "s-1");

            assertThat(found.at("client_order_id")).isEqualTo("s-1");
            assertThat(client.get("/v2/clock").at("code")).isEqualTo("50010000");
            assertThat(client.get("/v2/calendar").at("code")).isEqualTo("42910000");
        }
    }

    @Test
    void shouldRefuseEverybodyDuringABan() throws Exception {
        FaultSettings ban = FaultSettings.of(FaultKind.BAN).during(Duration.ZERO, Duration.ofMinutes(5));
        try (VenueServer server = start(ban)) {
            AlpacaClient client = new AlpacaClient(server.port("alpaca"));
            Answer first = client.get("/v2/clock");
            for (int tries = 0; first.status() == 200 && tries < 1_000; tries++) {
                first = client.get("/v2/clock");
            }

            assertThat(first.status()).isEqualTo(429);
            assertThatThrownBy(() -> client.open("/stream"))
                    .hasRootCauseMessage("Unexpected HTTP response status code 429");
        }
    }

    @Test
    void shouldStateTheWrongTime() throws Exception {
        FaultSettings skew = FaultSettings.of(FaultKind.CLOCK_SKEW).skewed(-3_600_000);
        try (VenueServer server = start(skew)) {
            AlpacaClient client = new AlpacaClient(server.port("alpaca"));
            Answer clock = client.get("/v2/clock");
            for (int tries = 0; !clock.at("timestamp").startsWith("2026-03-10T09") && tries < 1_000; tries++) {
                clock = client.get("/v2/clock");
            }

            assertThat(clock.at("timestamp")).startsWith("2026-03-10T09:3");
            assertThat(clock.at("is_open")).isEqualTo("true");
        }
    }

    /** Nobody says when a request is through whose answer is lost. */
    private static Answer awaitOrder(AlpacaClient client, String clientOrderId) throws Exception {
        long end = System.nanoTime() + AlpacaClient.PATIENCE.toNanos();
        Answer found;
        do {
            assertThat(System.nanoTime()).as("the order arrives in time").isLessThan(end);
            found = client.get("/v2/orders:by_client_order_id?client_order_id=" + clientOrderId);
        } while (found.status() == 404);
        return found;
    }
}
