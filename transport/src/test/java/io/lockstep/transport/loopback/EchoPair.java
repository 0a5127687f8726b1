package io.lockstep.transport.loopback;

import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.Scheme;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.WebSocket;
import io.lockstep.transport.websocket.WebSocketListener;
import io.lockstep.transport.websocket.WebSocketSettings;
import io.lockstep.transport.websocket.frame.Frame;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * A client and a server that throw one message to and fro: the floor below every wire-to-wire figure. The client answers from its
 * network thread, so a round is one frame read and one frame written on either side.
 */
public final class EchoPair implements AutoCloseable {
    private final LoopbackServer server;
    private final ClientNet net;
    private final Counting counting;

    private EchoPair(LoopbackServer server, ClientNet net, Scheme scheme, Counting counting) {
        this.server = server;
        this.net = net;
        this.counting = counting;
        Endpoint endpoint =
                new Endpoint(scheme, TestPki.HOST, server.endpoint(scheme).port(), "/");
        net.open(endpoint, WebSocketSettings.DEFAULT, counting);
    }

    /** The server throws first, {@code payload} bytes, {@code rounds} times. */
    public static EchoPair pingPong(int payload, long rounds, Runnable[] marks, long[] at) throws IOException {
        LoopbackServer server = LoopbackServer.start((peer, number) -> {
            peer.acceptUpgrade();
            byte[] frame = Peer.frame(Peer.TEXT, new byte[payload]);
            for (long i = 0; i < rounds; i++) {
                peer.send(frame);
                peer.readFrame();
            }
            peer.holdOpen();
        });
        return new EchoPair(
                server, new ClientNet(TlsSettings.DEFAULT), Scheme.WS, new Counting(rounds, true, marks, at));
    }

    /** The server sends {@code messages} messages in reads of about 16 KiB and the client only listens. */
    public static EchoPair stream(
            ServerSocketFactory sockets,
            TlsSettings tls,
            Scheme scheme,
            int payload,
            long messages,
            Runnable[] marks,
            long[] at)
            throws IOException {
        byte[] frame = Peer.frame(Peer.TEXT, new byte[payload]);
        int together = Math.max(1, 16_384 / frame.length);
        byte[] batch = new byte[together * frame.length];
        for (int i = 0; i < together; i++) {
            System.arraycopy(frame, 0, batch, i * frame.length, frame.length);
        }
        LoopbackServer server = LoopbackServer.start(sockets, (peer, number) -> {
            peer.acceptUpgrade();
            for (long i = 0; i < messages; i += together) {
                peer.send(batch);
            }
            peer.holdOpen();
        });
        return new EchoPair(server, new ClientNet(tls), scheme, new Counting(messages, false, marks, at));
    }

    /** Waits until every message was seen. */
    public boolean await(long seconds) throws InterruptedException {
        return counting.done.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        net.close();
        server.close();
    }

    private static final class Counting implements WebSocketListener {
        private final CountDownLatch done = new CountDownLatch(1);
        private final long wanted;
        private final boolean answering;
        private final Runnable[] marks;
        private final long[] at;
        private long seen;
        private int nextMark;

        private Counting(long wanted, boolean answering, Runnable[] marks, long[] at) {
            this.wanted = wanted;
            this.answering = answering;
            this.marks = marks;
            this.at = at;
        }

        @Override
        public void onOpen(WebSocket socket) {}

        @Override
        public void onFrame(WebSocket socket, Frame frame) {
            seen++;
            if (answering) {
                socket.send(true, frame.buffer(), frame.offset(), frame.length());
            }
            if (nextMark < at.length && seen == at[nextMark]) {
                marks[nextMark++].run();
            }
            if (seen == wanted) {
                done.countDown();
            }
        }

        @Override
        public void onEnd(WebSocket socket, SocketEnd end) {}
    }
}
