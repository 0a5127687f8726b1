package io.lockstep.transport;

import static io.lockstep.transport.net.TransportCounter.CONNECTIONS_LOST;
import static io.lockstep.transport.net.TransportCounter.CONNECT_ATTEMPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lockstep.transport.http.HttpAnswer;
import io.lockstep.transport.http.HttpCall;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpOutcome;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.loopback.LoopbackServer;
import io.lockstep.transport.loopback.LoopbackServer.Script;
import io.lockstep.transport.loopback.Peer;
import io.lockstep.transport.net.IoKind;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.Scheme;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.reconnect.ConnectBudget;
import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.ConnectionPolicy;
import io.lockstep.transport.reconnect.ManagedConnection;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.WebSocketSettings;
import io.lockstep.transport.websocket.frame.Frame;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Managed connections over real sockets. */
@Timeout(60)
class TransportLoopbackTest {
    private static final long MS = 1_000_000;
    private static final ConnectionPolicy POLICY = ConnectionPolicy.DEFAULT
            .withSocket(WebSocketSettings.DEFAULT.withTimeouts(5_000 * MS, 0, 200 * MS))
            .withBackOff(5 * MS, 40 * MS, 1_000 * MS);

    private final Transport transport = new Transport(
            new TransportSettings(new IoSettings(IoKind.NIO, 2, false), TlsSettings.DEFAULT, 7),
            TransportClock.system());
    private final Feed feed = new Feed();
    private LoopbackServer server;

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void shouldReconnectAfterEachReset() throws Exception {
        ManagedConnection connection = connect(new ConnectBudget(1_000, 1_000 * MS), (peer, number) -> {
            peer.acceptUpgrade();
            peer.readFrame();
            peer.sendText(String.valueOf(number));
            if (number <= 5) {
                peer.reset();
            }
            peer.holdOpen();
        });

        await("sixth session").until(() -> feed.numbers.contains(6L) && connection.isUp());

        assertThat(connection.counters().get(CONNECTIONS_LOST)).isEqualTo(5);
        assertThat(feed.ended.stream().map(Session::generation)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void shouldBoundAStormOfReconnects() throws Exception {
        ConnectBudget budget = new ConnectBudget(10, 600_000 * MS);
        ManagedConnection connection = connect(budget, (peer, number) -> peer.reset());

        await("budget used up").until(() -> connection.counters().get(TransportCounter.ATTEMPTS_DELAYED) > 0);

        assertThat(connection.counters().get(CONNECT_ATTEMPTS)).isEqualTo(10);
        assertThat(server.connections()).isEqualTo(10);
    }

    @Test
    void shouldLoseNoMessageWhileReplacing() throws Exception {
        AtomicLong published = new AtomicLong();
        ManagedConnection connection = connect(new ConnectBudget(1_000, 1_000 * MS), (peer, number) -> {
            peer.acceptUpgrade();
            assertThat(peer.readFrame().text()).isEqualTo("SUBSCRIBE");
            publish(peer, published);
        });

        for (int generation = 1; generation <= 10; generation++) {
            int wanted = generation;
            await("generation " + wanted)
                    .until(() -> connection.isUp()
                            && connection.session() != null
                            && connection.session().generation() == wanted
                            && feed.ended.size() == wanted - 1);
            connection.replace("planned");
        }
        await("all replaced").until(() -> feed.ended.size() == 10);
        connection.stop();
        await("stopped").until(() -> feed.ended.size() == 11);

        long first = feed.numbers.first();
        long last = feed.numbers.last();
        assertThat(feed.numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(first, last).boxed().toList());
        assertThat(feed.numbers.size()).isGreaterThan(50);
        assertThat(connection.counters().get(CONNECTIONS_LOST)).isZero();
        assertThat(connection.counters().get(TransportCounter.CONNECTIONS_REPLACED))
                .isEqualTo(10);
    }

    @Test
    void shouldFindMuteSocketAndReplaceIt() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        feed.maxSilenceNs = 300 * MS;
        ManagedConnection connection = connect(new ConnectBudget(1_000, 1_000 * MS), (peer, number) -> {
            peer.acceptUpgrade();
            peer.readFrame();
            peer.sendText(String.valueOf(number));
            while (number > 1 && end.getCount() > 0) {
                peer.sendText(String.valueOf(number));
                awaitQuietly(end);
            }
            answerPings(peer);
        });

        await("replacement").until(() -> feed.numbers.contains(2L) && feed.ended.size() == 1);
        end.countDown();

        assertThat(feed.muted).contains(1);
        assertThat(connection.isUp()).isTrue();
    }

    @Test
    void shouldCallOverHttp() throws Exception {
        server = LoopbackServer.start((peer, number) -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            peer.holdOpen();
        });

        try (HttpClient client =
                transport.http(server.endpoint(Scheme.HTTP), HttpSettings.DEFAULT, new TransportCounters())) {
            HttpOutcome outcome = client.send(HttpCall.of("GET", "/time")).get();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            HttpOutcome.Answered.class,
                            answered -> assertThat(answered.answer())
                                    .extracting(HttpAnswer::bodyText)
                                    .isEqualTo("ok"));
        }
    }

    private ManagedConnection connect(ConnectBudget budget, Script script) throws IOException {
        server = LoopbackServer.start(script);
        UpgradeRequest request = UpgradeRequest.to(server.endpoint(Scheme.WS));
        ManagedConnection connection = transport.managed(() -> request, feed, POLICY, budget);
        connection.start();
        return connection;
    }

    /** Sends every number that is published from now on, until the client closes, and what was published until it did. */
    private static void publish(Peer peer, AtomicLong published) throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            try {
                peer.readUntilClose();
            } catch (IOException e) {
                // the close frame is lost when the client is gone already
            }
            closed.countDown();
        });
        reader.setDaemon(true);
        reader.start();
        long sent = published.get();
        while (closed.getCount() > 0) {
            long latest = published.incrementAndGet();
            while (sent < latest) {
                peer.sendText(String.valueOf(++sent));
            }
            awaitQuietly(closed);
        }
        peer.sendFrame(Peer.CLOSE, new byte[] {0x03, (byte) 0xE8});
        peer.holdOpen();
    }

    private static void answerPings(Peer peer) throws IOException {
        while (true) {
            Peer.ClientFrame frame = peer.readFrame();
            int answer = frame.first() == Peer.CLOSE ? Peer.CLOSE : Peer.PONG;
            peer.sendFrame(answer, frame.payload());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Subscribes, is ready on the first message, and keeps every number. */
    private static final class Feed implements ConnectionListener {
        private final ConcurrentSkipListSet<Long> numbers = new ConcurrentSkipListSet<>();
        private final List<Session> ended = new CopyOnWriteArrayList<>();
        private final Set<Integer> muted = new ConcurrentSkipListSet<>();
        private volatile long maxSilenceNs;

        @Override
        public void onOpen(Session session) {
            session.sendText("SUBSCRIBE");
        }

        @Override
        public void onUp(Session session) {
            if (maxSilenceNs > 0) {
                session.watch(0, maxSilenceNs);
            }
        }

        @Override
        public void onFrame(Session session, Frame frame) {
            String text = new String(frame.bytes(), frame.offset(), frame.length(), StandardCharsets.UTF_8);
            numbers.add(Long.parseLong(text));
            session.heard(0);
            session.ready();
        }

        @Override
        public void onMute(Session session, int stream, long silentNs) {
            muted.add(session.generation());
            session.replace("mute");
        }

        @Override
        public void onDown(Session session, SocketEnd end) {
            ended.add(session);
        }
    }
}
