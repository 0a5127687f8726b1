package io.lockstep.gateway.binance.marketdata.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.reference.WeightBudget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotSchedulerTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> sent = new ArrayList<>();
    private long now = 600 * SECOND;
    private final SnapshotScheduler scheduler = new SnapshotScheduler(
            new SnapshotSettings(250, 5 * SECOND, SECOND, 4 * SECOND),
            id -> sent.add(id + "@" + now / SECOND),
            new WeightBudget(500, 6_000),
            9);

    @Test
    void shouldAskAtOnceTheFirstTime() {
        scheduler.want(7, now);
        scheduler.poll(now);

        assertThat(sent).containsExactly("7@600");
    }

    @Test
    void shouldStayWithinTheWeightOfAMinuteAndAskTheRestInTheNext() {
        scheduler.want(1, now);
        scheduler.want(2, now);
        scheduler.want(3, now);

        scheduler.poll(now);
        assertThat(sent).containsExactly("1@600", "2@600");
        assertThat(scheduler.postponed()).isEqualTo(1);
        scheduler.unwant(1);
        scheduler.unwant(2);

        now += 60 * SECOND;
        scheduler.poll(now);
        assertThat(sent).containsExactly("1@600", "2@600", "3@660");
    }

    @Test
    void shouldWaitLongerAfterEachUnansweredRequest() {
        SnapshotScheduler patient = new SnapshotScheduler(
                new SnapshotSettings(1, 5 * SECOND, SECOND, 4 * SECOND),
                id -> sent.add("" + now / SECOND),
                new WeightBudget(1_000, 6_000),
                9);
        patient.want(7, now);

        for (int second = 0; second < 40; second++) {
            patient.poll(now);
            now += SECOND;
        }

        List<Long> waits = new ArrayList<>();
        for (int i = 1; i < sent.size(); i++) {
            waits.add(Long.parseLong(sent.get(i)) - Long.parseLong(sent.get(i - 1)));
        }
        assertThat(waits).isNotEmpty().allMatch(wait -> wait >= 5 && wait <= 10);
        assertThat(waits.get(waits.size() - 1)).isGreaterThan(waits.get(0));
    }

    @Test
    void shouldForgetWhatIsNoLongerWanted() {
        scheduler.want(7, now);
        scheduler.unwant(7);

        scheduler.poll(now);

        assertThat(sent).isEmpty();
    }
}
