package io.lockstep.transport.http;

import static io.lockstep.transport.net.TransportCounter.HTTP_CONNECTIONS_OPENED;
import static io.lockstep.transport.net.TransportCounter.HTTP_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lockstep.transport.http.HttpOutcome.Cause;
import io.lockstep.transport.loopback.ClientNet;
import io.lockstep.transport.loopback.LoopbackServer;
import io.lockstep.transport.loopback.LoopbackServer.Script;
import io.lockstep.transport.loopback.Peer;
import io.lockstep.transport.net.Scheme;
import io.lockstep.transport.net.TlsSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client on real sockets: answered, certainly not sent, or unknown; never anything else, never twice. */
@Timeout(60)
class HttpClientLoopbackTest {
    private static final HttpSettings ONE = HttpSettings.DEFAULT.withConnections(1, 0, 8);
    private static final long SHORT_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ClientNet net = new ClientNet(TlsSettings.DEFAULT);
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private LoopbackServer server;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : resources) {
            resource.close();
        }
        net.close();
    }

    @Test
    void shouldSendMethodPathHeadersAndBody() throws Exception {
        HttpClient client = client(ONE, answerAll("ok"));
        HttpCall call = HttpCall.of("POST", "/v2/orders?x=1")
                .withHeader("X-KEY", "secret")
                .withBody("application/json", "{\"qty\":\"1\"}".getBytes(StandardCharsets.UTF_8));

        HttpAnswer answer = answered(client.send(call));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.bodyText()).isEqualTo("ok");
        assertThat(answer.header("x-mbx-used-weight-1m")).isEqualTo("7");
        assertThat(answer.header("absent")).isNull();
        String request = requests.take();
        assertThat(request).startsWith("POST /v2/orders?x=1 HTTP/1.1\r\n").endsWith("\r\n\r\n{\"qty\":\"1\"}");
        assertThat(Peer.header(request, "x-key")).isEqualTo("secret");
        assertThat(Peer.header(request, "content-type")).isEqualTo("application/json");
        assertThat(Peer.header(request, "host"))
                .isEqualTo(server.endpoint(Scheme.HTTP).hostHeader());
        assertThat(call).hasToString("POST /v2/orders");
    }

    @Test
    void shouldUseOneConnectionForManyCalls() throws Exception {
        HttpClient client = client(ONE, answerAll("ok"));

        for (int i = 0; i < 20; i++) {
            assertThat(answered(client.send(HttpCall.of("GET", "/" + i))).status())
                    .isEqualTo(200);
        }

        assertThat(server.connections()).isEqualTo(1);
        assertThat(Peer.header(requests.take(), "content-length")).isEmpty();
    }

    @Test
    void shouldServeConcurrentCallsOverAFewConnections() throws Exception {
        HttpClient client = client(HttpSettings.DEFAULT.withConnections(3, 0, 100), answerAll("ok"));

        List<CompletableFuture<HttpOutcome>> outcomes = IntStream.range(0, 60)
                .mapToObj(i -> client.send(HttpCall.of("GET", "/" + i)))
                .toList();

        for (CompletableFuture<HttpOutcome> outcome : outcomes) {
            assertThat(answered(outcome).status()).isEqualTo(200);
        }
        assertThat(server.connections()).isBetween(1, 3);
        assertThat(requests).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepConnectionsWarm() throws Exception {
        client(HttpSettings.DEFAULT.withConnections(4, 2, 8), (peer, number) -> peer.holdOpen());

        await("warm connections").until(() -> net.count(HTTP_CONNECTIONS_OPENED) == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad Request\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nbody",
                "HTTP/1.0 400 Bad Request\r\n\r\nbody"
            })
    void shouldReadAnswersOfAnyShape(String bytes) throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            peer.readRequest();
            peer.send(bytes);
            if (!bytes.contains("Content-Length") && !bytes.contains("chunked")) {
                return;
            }
            peer.holdOpen();
        });

        HttpAnswer answer = answered(client.send(HttpCall.of("GET", "/")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.bodyText()).isEqualTo("body");
    }

    @Test
    void shouldConnectAnewAfterAnAnswerThatCloses() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n" + number);
        });

        assertThat(answered(client.send(HttpCall.of("GET", "/"))).bodyText()).isEqualTo("1");
        assertThat(answered(client.send(HttpCall.of("GET", "/"))).bodyText()).isEqualTo("2");
    }

    @Test
    void shouldNotFollowARedirect() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            requests.add(peer.readRequest());
            peer.send("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
            peer.holdOpen();
        });

        assertThat(answered(client.send(HttpCall.of("GET", "/"))).status()).isEqualTo(302);
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldCallAnUnansweredRequestUnknown() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            requests.add(peer.readRequest());
            peer.holdOpen();
        });

        HttpOutcome outcome =
                client.send(HttpCall.of("POST", "/order").withTimeout(SHORT_NS)).get();

        assertUnknown(outcome, Cause.TIMEOUT);
        assertThat(requests).hasSize(1);
        assertThat(net.count(HTTP_UNKNOWN)).isEqualTo(1);
    }

    @Test
    void shouldNotTakeALateAnswerForThatOfTheNextCall() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            requests.add(peer.readRequest());
            if (number == 1) {
                peer.holdOpen();
            }
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number);
            peer.holdOpen();
        });
        assertUnknown(
                client.send(HttpCall.of("GET", "/1").withTimeout(SHORT_NS)).get(), Cause.TIMEOUT);

        HttpAnswer answer = answered(client.send(HttpCall.of("GET", "/2")));

        assertThat(answer.bodyText()).isEqualTo("2");
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"})
    void shouldCallARequestCutByAResetUnknown(String answerBeforeReset) throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            requests.add(peer.readRequest());
            peer.send(answerBeforeReset);
            peer.reset();
        });

        HttpOutcome outcome = client.send(HttpCall.of("POST", "/order")).get();

        assertUnknown(outcome, Cause.CONNECTION_LOST);
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldCallGarbageUnknown() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            peer.readRequest();
            peer.send("\u0001\u0002\u0003 what\r\n\r\n");
            peer.holdOpen();
        });

        assertUnknown(client.send(HttpCall.of("GET", "/")).get(), Cause.BAD_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1001\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n7d0\r\n"})
    void shouldNotReadAnswersLongerThanAllowed(String head) throws Exception {
        HttpClient client = client(ONE.withMaxBody(1_000), (peer, number) -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\n" + head + "x".repeat(2_000));
            peer.holdOpen();
        });

        assertUnknown(client.send(HttpCall.of("GET", "/")).get(), Cause.ANSWER_TOO_LARGE);
    }

    @Test
    void shouldKnowThatNothingWasSentWhenNobodyListens() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {});
        server.close();

        assertNotSent(client.send(HttpCall.of("POST", "/order")).get(), Cause.CONNECT_FAILED);
    }

    @Test
    void shouldKnowThatNothingWasSentWhenNoConnectionWasFreeInTime() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            requests.add(peer.readRequest());
            peer.holdOpen();
        });
        CompletableFuture<HttpOutcome> first = client.send(HttpCall.of("GET", "/1"));

        HttpOutcome second =
                client.send(HttpCall.of("GET", "/2").withTimeout(SHORT_NS)).get();

        assertNotSent(second, Cause.TIMEOUT);
        assertThat(first).isNotDone();
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldRefuseMoreCallsThanMayWait() throws Exception {
        HttpClient client = client(ONE.withConnections(1, 0, 2), (peer, number) -> peer.holdOpen());
        client.send(HttpCall.of("GET", "/sent"));
        await("connection").until(() -> net.count(HTTP_CONNECTIONS_OPENED) == 1);
        client.send(HttpCall.of("GET", "/waiting"));
        client.send(HttpCall.of("GET", "/waiting"));

        assertNotSent(client.send(HttpCall.of("GET", "/refused")).get(), Cause.TOO_MANY_WAITING);
    }

    @Test
    void shouldNotUseAConnectionTheServerClosedMeanwhile() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number);
        });
        answered(client.send(HttpCall.of("GET", "/")));
        await("the server's close")
                .until(() ->
                        !net.loop().submit(() -> client.hasOpenConnections()).get());

        assertThat(answered(client.send(HttpCall.of("GET", "/"))).bodyText()).isEqualTo("2");
    }

    @Test
    void shouldCloseConnectionsNobodyUses() throws Exception {
        HttpClient client = client(ONE.withTimeouts(TimeUnit.SECONDS.toNanos(5), SHORT_NS), answerAll("ok"));
        answered(client.send(HttpCall.of("GET", "/")));

        await("close")
                .until(() ->
                        !net.loop().submit(() -> client.hasOpenConnections()).get());
    }

    @Test
    void shouldEndEveryCallWhenClosed() throws Exception {
        HttpClient client = client(ONE, (peer, number) -> {
            requests.add(peer.readRequest());
            peer.holdOpen();
        });
        CompletableFuture<HttpOutcome> sent = client.send(HttpCall.of("GET", "/sent"));
        CompletableFuture<HttpOutcome> waiting = client.send(HttpCall.of("GET", "/waiting"));
        requests.take();

        client.close();

        assertUnknown(sent.get(), Cause.CLIENT_CLOSED);
        assertNotSent(waiting.get(), Cause.CLIENT_CLOSED);
        assertNotSent(client.send(HttpCall.of("GET", "/late")).get(), Cause.CLIENT_CLOSED);
    }

    @Test
    void shouldRefuseHeadersAndPathsThatCouldSplitTheRequest() {
        assertThatThrownBy(() -> HttpCall.of("GET", "/").withHeader("X-A", "b\r\nX-C: d"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpCall.of("GET", "/ HTTP/1.1\r\nX: y")).isInstanceOf(IllegalArgumentException.class);
    }

    private HttpClient client(HttpSettings settings, Script script) throws IOException {
        server = LoopbackServer.start(script);
        HttpClient client = net.http(server.endpoint(Scheme.HTTP), settings);
        resources.add(client);
        resources.add(server);
        return client;
    }

    private Script answerAll(String body) {
        return (peer, number) -> {
            while (true) {
                requests.add(peer.readRequest());
                peer.send("HTTP/1.1 200 OK\r\nX-MBX-USED-WEIGHT-1M: 7\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body);
            }
        };
    }

    private static HttpAnswer answered(CompletableFuture<HttpOutcome> outcome) throws Exception {
        HttpOutcome result = outcome.get();
        assertThat(result).isInstanceOf(HttpOutcome.Answered.class);
        return ((HttpOutcome.Answered) result).answer();
    }

    private static void assertUnknown(HttpOutcome outcome, Cause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HttpOutcome.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }

    private static void assertNotSent(HttpOutcome outcome, Cause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HttpOutcome.NotSent.class,
                        notSent -> assertThat(notSent.cause()).isEqualTo(cause));
    }
}
