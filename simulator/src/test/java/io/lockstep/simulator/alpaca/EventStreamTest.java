package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates of orders as server-sent events, the only stream of updates the Go library knows. */
class EventStreamTest {
    private static final String PATH = "/v2/events/trades";

    private final HttpClient http = HttpClient.newHttpClient();
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

    /** Keeps the data lines of a stream without end. */
    private static final class Events implements Flow.Subscriber<String> {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("data: ")) {
                lines.add(line.substring("data: ".length()));
            }
        }

        @Override
        public void onError(Throwable error) {
            lines.add("{\"event\":\"broken off\"}");
        }

        @Override
        public void onComplete() {
            lines.add("{\"event\":\"ended\"}");
        }

        JsonValue next() throws InterruptedException {
            String line = lines.poll(AlpacaClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(line).as("next event").isNotNull();
            return JsonReader.read(line);
        }

        String nextEvent() throws InterruptedException {
            return AlpacaClient.at(next(), "event");
        }
    }

    private HttpRequest request(String query, String secret) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + kit.simulator.port() + PATH + query))
                .header("APCA-API-KEY-ID", "test-key")
                .header("APCA-API-SECRET-KEY", secret)
                .build();
    }

    private Events follow(String query) {
        Events events = new Events();
        int before = streams();
        CompletableFuture<?> answer =
                http.sendAsync(request(query, "test-secret"), HttpResponse.BodyHandlers.fromLineSubscriber(events));
        long end = System.nanoTime() + AlpacaClient.PATIENCE.toNanos();
        while (streams() == before && !answer.isDone()) {
            assertThat(System.nanoTime()).as("connected in time").isLessThan(end);
        }
        return events;
    }

    private int streams() {
        return kit.simulator.<Integer>ask(venue -> venue.trading().updates().openStreams());
    }

    private HttpResponse<String> whole(String query) throws Exception {
        return http.send(request(query, "test-secret"), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void shouldTellUpdatesAsTheyHappen() throws Exception {
        Events events = follow("");

        String id = kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");

        assertThat(events.nextEvent()).isEqualTo("pending_new");
        assertThat(events.nextEvent()).isEqualTo("new");
        JsonValue fill = events.next();
        assertThat(List.of("event", "order.id", "qty", "price", "position_qty"))
                .extracting(path -> AlpacaClient.at(fill, path))
                .containsExactly("fill", id, "1", "200", "1");
        assertThat(AlpacaClient.at(fill, "at")).isEqualTo("2026-03-10T14:30:00.005Z");
    }

    @Test
    void shouldBeginWithWhatWasMissedSinceAnId() throws Exception {
        Events first = follow("");
        kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");
        String known = AlpacaClient.at(first.next(), "event_id");

        Events again = follow("?since_id=" + known);

        assertThat(again.nextEvent()).isEqualTo("new");
        assertThat(again.nextEvent()).isEqualTo("fill");
    }

    @Test
    void shouldEndWhereItIsToldTo() throws Exception {
        kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");

        String span = whole("?since=2026-03-10T14:30:00Z&until=2026-03-10T14:30:00.001Z")
                .body();
        Events untilLater = follow("?since=2026-03-10T14:30:00Z&until=2026-03-10T14:31:00Z");
        kit.pass(Duration.ofMinutes(2));

        assertThat(span).contains("\"pending_new\"").doesNotContain("\"event\":\"fill\"");
        assertThat(List.of(
                        untilLater.nextEvent(), untilLater.nextEvent(), untilLater.nextEvent(), untilLater.nextEvent()))
                .containsExactly("pending_new", "new", "fill", "ended");
    }

    @Test
    void shouldRefuseWrongKeysAndContradictions() throws Exception {
        HttpResponse<String> wrong = http.send(request("", "wrong"), HttpResponse.BodyHandlers.ofString());

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(whole("?until=2026-03-10T14:30:00Z").body()).contains("since is required if until is specified");
        assertThat(whole("?since=2026-03-10&since_id=1").statusCode()).isEqualTo(422);
    }

    @Test
    void shouldBeBrokenOffLikeAnyStream() throws Exception {
        Events events = follow("");

        kit.simulator.ask(venue -> {
            venue.trading().updates().cut();
            return venue;
        });

        assertThat(events.nextEvent()).isEqualTo("broken off");
    }
}
