package io.lockstep.transport.reconnect;

import static io.lockstep.transport.net.TransportCounter.ATTEMPTS_DELAYED;
import static io.lockstep.transport.net.TransportCounter.ATTEMPTS_FAILED;
import static io.lockstep.transport.net.TransportCounter.CONNECTIONS_LOST;
import static io.lockstep.transport.net.TransportCounter.CONNECTIONS_REPLACED;
import static io.lockstep.transport.net.TransportCounter.CONNECT_ATTEMPTS;
import static io.lockstep.transport.net.TransportCounter.LISTENER_FAILURES;
import static io.lockstep.transport.net.TransportCounter.STREAMS_MUTE;
import static io.lockstep.transport.reconnect.FakeVenue.MS;
import static io.lockstep.transport.reconnect.FakeVenue.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.transport.websocket.SendResult;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ManagedConnectionTest {
    private final FakeVenue venue = new FakeVenue();
    private final CollectingConnectionListener listener = venue.listener;
    private final ManagedConnection connection = venue.connection;

    @Test
    void shouldBeUpOnlyWhenSubscribed() {
        connection.start();
        venue.socket(1).accept();
        assertThat(connection.isUp()).isFalse();
        listener.session(1).sendText("SUBSCRIBE");
        assertThat(venue.socket(1).sent()).containsExactly("SUBSCRIBE");

        listener.session(1).ready();

        assertThat(connection.isUp()).isTrue();
        assertThat(listener.take()).containsExactly("open 1", "up 1");
    }

    @Test
    void shouldComeUpAtOnceWhenTheListenerIsReadyAtOnce() {
        listener.onOpen = Session::ready;

        connection.start();
        venue.socket(1).accept();
        venue.socket(1).receiveText("tick");

        assertThat(listener.take()).containsExactly("open 1", "up 1", "1: tick");
    }

    @Test
    void shouldSendOnTheSessionInUse() {
        UnsafeBuffer order = new UnsafeBuffer(new byte[] {'b', 'u', 'y'});
        assertThat(connection.send(true, order, 0, 3)).isEqualTo(SendResult.NOT_OPEN);
        venue.up();

        assertThat(connection.send(true, order, 0, 3)).isEqualTo(SendResult.ACCEPTED);

        assertThat(venue.socket(1).sent()).containsExactly("buy");
    }

    @Test
    void shouldConnectAgainAfterALoss() {
        venue.up();
        listener.take();

        venue.socket(1).drop();
        assertThat(connection.isUp()).isFalse();
        venue.pass(40);
        assertThat(venue.sockets).hasSize(1);
        venue.pass(60);

        assertThat(venue.sockets).hasSize(2);
        venue.socket(2).accept();
        listener.session(2).ready();
        assertThat(listener.take()).containsExactly("down 1 LOST", "open 2", "up 2");
        assertThat(venue.count(CONNECTIONS_LOST)).isEqualTo(1);
    }

    @Test
    void shouldBackOffWhileAttemptsFail() {
        connection.start();
        for (int attempt = 1; attempt <= 8; attempt++) {
            venue.socket(attempt).drop();
            long before = venue.time.nowNs();
            venue.passUntilAttempt(attempt + 1);
            long longestMs = Math.min(100L << attempt - 1, 3_000);
            assertThat((venue.time.nowNs() - before) / MS).isBetween(longestMs / 2, longestMs + 10);
        }
        assertThat(venue.count(ATTEMPTS_FAILED)).isEqualTo(8);
        assertThat(listener.take().get(0)).isEqualTo("failed 1 LOST");
    }

    @Test
    void shouldKeepBackingOffWhileSessionsDoNotLast() {
        listener.onOpen = Session::ready;
        connection.start();
        for (int session = 1; session <= 6; session++) {
            venue.socket(session).accept();
            venue.pass(50);
            venue.socket(session).drop();
            venue.passUntilAttempt(session + 1);
        }
        long before = venue.time.nowNs();

        venue.socket(7).drop();
        venue.passUntilAttempt(8);

        assertThat((venue.time.nowNs() - before) / MS).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void shouldForgetFailuresOnceASessionLasted() {
        listener.onOpen = Session::ready;
        connection.start();
        for (int attempt = 1; attempt <= 5; attempt++) {
            venue.socket(attempt).drop();
            venue.passUntilAttempt(attempt + 1);
        }
        venue.socket(6).accept();
        venue.pass(10_000);
        venue.socket(6).drop();

        venue.pass(110);

        assertThat(venue.sockets).hasSize(7);
    }

    @Test
    void shouldStayAwayAsLongAsTheVenueAsks() {
        connection.start();
        venue.socket(1).refuse(429, 20);

        venue.pass(19_990);
        assertThat(venue.sockets).hasSize(1);
        venue.pass(20);

        assertThat(venue.sockets).hasSize(2);
        assertThat(listener.take()).containsExactly("failed 1 UPGRADE_REFUSED");
    }

    @Test
    void shouldGiveUpASessionThatIsNotReadyInTime() {
        connection.start();
        venue.socket(1).accept();

        venue.pass(500);
        venue.pass(110);

        assertThat(venue.sockets).hasSize(2);
        venue.pass(2_000);
        assertThat(listener.take()).contains("open 1", "down 1 CLOSED_BY_US");
        listener.session(1).ready();
        assertThat(connection.isUp()).isFalse();
    }

    @Test
    void shouldCloseTheOldSessionOnlyWhenTheNewOneIsSubscribed() {
        venue.up();
        listener.take();

        connection.replace("serverShutdown");
        venue.socket(2).accept();
        venue.socket(1).receiveText("a");
        venue.socket(2).receiveText("a");
        assertThat(venue.socket(1).sent()).isEmpty();
        listener.session(2).ready();
        assertThat(venue.socket(1).sent()).containsExactly("close 1000 replaced");
        venue.socket(1).receiveText("b");
        venue.socket(1).receiveClose(1000);

        assertThat(listener.take()).containsExactly("open 2", "1: a", "2: a", "up 2", "1: b", "down 1 CLOSED_BY_US");
        assertThat(connection.session()).isSameAs(listener.session(2));
        assertThat(venue.count(CONNECTIONS_REPLACED)).isEqualTo(1);
        assertThat(venue.count(CONNECTIONS_LOST)).isZero();
    }

    @Test
    void shouldReplaceBeforeThePlannedCut() {
        FakeVenue planned = new FakeVenue(POLICY.withPlannedLife(60_000 * MS), new ConnectBudget(10, 1), 3).up();

        planned.pass(57_000);
        assertThat(planned.sockets).hasSize(1);
        planned.passUntilAttempt(2);

        assertThat(planned.time.nowNs()).isLessThanOrEqualTo(60_010 * MS);
        assertThat(planned.connection.isUp()).isTrue();
    }

    @Test
    void shouldKeepTheOldSessionWhileSuccessorsFail() {
        venue.up();
        connection.replace("planned");
        venue.socket(2).drop();
        venue.pass(200);
        venue.socket(3).accept();
        venue.socket(3).drop();
        venue.pass(300);

        assertThat(connection.isUp()).isTrue();
        assertThat(connection.session()).isSameAs(listener.session(1));
        venue.socket(4).accept();
        listener.session(4).ready();
        assertThat(connection.session()).isSameAs(listener.session(4));
    }

    @Test
    void shouldGoOnWithTheSuccessorWhenTheOldSessionIsLost() {
        venue.up();
        connection.replace("planned");
        venue.socket(1).drop();
        assertThat(connection.isUp()).isFalse();

        venue.pass(100);
        venue.socket(2).accept();
        listener.session(2).ready();

        assertThat(venue.sockets).hasSize(2);
        assertThat(connection.isUp()).isTrue();
    }

    @Test
    void shouldDropASuccessorThatIsItselfToBeReplaced() {
        venue.up();
        connection.replace("planned");
        venue.socket(2).accept();

        listener.session(2).replace("serverShutdown");
        venue.socket(2).receiveClose(1000);
        venue.pass(110);

        assertThat(venue.sockets).hasSize(3);
        assertThat(connection.session()).isSameAs(listener.session(1));
    }

    @Test
    void shouldReplaceOnceHoweverOftenAsked() {
        venue.up();

        connection.replace("a");
        connection.replace("b");
        listener.session(1).replace("c");

        assertThat(venue.sockets).hasSize(2);
    }

    @Test
    void shouldWaitWhenTheVenuesLimitIsNear() {
        FakeVenue limited = new FakeVenue(POLICY, new ConnectBudget(2, 60_000 * MS), 1);
        limited.connection.start();
        limited.socket(1).drop();
        limited.pass(110);
        limited.socket(2).drop();

        limited.pass(59_000);
        assertThat(limited.sockets).hasSize(2);
        limited.pass(1_000);

        assertThat(limited.sockets).hasSize(3);
        assertThat(limited.count(ATTEMPTS_DELAYED)).isEqualTo(1);
        assertThat(limited.count(CONNECT_ATTEMPTS)).isEqualTo(3);
    }

    @Test
    void shouldTreatAMissingTargetAsAFailedAttempt() {
        venue.loseTarget();

        connection.start();
        venue.pass(110);

        assertThat(listener.take()).containsExactly("failed 1 CONNECT_FAILED", "failed 2 CONNECT_FAILED");
        assertThat(connection.state()).isEqualTo(ConnectionState.WAITING);
    }

    @Test
    void shouldFindTheStreamThatIsMuteOnALivelyConnection() {
        listener.onOpen = session -> {
            session.watch(7, 300 * MS);
            session.watch(8, 300 * MS);
            session.ready();
        };
        listener.onMute = session -> session.replace("mute");
        connection.start();
        venue.socket(1).accept();

        for (int i = 0; i < 50; i++) {
            venue.socket(1).receiveText("x");
            listener.session(1).heard(8);
            venue.pass(10);
        }

        assertThat(listener.take()).contains("mute 1/7").doesNotContain("mute 1/8");
        assertThat(venue.count(STREAMS_MUTE)).isEqualTo(1);
        assertThat(venue.sockets).hasSize(2);
    }

    @Test
    void shouldCloseTheSessionWhoseListenerThrows() {
        listener.onUp = session -> {
            throw new IllegalStateException("bug");
        };
        venue.up();

        assertThat(venue.count(LISTENER_FAILURES)).isEqualTo(1);
        assertThat(venue.socket(1).sent()).containsExactly("close 1000 listener failed");
        venue.socket(1).receiveClose(1000);
        venue.pass(110);
        assertThat(venue.sockets).hasSize(2);
    }

    @Test
    void shouldCloseEverythingOnStop() {
        venue.up();
        connection.replace("planned");
        venue.socket(2).accept();
        listener.take();

        connection.stop();
        venue.socket(1).receiveClose(1000);
        venue.socket(2).receiveClose(1000);
        venue.pass(60_000);
        connection.start();

        assertThat(venue.sockets).hasSize(2);
        assertThat(connection.state()).isEqualTo(ConnectionState.STOPPED);
        assertThat(listener.take()).containsExactly("down 1 CLOSED_BY_US", "down 2 CLOSED_BY_US");
    }
}
