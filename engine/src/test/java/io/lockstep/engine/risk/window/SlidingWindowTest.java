package io.lockstep.engine.risk.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {
    @Test
    void shouldCountAnEventUntilTheWindowHasPassed() {
        SlidingWindow window = new SlidingWindow(2, 1_000);
        window.add(500);
        window.add(600);

        assertThat(window.isFull(1_499)).isTrue();
        assertThat(window.isFull(1_500)).isFalse();
        assertThat(window.count(1_599)).isEqualTo(1);
        assertThat(window.count(1_600)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldNeverLetMoreThanTheLimitIntoAnyWindow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SlidingWindow window = new SlidingWindow(7, 100);
        ArrayDeque<Long> model = new ArrayDeque<>();
        long now = 0;

        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(25);
            while (!model.isEmpty() && model.peek() <= now - 100) {
                model.remove();
            }
            assertThat(window.count(now)).as("seed %d", seed).isEqualTo(model.size());
            if (!window.isFull(now)) {
                window.add(now);
                model.add(now);
            }
        }
    }
}
