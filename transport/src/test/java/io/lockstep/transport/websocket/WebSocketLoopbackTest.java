package io.lockstep.transport.websocket;

import static io.lockstep.transport.net.TransportCounter.BAD_COMPRESSION;
import static io.lockstep.transport.net.TransportCounter.BYTES_RECEIVED;
import static io.lockstep.transport.net.TransportCounter.LISTENER_FAILURES;
import static io.lockstep.transport.net.TransportCounter.OVERSIZED_MESSAGES;
import static io.lockstep.transport.net.TransportCounter.PINGS_ANSWERED;
import static io.lockstep.transport.net.TransportCounter.SENDS_REFUSED_FULL;
import static io.lockstep.transport.net.TransportCounter.TRUNCATED_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lockstep.transport.loopback.ClientNet;
import io.lockstep.transport.loopback.LoopbackServer;
import io.lockstep.transport.loopback.LoopbackServer.Script;
import io.lockstep.transport.loopback.Peer;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.IoKind;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.Scheme;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.websocket.deflate.PeerDeflate;
import io.lockstep.transport.websocket.frame.CloseCode;
import io.lockstep.transport.websocket.frame.Frame;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client on real sockets, against peers that behave and peers that do not. */
@Timeout(60)
class WebSocketLoopbackTest {
    private static final WebSocketSettings QUICK = WebSocketSettings.DEFAULT
            .withTimeouts(
                    TimeUnit.SECONDS.toNanos(20), TimeUnit.SECONDS.toNanos(20), TimeUnit.MILLISECONDS.toNanos(300))
            .withBounds(100_000, 100, 1 << 16);

    private final ClientNet net = new ClientNet(TlsSettings.DEFAULT);
    private final CollectingListener listener = new CollectingListener();
    private final BlockingQueue<Peer.ClientFrame> serverSaw = new LinkedBlockingQueue<>();
    private final List<LoopbackServer> servers = new ArrayList<>();
    private final CountDownLatch testEnd = new CountDownLatch(1);

    @AfterEach
    void close() throws IOException {
        testEnd.countDown();
        net.close();
        for (LoopbackServer server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(IoKind.class)
    void shouldEchoOnAnyKindOfThread(IoKind kind) throws Exception {
        try (ClientNet other = new ClientNet(TlsSettings.DEFAULT, new IoSettings(kind, 1, false))) {
            LoopbackServer server = serve((peer, number) -> {
                peer.acceptUpgrade();
                while (true) {
                    peer.sendText("echo " + peer.readFrame().text());
                }
            });
            WebSocket socket = other.open(server.endpoint(Scheme.WS), QUICK, listener);
            await("open").until(socket::isOpen);

            List<SendResult> results = IntStream.range(0, 100)
                    .mapToObj(i -> socket.sendText("m" + i))
                    .toList();

            assertThat(results).containsOnly(SendResult.ACCEPTED);
            await("echoes").until(() -> listener.messages().size() == 100);
            assertThat(listener.messages())
                    .isEqualTo(
                            IntStream.range(0, 100).mapToObj(i -> "echo m" + i).toList());
        }
    }

    @Test
    void shouldDeliverWhatTravelsWithTheUpgrade() throws Exception {
        open((peer, number) -> {
            peer.acceptUpgrade("", Peer.frame(Peer.TEXT, "connected".getBytes(StandardCharsets.UTF_8)));
            peer.holdOpen();
        });

        await("message").until(() -> listener.messages().equals(List.of("connected")));
        assertThat(listener.opened()).isEqualTo(1);
        assertThat(listener.receivedNs()).isPositive();
    }

    @Test
    void shouldSendHeadersAndSubprotocol() throws Exception {
        BlockingQueue<String> heads = new LinkedBlockingQueue<>();
        LoopbackServer server = serve((peer, number) -> {
            heads.add(peer.acceptUpgrade("Sec-WebSocket-Protocol: json\r\n", new byte[0]));
            peer.holdOpen();
        });
        UpgradeRequest request = new UpgradeRequest(
                server.endpoint(Scheme.WS).withPath("/stream?streams=a"), Map.of("X-KEY", "secret"), "json");

        WebSocket socket = net.open(request, QUICK, listener);

        await("open").until(socket::isOpen);
        String head = heads.take();
        assertThat(head).startsWith("GET /stream?streams=a HTTP/1.1\r\n");
        assertThat(Peer.header(head, "x-key")).isEqualTo("secret");
        assertThat(Peer.header(head, "host"))
                .isEqualTo(server.endpoint(Scheme.WS).hostHeader());
        assertThat(Peer.header(head, "sec-websocket-extensions")).isEmpty();
        assertThat(request.toString()).doesNotContain("secret", "streams");
    }

    @Test
    void shouldRefuseHeaderThatCouldSplitTheRequest() {
        UpgradeRequest request =
                UpgradeRequest.to(Endpoint.parse("ws://venue.test")).withHeader("X-A", "b\r\nX-C: d");

        assertThatThrownBy(() -> net.open(request, QUICK, listener)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldAnswerPingWithItsPayload() throws Exception {
        open((peer, number) -> {
            peer.acceptUpgrade();
            peer.sendFrame(Peer.PING, "1723161255343".getBytes(StandardCharsets.UTF_8));
            serverSaw.add(peer.readFrame());
            peer.holdOpen();
        });

        Peer.ClientFrame pong = serverSaw.take();

        assertThat(pong.first()).isEqualTo(Peer.PONG);
        assertThat(pong.text()).isEqualTo("1723161255343");
        await().untilAsserted(() -> assertThat(net.count(PINGS_ANSWERED)).isEqualTo(1));
    }

    @Test
    void shouldPingOnScheduleAndMeasureTheRoundTrip() throws Exception {
        open(QUICK.withPings(TimeUnit.MILLISECONDS.toNanos(30), TimeUnit.SECONDS.toNanos(10)), (peer, number) -> {
            peer.acceptUpgrade();
            while (true) {
                peer.sendFrame(Peer.PONG, peer.readFrame().payload());
            }
        });

        await("two round trips").until(() -> listener.roundTripsNs().size() >= 2);
        assertThat(listener.roundTripsNs()).allMatch(ns -> ns > 0);
    }

    @Test
    void shouldEndHalfOpenSocketWhosePingIsNotAnswered() throws Exception {
        open(QUICK.withPings(TimeUnit.MILLISECONDS.toNanos(30), TimeUnit.MILLISECONDS.toNanos(100)), (peer, number) -> {
            peer.acceptUpgrade();
            peer.holdOpen();
        });

        awaitEnd(EndCause.PONG_TIMEOUT);
    }

    @Test
    void shouldEndSocketThatSaysNothing() throws Exception {
        long idleNs = TimeUnit.MILLISECONDS.toNanos(150);
        open(QUICK.withTimeouts(QUICK.connectTimeoutNs(), idleNs, QUICK.closeTimeoutNs()), (peer, number) -> {
            peer.acceptUpgrade();
            peer.holdOpen();
        });

        awaitEnd(EndCause.IDLE);
    }

    @Test
    void shouldGiveUpOnSlowHandshake() throws Exception {
        long connectNs = TimeUnit.MILLISECONDS.toNanos(200);
        open(QUICK.withTimeouts(connectNs, QUICK.idleTimeoutNs(), QUICK.closeTimeoutNs()), (peer, number) -> {
            peer.readHead();
            peer.send("HTTP/1.1 101 Switch");
            peer.holdOpen();
        });

        awaitEnd(EndCause.CONNECT_TIMEOUT);
        assertThat(listener.opened()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001garbage that is not HTTP\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"
            })
    void shouldRefuseHandshakeThatIsNoAcceptance(String answer) throws Exception {
        open((peer, number) -> {
            peer.readHead();
            peer.send(answer);
            peer.holdOpen();
        });

        awaitEnd(EndCause.UPGRADE_REFUSED);
        assertThat(listener.opened()).isZero();
    }

    @Test
    void shouldTellStatusAndWaitOfRefusedUpgrade() throws Exception {
        open((peer, number) -> {
            peer.readHead();
            peer.send("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 17\r\nContent-Length: 4\r\n\r\nb\u0007an");
            peer.holdOpen();
        });

        awaitEnd(EndCause.UPGRADE_REFUSED);
        assertThat(listener.ends()).containsExactly(new SocketEnd(EndCause.UPGRADE_REFUSED, 429, "HTTP 429 b?an", 17));
    }

    @Test
    void shouldRefuseExtensionsThatWereNotOffered() throws Exception {
        open((peer, number) -> {
            peer.acceptUpgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n", new byte[0]);
            peer.holdOpen();
        });

        awaitEnd(EndCause.UPGRADE_REFUSED);
    }

    @Test
    void shouldCloseWith1009OnHugeFrame() throws Exception {
        open((peer, number) -> {
            peer.acceptUpgrade();
            peer.send(new byte[] {(byte) Peer.BINARY, 127, 0, 0, 0, 1, 0, 0, 0, 0});
            serverSaw.add(peer.readUntilClose());
        });

        assertThat(serverSaw.take().closeCode()).isEqualTo(CloseCode.TOO_BIG);
        awaitEnd(EndCause.TOO_LARGE);
        assertThat(net.count(OVERSIZED_MESSAGES)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_500})
    void shouldCloseWith1009OnEndlessFragments(int fragmentLength) throws Exception {
        open((peer, number) -> {
            peer.acceptUpgrade();
            byte[] fragment = new byte[fragmentLength];
            peer.sendFrame(0x01, fragment);
            for (int i = 0; i < 200; i++) {
                peer.sendFrame(0x00, fragment);
            }
            serverSaw.add(peer.readUntilClose());
        });

        assertThat(serverSaw.take().closeCode()).isEqualTo(CloseCode.TOO_BIG);
        awaitEnd(EndCause.TOO_LARGE);
        assertThat(net.count(OVERSIZED_MESSAGES)).isEqualTo(1);
    }

    @Test
    void shouldCloseWith1009OnDeflateBomb() throws Exception {
        byte[] bomb = PeerDeflate.deflate(new Deflater(9, true), new byte[20_000_000]);
        assertThat(bomb.length).isLessThan(QUICK.maxMessageBytes());
        open(QUICK.withCompression(true), (peer, number) -> {
            peer.acceptUpgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n", new byte[0]);
            peer.sendFrame(Peer.BINARY | 0x40, bomb);
            serverSaw.add(peer.readUntilClose());
        });

        assertThat(serverSaw.take().closeCode()).isEqualTo(CloseCode.TOO_BIG);
        awaitEnd(EndCause.TOO_LARGE);
    }

    @Test
    void shouldInflateWhenAgreedAndRefuseGarbage() throws Exception {
        byte[] message = "{\"e\":\"trade\"}".repeat(50).getBytes(StandardCharsets.UTF_8);
        open(QUICK.withCompression(true), (peer, number) -> {
            peer.acceptUpgrade(
                    "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=15\r\n", new byte[0]);
            peer.sendFrame(Peer.TEXT | 0x40, PeerDeflate.deflate(new Deflater(9, true), message));
            peer.sendFrame(Peer.TEXT | 0x40, new byte[] {7, -1, -1, -1, -1});
            serverSaw.add(peer.readUntilClose());
        });

        assertThat(serverSaw.take().closeCode()).isEqualTo(CloseCode.INVALID_PAYLOAD);
        awaitEnd(EndCause.BAD_COMPRESSION);
        assertThat(listener.messages()).containsExactly(new String(message, StandardCharsets.UTF_8));
        assertThat(net.count(BAD_COMPRESSION)).isEqualTo(1);
    }

    @Test
    void shouldNoticeResetWithinAFrame() throws Exception {
        WebSocket socket = open((peer, number) -> {
            peer.acceptUpgrade();
            peer.send(new byte[] {(byte) Peer.TEXT, 50, 'h', 'a', 'l', 'f'});
            peer.readFrame();
            peer.reset();
        });
        await("half a frame").until(() -> net.count(BYTES_RECEIVED) == 6);

        socket.sendText("now reset");

        awaitEnd(EndCause.LOST);
        assertThat(listener.messages()).isEmpty();
        assertThat(net.count(TRUNCATED_MESSAGES)).isEqualTo(1);
    }

    @Test
    void shouldEchoThePeersClose() throws Exception {
        open((peer, number) -> {
            peer.acceptUpgrade();
            peer.sendFrame(Peer.CLOSE, new byte[] {0x03, (byte) 0xE9, 'b', 'y', 'e'});
            serverSaw.add(peer.readUntilClose());
        });

        assertThat(serverSaw.take().closeCode()).isEqualTo(1001);
        awaitEnd(EndCause.CLOSED_BY_PEER);
        assertThat(listener.ends()).containsExactly(new SocketEnd(EndCause.CLOSED_BY_PEER, 1001, "bye", 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldCloseWhetherThePeerAgreesOrNot(boolean agrees) throws Exception {
        WebSocket socket = open((peer, number) -> {
            peer.acceptUpgrade();
            serverSaw.add(peer.readUntilClose());
            if (agrees) {
                peer.sendFrame(Peer.CLOSE, new byte[] {0x03, (byte) 0xE8});
            }
            peer.holdOpen();
        });
        await("open").until(socket::isOpen);

        socket.close(CloseCode.NORMAL, "done");

        assertThat(serverSaw.take().closeCode()).isEqualTo(CloseCode.NORMAL);
        awaitEnd(EndCause.CLOSED_BY_US);
        assertThat(socket.sendText("late")).isEqualTo(SendResult.NOT_OPEN);
    }

    @Test
    void shouldRefuseMessagesWhenThePeerDoesNotRead() throws Exception {
        WebSocket socket = open((peer, number) -> {
            peer.acceptUpgrade();
            awaitTestEnd();
        });
        await("open").until(socket::isOpen);
        UnsafeBuffer payload = new UnsafeBuffer(new byte[50_000]);

        await("back-pressure").until(() -> isFilledBy(socket, payload) && !socket.isWritable());

        assertThat(net.count(SENDS_REFUSED_FULL)).isPositive();
        assertThat(socket.send(false, new UnsafeBuffer(new byte[100_001]), 0, 100_001))
                .isEqualTo(SendResult.TOO_LARGE);
    }

    /** The system takes some megabytes before it pushes back. */
    private static boolean isFilledBy(WebSocket socket, UnsafeBuffer payload) {
        for (int i = 0; i < 1_000; i++) {
            if (socket.send(false, payload, 0, payload.capacity()) == SendResult.FULL) {
                return true;
            }
        }
        return false;
    }

    @Test
    void shouldKeepTheOrderOfEachSendingThread() throws Exception {
        WebSocket socket = open((peer, number) -> {
            peer.acceptUpgrade();
            while (true) {
                serverSaw.add(peer.readFrame());
            }
        });
        await("open").until(socket::isOpen);

        List<Thread> threads = IntStream.range(0, 3)
                .mapToObj(t -> new Thread(() -> sendAll(socket, t)))
                .toList();
        threads.forEach(Thread::start);

        await("all messages").until(() -> serverSaw.size() == 600);
        List<String> seen = serverSaw.stream().map(Peer.ClientFrame::text).toList();
        for (int t = 0; t < 3; t++) {
            String prefix = t + "-";
            assertThat(seen.stream().filter(text -> text.startsWith(prefix)))
                    .isEqualTo(IntStream.range(0, 200).mapToObj(i -> prefix + i).toList());
        }
    }

    @Test
    void shouldCloseWhenTheListenerThrows() throws Exception {
        LoopbackServer server = serve((peer, number) -> {
            peer.acceptUpgrade();
            peer.sendText("poison");
            serverSaw.add(peer.readUntilClose());
        });
        net.open(server.endpoint(Scheme.WS), QUICK, new FailingListener(listener));

        assertThat(serverSaw.take().closeCode()).isEqualTo(CloseCode.INTERNAL_ERROR);
        awaitEnd(EndCause.LISTENER_FAILED);
        assertThat(net.count(LISTENER_FAILURES)).isEqualTo(1);
    }

    @Test
    void shouldTellThatNobodyListens() throws Exception {
        LoopbackServer server = serve((peer, number) -> {});
        server.close();

        net.open(server.endpoint(Scheme.WS), QUICK, listener);

        awaitEnd(EndCause.CONNECT_FAILED);
    }

    private WebSocket open(Script script) throws IOException {
        return open(QUICK, script);
    }

    private WebSocket open(WebSocketSettings settings, Script script) throws IOException {
        return net.open(serve(script).endpoint(Scheme.WS), settings, listener);
    }

    private LoopbackServer serve(Script script) throws IOException {
        LoopbackServer server = LoopbackServer.start(script);
        servers.add(server);
        return server;
    }

    private void awaitEnd(EndCause cause) {
        await("end of the socket").until(() -> !listener.ends().isEmpty());
        assertThat(listener.cause()).isEqualTo(cause);
    }

    private void awaitTestEnd() {
        try {
            testEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendAll(WebSocket socket, int thread) {
        for (int i = 0; i < 200; i++) {
            while (!socket.sendText(thread + "-" + i).isAccepted()) {
                Thread.onSpinWait();
            }
        }
    }

    private record FailingListener(CollectingListener inner) implements WebSocketListener {
        @Override
        public void onOpen(WebSocket socket) {
            inner.onOpen(socket);
        }

        @Override
        public void onFrame(WebSocket socket, Frame frame) {
            throw new IllegalStateException("cannot read this");
        }

        @Override
        public void onEnd(WebSocket socket, SocketEnd end) {
            inner.onEnd(socket, end);
        }
    }
}
