package io.lockstep.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.transport.net.ManualClock;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.websocket.frame.CloseCode;
import io.lockstep.transport.websocket.frame.OpCode;
import io.lockstep.transport.websocket.frame.ServerFrames;
import org.junit.jupiter.api.Test;

/** The socket's own clockwork, with a clock the test moves. */
class WebSocketTest {
    private static final WebSocketSettings SETTINGS =
            WebSocketSettings.DEFAULT.withTimeouts(1_000, 5_000, 300).withPings(400, 200);

    private final ManualClock time = new ManualClock();
    private final TransportCounters counters = new TransportCounters();
    private final CollectingListener listener = new CollectingListener();
    private final EmbeddedSocket peer = EmbeddedSocket.of(SETTINGS, time.clock(), counters, listener);
    private final WebSocket socket = peer.socket();

    @Test
    void shouldOpenWhenTheUpgradeIsAccepted() {
        assertThat(socket.sendText("too early")).isEqualTo(SendResult.NOT_OPEN);

        peer.accept();

        assertThat(socket.sendText("hello")).isEqualTo(SendResult.ACCEPTED);
        assertThat(peer.sent()).containsExactly("hello");
        assertThat(listener.opened()).isEqualTo(1);
    }

    @Test
    void shouldGiveUpConnectingAtItsDeadline() {
        tickAfter(999);
        assertThat(listener.ends()).isEmpty();

        tickAfter(1);

        assertThat(listener.cause()).isEqualTo(EndCause.CONNECT_TIMEOUT);
        assertThat(peer.isDisconnected()).isTrue();
    }

    @Test
    void shouldPingWhenDueAndNotWhileOneIsUnanswered() {
        peer.accept();

        tickAfter(399);
        tickAfter(1);
        tickAfter(100);

        assertThat(peer.sent()).containsExactly("ping 1");
    }

    @Test
    void shouldMeasureTheRoundTripAndPingAgain() {
        peer.accept();
        tickAfter(400);
        time.advance(70);
        pong(1);

        tickAfter(330);

        assertThat(listener.roundTripsNs()).containsExactly(70L);
        assertThat(peer.sent()).containsExactly("ping 1", "ping 2");
    }

    @Test
    void shouldNotTakeAForeignPongForAnAnswer() {
        peer.accept();
        tickAfter(400);

        pong(9);
        peer.receive(ServerFrames.frame(ServerFrames.FIN | OpCode.PONG, new byte[3]));
        tickAfter(200);

        assertThat(listener.cause()).isEqualTo(EndCause.PONG_TIMEOUT);
        assertThat(listener.roundTripsNs()).isEmpty();
    }

    @Test
    void shouldEndWhenNothingArrivesForTooLong() {
        EmbeddedSocket quiet = EmbeddedSocket.of(SETTINGS.withPings(0, 1), time.clock(), counters, listener)
                .accept();
        time.advance(3_000);
        quiet.receiveText("x");
        quiet.socket().tick(time.nowNs());

        quiet.socket().tick(time.advance(4_999));
        assertThat(listener.ends()).isEmpty();
        quiet.socket().tick(time.advance(1));

        assertThat(listener.cause()).isEqualTo(EndCause.IDLE);
    }

    @Test
    void shouldEndItsCloseAloneWhenThePeerDoesNotAnswer() {
        peer.accept();
        socket.close(CloseCode.NORMAL, "done");
        assertThat(peer.sent()).containsExactly("close 1000 done");

        peer.receiveText("still delivered");
        tickAfter(299);
        assertThat(listener.ends()).isEmpty();
        tickAfter(1);

        assertThat(listener.cause()).isEqualTo(EndCause.CLOSED_BY_US);
        assertThat(listener.messages()).containsExactly("still delivered");
    }

    @Test
    void shouldTellTheEndOnce() {
        peer.accept();

        peer.receiveClose(1001);
        peer.drop();
        socket.close(CloseCode.NORMAL, "too late");
        tickAfter(10_000);

        assertThat(listener.cause()).isEqualTo(EndCause.CLOSED_BY_PEER);
    }

    @Test
    void shouldStampWithWallTime() {
        peer.accept();
        time.advance(123);

        peer.receiveText("x");

        assertThat(listener.receivedNs()).isEqualTo(time.clock().wallNs());
    }

    @Test
    void shouldGiveUpAnAttemptThatIsNoLongerWanted() {
        socket.close(CloseCode.NORMAL, "not wanted");

        assertThat(listener.cause()).isEqualTo(EndCause.CLOSED_BY_US);
        assertThat(peer.isDisconnected()).isTrue();
        assertThat(counters.get(TransportCounter.SOCKETS_OPENED)).isZero();
    }

    private void tickAfter(long byNs) {
        socket.tick(time.advance(byNs));
    }

    private void pong(long number) {
        byte[] payload = new byte[8];
        payload[7] = (byte) number;
        peer.receive(ServerFrames.frame(ServerFrames.FIN | OpCode.PONG, payload));
    }
}
