package io.lockstep.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerQueueTest {
    private final TimerQueue timers = new TimerQueue();

    @Test
    void shouldFireByTimeAndThenInTheOrderSet() {
        timers.set(1, 10, 300);
        timers.set(1, 11, 100);
        timers.set(2, 10, 100);

        assertThat(take()).containsExactly("1:11@100", "2:10@100", "1:10@300");
        assertThat(timers.nextNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldMoveATimerThatIsSetAgain() {
        timers.set(1, 10, 100);
        timers.set(1, 11, 150);

        timers.set(1, 10, 200);

        assertThat(take()).containsExactly("1:11@150", "1:10@200");
    }

    @Test
    void shouldCancelOnlyTheOwnersTimer() {
        timers.set(1, 10, 100);
        timers.set(2, 10, 100);

        timers.cancel(2, 10);
        timers.cancel(3, 10);

        assertThat(take()).containsExactly("1:10@100");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldDoAsASortedListDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<long[]> model = new ArrayList<>();

        for (int step = 0; step < 3_000; step++) {
            int owner = random.nextInt(1, 4);
            long id = random.nextInt(60);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    long at = random.nextInt(1_000);
                    timers.set(owner, id, at);
                    model.removeIf(each -> each[0] == owner && each[1] == id);
                    model.add(new long[] {owner, id, at});
                    model.sort(Comparator.comparingLong(each -> each[2]));
                }
                case 2 -> {
                    timers.cancel(owner, id);
                    model.removeIf(each -> each[0] == owner && each[1] == id);
                }
                default -> {
                    if (!model.isEmpty()) {
                        timers.removeFirst();
                        model.remove(0);
                    }
                }
            }
            assertThat(timers.size()).isEqualTo(model.size());
            if (!model.isEmpty()) {
                long[] first = model.get(0);
                assertThat(new long[] {timers.firstOwner(), timers.firstId(), timers.nextNs()})
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(first);
            }
        }
    }

    private List<String> take() {
        List<String> fired = new ArrayList<>();
        while (timers.size() > 0) {
            fired.add(timers.firstOwner() + ":" + timers.firstId() + "@" + timers.nextNs());
            timers.removeFirst();
        }
        return fired;
    }
}
