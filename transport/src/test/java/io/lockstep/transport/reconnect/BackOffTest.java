package io.lockstep.transport.reconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldDoubleUpToTheLimitWithinTheUpperHalf(long seed) {
        BackOff backOff = new BackOff(100, 3_000, new SplittableRandom(seed));

        for (long longest : new long[] {100, 200, 400, 800, 1_600, 3_000, 3_000, 3_000}) {
            assertThat(backOff.nextDelayNs()).isBetween(longest - longest / 2, longest);
        }
        assertThat(backOff.failures()).isEqualTo(8);
    }

    @Test
    void shouldBeginAgainAfterReset() {
        BackOff backOff = new BackOff(100, 3_000, new SplittableRandom(1));
        backOff.nextDelayNs();
        backOff.nextDelayNs();

        backOff.reset();

        assertThat(backOff.nextDelayNs()).isLessThanOrEqualTo(100);
    }

    @Test
    void shouldSpreadClientsThatFellTogether() {
        long[] delays = LongStream.range(0, 100)
                .map(seed -> new BackOff(1_000_000, 1_000_000, new SplittableRandom(seed)).nextDelayNs())
                .distinct()
                .toArray();

        assertThat(delays.length).isGreaterThan(95);
    }

    @Test
    void shouldNotOverflowAfterManyFailures() {
        BackOff backOff = new BackOff(1L << 40, Long.MAX_VALUE / 4, new SplittableRandom(1));

        for (int i = 0; i < 200; i++) {
            assertThat(backOff.nextDelayNs()).isPositive();
        }
    }

    @Test
    void shouldRefuseWaitsThatDoNotAscend() {
        assertThatThrownBy(() -> new BackOff(100, 99, new SplittableRandom(1)))
                .hasMessage("waits must be positive and ascending: firstNs=100, limitNs=99");
    }
}
