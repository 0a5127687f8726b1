package io.lockstep.gateway.binance.marketdata.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GarbageLimitTest {
    private static final long SECOND = 1_000_000_000L;

    private final GarbageLimit limit = new GarbageLimit();

    @Test
    void shouldBeReachedByTenWithinTenSecondsAndThenCountAnew() {
        for (int i = 0; i < 9; i++) {
            assertThat(limit.isReached(i * SECOND)).isFalse();
        }

        assertThat(limit.isReached(9 * SECOND)).isTrue();
        assertThat(limit.isReached(9 * SECOND)).isFalse();
    }

    @Test
    void shouldNotBeReachedByTheSameNumberOverALongerTime() {
        for (int i = 0; i < 50; i++) {
            assertThat(limit.isReached(i * 2 * SECOND)).isFalse();
        }
    }
}
