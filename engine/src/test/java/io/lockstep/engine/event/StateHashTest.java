package io.lockstep.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateHashTest {
    @Test
    void shouldDependOnEveryNumberAndItsPlace() {
        Set<Long> values = new HashSet<>();

        for (long first = 0; first < 200; first++) {
            for (long second = 0; second < 200; second++) {
                values.add(hash(first, second));
            }
        }

        assertThat(values).hasSize(40_000);
    }

    @Test
    void shouldStartAnew() {
        StateHash hash = new StateHash();
        hash.add(7);

        hash.reset(0);
        hash.add(1);
        hash.add(2);

        assertThat(hash.value()).isEqualTo(hash(1, 2));
    }

    private static long hash(long... numbers) {
        StateHash hash = new StateHash();
        hash.reset(0);
        for (long number : numbers) {
            hash.add(number);
        }
        return hash.value();
    }
}
