package io.lockstep.transport.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConnectBudgetTest {
    @Test
    void shouldGrantAttemptsUntilTheWindowIsFull() {
        ConnectBudget budget = new ConnectBudget(2, 1_000);

        assertThat(budget.tryAcquire(10)).isZero();
        assertThat(budget.tryAcquire(400)).isZero();
        assertThat(budget.tryAcquire(500)).isEqualTo(510);
        assertThat(budget.tryAcquire(1_010)).isZero();
        assertThat(budget.tryAcquire(1_011)).isEqualTo(389);
    }

    @Test
    void shouldNeverGrantMoreInAnyWindow() {
        ConnectBudget budget = new ConnectBudget(30, 1_000);
        Random random = new Random(5);
        List<Long> granted = new ArrayList<>();

        for (long now = -5_000; now < 50_000; now += random.nextInt(20)) {
            if (budget.tryAcquire(now) == 0) {
                granted.add(now);
            }
        }

        for (int i = 30; i < granted.size(); i++) {
            assertThat(granted.get(i) - granted.get(i - 30)).isGreaterThanOrEqualTo(1_000);
        }
        assertThat(granted.size()).isGreaterThan(1_500);
    }
}
