package io.lockstep.transport.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionLifecycleTest {
    /** The whole table; a dash where the event changes nothing. */
    @ParameterizedTest
    @CsvSource({
        "IDLE,           WAITING, -,             -,              -,  -,          -,           -,          STOPPED",
        "WAITING,        -,       CONNECTING,    -,              -,  -,          -,           -,          STOPPED",
        "CONNECTING,     -,       -,             SUBSCRIBING,    -,  WAITING,    -,           -,          STOPPED",
        "SUBSCRIBING,    -,       -,             -,              UP, WAITING,    -,           -,          STOPPED",
        "UP,             -,       -,             -,              -,  -,          WAITING,     UP_WAITING, STOPPED",
        "UP_WAITING,     -,       UP_CONNECTING, -,              -,  -,          WAITING,     -,          STOPPED",
        "UP_CONNECTING,  -,       -,             UP_SUBSCRIBING, -,  UP_WAITING, CONNECTING,  -,          STOPPED",
        "UP_SUBSCRIBING, -,       -,             -,              UP, UP_WAITING, SUBSCRIBING, -,          STOPPED",
        "STOPPED,        -,       -,             -,              -,  -,          -,           -,          -"
    })
    void shouldMoveAsTheTableSays(
            ConnectionState from,
            String start,
            String attemptDue,
            String opened,
            String subscribed,
            String failed,
            String lost,
            String replace,
            String stop) {
        String[] expected = {start, attemptDue, opened, subscribed, failed, lost, replace, stop};

        for (ConnectionEvent event : ConnectionEvent.values()) {
            String to = expected[event.ordinal()];
            ConnectionState wanted = to.equals("-") ? from : ConnectionState.valueOf(to);
            assertThat(ConnectionLifecycle.next(from, event))
                    .as("%s, %s", from, event)
                    .isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @EnumSource(ConnectionState.class)
    void shouldStopFromAnywhereAndStayStopped(ConnectionState from) {
        ConnectionState stopped = ConnectionLifecycle.next(from, ConnectionEvent.STOP);

        assertThat(stopped).isEqualTo(ConnectionState.STOPPED);
        for (ConnectionEvent event : ConnectionEvent.values()) {
            assertThat(ConnectionLifecycle.next(stopped, event)).isEqualTo(ConnectionState.STOPPED);
        }
    }

    @Test
    void shouldOnlyComeUpBySubscribingAndGoDownByLossOrStop() {
        Random random = new Random(11);
        ConnectionState state = ConnectionState.IDLE;
        Set<ConnectionState> seen = EnumSet.of(state);

        for (int i = 0; i < 100_000; i++) {
            ConnectionEvent event = ConnectionEvent.values()[random.nextInt(ConnectionEvent.values().length - 1)];
            ConnectionState next = ConnectionLifecycle.next(state, event);
            if (next.isUp() != state.isUp()) {
                assertThat(event).isEqualTo(next.isUp() ? ConnectionEvent.SUBSCRIBED : ConnectionEvent.LOST);
            }
            state = next;
            seen.add(state);
        }
        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(ConnectionState.STOPPED)));
    }
}
