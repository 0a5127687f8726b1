package io.lockstep.gateway.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.transport.correlation.Completion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLedgerTest {
    private final RequestLedger ledger = new RequestLedger(4);
    private final List<Long> givenUp = new ArrayList<>();

    @Test
    void shouldMatchAnswersInTimeLateAndUnknown() {
        RequestId first = add(1, 100);
        RequestId second = add(1, 50);

        ledger.giveUpOverdue(60, request -> givenUp.add(request.sequence()));

        assertThat(ledger.complete(first)).isEqualTo(Completion.IN_TIME);
        assertThat(ledger.complete(second)).isEqualTo(Completion.LATE);
        assertThat(ledger.complete(id().sequence(99))).isEqualTo(Completion.UNKNOWN);
        assertThat(givenUp).containsExactly(second.sequence());
        assertThat(ledger.openCount()).isZero();
    }

    @Test
    void shouldGiveUpTheRequestsOfOneSessionAlone() {
        RequestId old = add(1, 1_000);
        RequestId current = add(2, 1_000);

        ledger.giveUpSession(1, request -> givenUp.add(request.sequence()));

        assertThat(givenUp).containsExactly(old.sequence());
        assertThat(ledger.complete(current)).isEqualTo(Completion.IN_TIME);
    }

    @Test
    void shouldRefuseMoreThanItHolds() {
        for (int i = 0; i < 4; i++) {
            add(1, 1_000);
        }

        assertThat(ledger.add(id(), 1, 0, 1_000)).isEqualTo(RequestLedger.FULL);
    }

    @Test
    void shouldKnowWhenARequestWasSent() {
        RequestId request = id();
        ledger.add(request, 1, 12_345, 1_000);

        assertThat(ledger.sentNs(request)).isEqualTo(12_345);
        assertThat(ledger.sentNs(id().sequence(98))).isZero();
    }

    @Test
    void shouldAllocateNothing() {
        RequestId request = id();

        assertThat(Allocation.bytesOf(20_000, () -> {
                    ledger.add(request, 1, 0, 1_000);
                    ledger.complete(request);
                }))
                .isZero();
    }

    private RequestId add(int generation, long deadlineNs) {
        RequestId id = id();
        ledger.add(id, generation, 0, deadlineNs);
        return id;
    }

    private static RequestId id() {
        return new RequestId().set(RequestId.NEW, 100, 5, 2);
    }
}
