package io.lockstep.gateway.alpaca;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.alpaca.RecordedExchanges.Exchange;
import io.lockstep.gateway.alpaca.rest.RestBounds;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.gateway.alpaca.wire.RestRequest.Method;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import java.net.URI;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.Test;

/** The recorded exchanges once more, over a real socket: what was asked then is asked again, and what came then comes through. */
class RecordedReplayTest {
    @Test
    void shouldCarryEveryRecordedExchangeUnchanged() throws InterruptedException {
        try (ScriptedVenue venue = new ScriptedVenue();
                Transport transport = new Transport(
                        new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
                RestClient client = new RestClient(
                        transport,
                        Endpoint.parse(venue.address("http")),
                        GatewayHarness.KEY,
                        new RestBounds(200, 0, 5_000_000_000L),
                        SystemEpochNanoClock.INSTANCE)) {
            int seen = 0;
            for (Exchange exchange : RecordedExchanges.all()) {
                String path = pathOf(exchange);
                venue.on(exchange.method() + " " + path, exchange.status(), exchange.response());
                RestRequest request = new RestRequest().begin(Method.valueOf(exchange.method()), path);
                if (!exchange.request().isEmpty()) {
                    request.body().raw(exchange.request());
                }

                RestReply reply = client.call(request);

                assertThat(reply.status()).as(path).isEqualTo(exchange.status());
                String expected = exchange.status() == 204 ? "" : exchange.response();
                assertThat(new String(reply.body(), UTF_8)).as(path).isEqualTo(expected);
                assertThat(venue.await(exchange.method() + " " + path, 1).keyId())
                        .isEqualTo("KEY_ID");
                seen++;
            }
            assertThat(seen).isEqualTo(41);
        }
    }

    private static String pathOf(Exchange exchange) {
        URI uri = URI.create(exchange.uri());
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
