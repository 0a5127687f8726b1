package io.lockstep.transport.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingRequestsTest {
    private static final long NO_CONTEXT = -7;

    private final PendingRequests pending = new PendingRequests(3);
    private final List<String> givenUp = new ArrayList<>();

    @Test
    void shouldCompleteARequestOnce() {
        pending.add(11, 5, 100);

        assertThat(pending.context(11, NO_CONTEXT)).isEqualTo(5);
        assertThat(pending.complete(11)).isEqualTo(Completion.IN_TIME);
        assertThat(pending.complete(11)).isEqualTo(Completion.UNKNOWN);
        assertThat(pending.context(11, NO_CONTEXT)).isEqualTo(NO_CONTEXT);
        assertThat(pending.unknownAnswers()).isEqualTo(1);
        assertThat(pending.openCount()).isZero();
    }

    @Test
    void shouldGiveUpEachOverdueRequestExactlyOnce() {
        pending.add(1, 10, 100);
        pending.add(2, 20, 200);

        poll(99);
        poll(100);
        poll(150);
        poll(200);

        assertThat(givenUp).containsExactly("1/10", "2/20");
    }

    @Test
    void shouldCountAnAnswerThatComesLate() {
        pending.add(1, 10, 100);
        poll(100);

        assertThat(pending.complete(1)).isEqualTo(Completion.LATE);
        assertThat(pending.complete(1)).isEqualTo(Completion.UNKNOWN);
        assertThat(pending.lateAnswers()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAnIdInUseAndMoreThanFit() {
        assertThat(pending.add(1, 0, 100)).isTrue();
        assertThat(pending.add(1, 0, 100)).isFalse();
        assertThat(pending.add(2, 0, 100)).isTrue();
        assertThat(pending.add(3, 0, 100)).isTrue();
        assertThat(pending.add(4, 0, 100)).isFalse();
        assertThat(pending.openCount()).isEqualTo(3);
    }

    @Test
    void shouldForgetTheOldestGivenUpWhenItsPlaceIsNeeded() {
        pending.add(1, 0, 100);
        pending.add(2, 0, 200);
        pending.add(3, 0, 300);
        poll(200);

        assertThat(pending.add(4, 0, 400)).isTrue();

        assertThat(pending.complete(1)).isEqualTo(Completion.UNKNOWN);
        assertThat(pending.complete(2)).isEqualTo(Completion.LATE);
        assertThat(pending.complete(3)).isEqualTo(Completion.IN_TIME);
        assertThat(pending.complete(4)).isEqualTo(Completion.IN_TIME);
    }

    @Test
    void shouldGiveUpAllWhenTheConnectionIsGone() {
        pending.add(1, 10, 100);
        pending.add(2, 20, Long.MAX_VALUE);

        pending.abandonAll((id, context) -> givenUp.add(id + "/" + context));

        assertThat(givenUp).containsExactly("1/10", "2/20");
        assertThat(pending.openCount()).isZero();
        assertThat(pending.complete(2)).isEqualTo(Completion.LATE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void shouldAgreeWithAModel(long seed) {
        Random random = new Random(seed);
        PendingRequests requests = new PendingRequests(16);
        Map<Long, Long> open = new HashMap<>();
        List<Long> overdue = new ArrayList<>();

        for (long now = 0; now < 20_000; now++) {
            long id = random.nextInt(40);
            if (random.nextBoolean()) {
                boolean added = requests.add(id, id, now + 1 + random.nextInt(30));
                assertThat(added && open.containsKey(id)).isFalse();
                if (added) {
                    open.put(id, now);
                }
            } else {
                assertThat(requests.complete(id) == Completion.IN_TIME).isEqualTo(open.remove(id) != null);
            }
            overdue.clear();
            requests.poll(now, (late, context) -> overdue.add(late));
            overdue.forEach(late -> assertThat(open.remove(late)).isNotNull());
            assertThat(requests.openCount()).isEqualTo(open.size());
        }
        assertThat(requests.lateAnswers()).isPositive();
    }

    @Test
    void shouldAllocateNothing() {
        PendingRequests requests = new PendingRequests(256);
        OverdueListener ignore = (id, context) -> {};
        run(requests, ignore, 0);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        run(requests, ignore, 1_000_000);
        long after = threads.getCurrentThreadAllocatedBytes();

        assertThat(after - before).isLessThan(1_000);
    }

    private static void run(PendingRequests requests, OverdueListener listener, long firstId) {
        for (long id = firstId; id < firstId + 300_000; id++) {
            requests.add(id, id, id + 100);
            requests.complete(id - 50 - id % 70);
            requests.poll(id, listener);
        }
    }

    private void poll(long nowNs) {
        pending.poll(nowNs, (id, context) -> givenUp.add(id + "/" + context));
    }
}
