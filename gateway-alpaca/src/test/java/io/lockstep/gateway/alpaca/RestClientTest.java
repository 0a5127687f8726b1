package io.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.alpaca.orderentry.RestRequests;
import io.lockstep.gateway.alpaca.rest.RestBounds;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.rest.RestCounters.Event;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.ratelimit.Priority;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestClientTest {
    private final Transport transport =
            new Transport(new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
    private final RestRequests requests = new RestRequests();
    private ScriptedVenue venue;
    private RestClient client;

    @BeforeEach
    void open() throws InterruptedException {
        venue = new ScriptedVenue();
        client = client(venue.address("http"), 4, 2);
        venue.on("GET /v2/clock", 200, "{}");
    }

    @AfterEach
    void close() {
        client.close();
        transport.close();
        venue.close();
    }

    @Test
    void shouldKeepTheReserveForCancels() throws Exception {
        assertThat(send(Priority.ORDINARY)).isEqualTo(RestReply.Kind.ANSWERED);
        assertThat(send(Priority.ORDINARY)).isEqualTo(RestReply.Kind.ANSWERED);

        assertThat(send(Priority.ORDINARY)).isEqualTo(RestReply.Kind.RATE_LIMITED);
        assertThat(send(Priority.CANCEL)).isEqualTo(RestReply.Kind.ANSWERED);
        assertThat(send(Priority.CANCEL)).isEqualTo(RestReply.Kind.ANSWERED);
        assertThat(send(Priority.CANCEL)).isEqualTo(RestReply.Kind.RATE_LIMITED);
        assertThat(client.counters().get(Event.HELD_BACK)).isEqualTo(2);
    }

    @Test
    void shouldKeepStillWhenTheVenueSaysThatThereAreTooMany() throws Exception {
        venue.on("GET /v2/clock", 429, "{\"code\":42910000,\"message\":\"rate limit exceeded\"}");

        assertThat(send(Priority.ORDINARY)).isEqualTo(RestReply.Kind.ANSWERED);

        assertThat(send(Priority.CANCEL)).isEqualTo(RestReply.Kind.RATE_LIMITED);
        assertThat(client.counters().get(Event.TOO_MANY)).isEqualTo(1);
    }

    @Test
    void shouldTellARequestThatWasLostFromOneThatWasNeverSent() throws Exception {
        venue.on("GET /v2/clock", 0, "");
        assertThat(send(Priority.ORDINARY)).isEqualTo(RestReply.Kind.LOST);
        String gone = venue.address("http");
        venue.close();

        try (RestClient nobody = client(gone, 4, 0)) {
            CompletableFuture<RestReply> reply = new CompletableFuture<>();
            nobody.send(requests.clock(), Priority.ORDINARY, Runnable::run, reply::complete);
            assertThat(reply.get(20, TimeUnit.SECONDS).kind()).isEqualTo(RestReply.Kind.NOT_SENT);
            assertThat(nobody.counters().get(Event.NOT_SENT)).isEqualTo(1);
        }
    }

    @Test
    void shouldThrowWithoutTheKeyWhenNobodyAnswersAPerson() {
        venue.on("GET /v2/clock", 0, "");

        assertThatThrownBy(() -> client.call(requests.clock()))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("GET /v2/clock")
                .hasMessageNotContaining("VERY_SECRET");
    }

    private RestReply.Kind send(Priority priority) throws Exception {
        CompletableFuture<RestReply> reply = new CompletableFuture<>();
        client.send(requests.clock(), priority, Runnable::run, reply::complete);
        return reply.get(20, TimeUnit.SECONDS).kind();
    }

    private RestClient client(String address, int perMinute, int reserve) {
        return new RestClient(
                transport,
                Endpoint.parse(address),
                GatewayHarness.KEY,
                new RestBounds(perMinute, reserve, 5_000_000_000L),
                SystemEpochNanoClock.INSTANCE);
    }
}
