package io.lockstep.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Things connectors do below the level of requests. */
class PlainClientTest {
    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;

    @Test
    void shouldIgnoreOffersOfHttp2() throws IOException {
        try (VenueServer server = Venues.start();
                RawClient client = new RawClient(server.port(Venues.SPOT))) {
            String head = client.ask(
                    "GET /api/v3/ping HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA");

            assertThat(head).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("upgrade:");
            assertThat(client.body(2)).isEqualTo("{}");
        }
    }

    @Test
    void shouldAnswerSeveralRequestsOnOneConnection() throws IOException {
        try (VenueServer server = Venues.start();
                RawClient client = new RawClient(server.port(Venues.USDM))) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.ask("GET /fapi/v1/ping HTTP/1.1", "Host: localhost"))
                        .startsWith("HTTP/1.1 200 ");
                assertThat(client.body(2)).isEqualTo("{}");
            }
        }
    }

    @Test
    void shouldStayUncompressedWhateverIsOffered() throws IOException {
        try (VenueServer server = Venues.start();
                RawClient client = new RawClient(server.port(Venues.SPOT))) {
            String head = client.upgrade(
                    "/ws/btcusdt@bookTicker",
                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, x-webkit-deflate-frame",
                    "Origin: http://localhost");

            assertThat(head).startsWith("HTTP/1.1 101 ").doesNotContainIgnoringCase("permessage-deflate");
            RawClient.Frame frame = client.next(TEXT);
            assertThat(frame.isCompressed()).isFalse();
            assertThat(frame.payload()).startsWith("{\"u\":");
        }
    }

    @Test
    void shouldReadRequestsInFragments() throws IOException {
        try (VenueServer server = Venues.start();
                RawClient client = new RawClient(server.port(Venues.SPOT))) {
            client.upgrade("/ws");

            client.send(TEXT, "{\"method\":\"LIST_SUBSC");
            client.send(FINAL | PING, "between");
            client.send(FINAL, "RIPTIONS\",\"id\":null}");

            assertThat(client.next(PONG).payload()).isEqualTo("between");
            assertThat(client.next(TEXT).payload()).isEqualTo("{\"result\":[],\"id\":null}");
        }
    }

    @Test
    void shouldCutWhoDoesNotAnswerPings() throws IOException {
        try (VenueServer server = Venues.start(new ManualTime(), pinging());
                RawClient client = new RawClient(server.port(Venues.SPOT))) {
            client.upgrade("/ws");

            assertThat(client.next(PING).payload()).isNotEmpty();
            assertThatThrownBy(() -> {
                        while (true) {
                            client.next();
                            client.send(FINAL | PONG, "unsolicited");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldKeepWhoAnswersPingsUntilItsDayIsOver() throws IOException {
        ManualTime time = new ManualTime();
        try (VenueServer server = Venues.start(time, pinging());
                RawClient client = new RawClient(server.port(Venues.SPOT))) {
            client.upgrade("/ws");
            for (int i = 0; i < 10; i++) {
                client.send(FINAL | PONG, client.next(PING).payload());
            }

            time.advance(Duration.ofHours(24));
            RawClient.Frame close = client.next(8);

            assertThat((close.payload().charAt(0) << 8) + close.payload().charAt(1))
                    .isEqualTo(1001);
        }
    }

    private static VenueServerSettings pinging() {
        return VenueServerSettings.of(BinanceSettingsKit.withSpotPings(Duration.ofMillis(300), Duration.ofMillis(900)))
                .stepping(10_000);
    }
}
