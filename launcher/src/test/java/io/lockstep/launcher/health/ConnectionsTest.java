package io.lockstep.launcher.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkEncoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.Venue;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What is remembered of connections and of the venue's own lists. */
class ConnectionsTest {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    private final Connections connections = new Connections();
    private final Reconciliations reconciliations = new Reconciliations(2);

    @Test
    void shouldTrustAPrivateStreamOnlyWhenItIsReady() {
        status(0, StreamKind.USER_DATA, ConnectionState.UP);
        assertThat(connections.privateDown()).isEqualTo(1);

        status(0, StreamKind.USER_DATA, ConnectionState.READY);

        assertThat(connections.privateDown()).isZero();
    }

    @Test
    void shouldCountEachConnectionByItsLastState() {
        for (int account = 0; account < 40; account++) {
            status(account, StreamKind.MARKET_DATA, ConnectionState.UP);
            status(account, StreamKind.ORDER_ENTRY, ConnectionState.DOWN);
        }
        status(3, StreamKind.MARKET_DATA, ConnectionState.STALE);
        status(5, StreamKind.ORDER_ENTRY, ConnectionState.UP);

        assertThat(connections.marketDown()).isEqualTo(1);
        assertThat(connections.orderEntryDown()).isEqualTo(39);
        assertThat(connections.privateDown()).isZero();
    }

    @Test
    void shouldCountAnAccountAsReconciledOnceOrdersAndPositionsWereListedToTheEnd() {
        assertThat(reconciliations.unreconciled()).isEqualTo(2);

        mark(0, ReconciliationKind.ORDERS, ReconciliationPhase.END);
        mark(1, ReconciliationKind.ORDERS, ReconciliationPhase.END);
        assertThat(reconciliations.unreconciled()).isEqualTo(2);
        mark(1, ReconciliationKind.POSITIONS, ReconciliationPhase.BEGIN);
        assertThat(reconciliations.unreconciled()).isEqualTo(2);
        mark(1, ReconciliationKind.POSITIONS, ReconciliationPhase.END);
        assertThat(reconciliations.unreconciled()).isEqualTo(1);
        mark(0, ReconciliationKind.POSITIONS, ReconciliationPhase.END);

        assertThat(reconciliations.unreconciled()).isZero();
    }

    @Test
    void shouldTakeItBackWhenAListCannotBeHad() {
        mark(0, ReconciliationKind.ORDERS, ReconciliationPhase.END);
        mark(0, ReconciliationKind.POSITIONS, ReconciliationPhase.END);

        mark(0, ReconciliationKind.CASH, ReconciliationPhase.FAILED);
        assertThat(reconciliations.unreconciled()).isEqualTo(1);
        mark(0, ReconciliationKind.ORDERS, ReconciliationPhase.FAILED);

        assertThat(reconciliations.unreconciled()).isEqualTo(2);
    }

    private void status(int account, StreamKind stream, ConnectionState state) {
        new ConnectionStatusEncoder()
                .wrap(buffer, 0).venue(Venue.BINANCE_SPOT).accountId(account).stream(stream)
                        .state(state)
                        .reason("test");
        connections.onStatus(new ConnectionStatusDecoder()
                .wrap(buffer, 0, ConnectionStatusDecoder.BLOCK_LENGTH, ConnectionStatusDecoder.SCHEMA_VERSION));
    }

    private void mark(int account, ReconciliationKind kind, ReconciliationPhase phase) {
        new ReconciliationMarkEncoder()
                .wrap(buffer, 0)
                .accountId(account)
                .kind(kind)
                .phase(phase)
                .requestedNs(1)
                .entries(0)
                .reason("test");
        reconciliations.onMark(new ReconciliationMarkDecoder()
                .wrap(buffer, 0, ReconciliationMarkDecoder.BLOCK_LENGTH, ReconciliationMarkDecoder.SCHEMA_VERSION));
    }
}
