package io.lockstep.engine.risk.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceMoveTest {
    private static final long WINDOW_NS = 64_000;
    private static final long BUCKET_NS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldBeTheFurthestOfTheWindowsBuckets(long seed) {
        Random random = new Random(seed);
        PriceMove move = new PriceMove(WINDOW_NS);
        Deque<long[]> seen = new ArrayDeque<>();
        long nowNs = 1_700_000_000_000_000_000L;
        for (int i = 0; i < 5_000; i++) {
            nowNs += random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(700);
            long price = 1_000_000 + random.nextInt(50_000);
            long oldest = nowNs / BUCKET_NS - 63;
            seen.add(new long[] {nowNs, price});
            seen.removeIf(one -> one[0] / BUCKET_NS < oldest);

            move.add(nowNs, price);

            long low = seen.stream().mapToLong(one -> one[1]).min().orElseThrow();
            long high = seen.stream().mapToLong(one -> one[1]).max().orElseThrow();
            long bps = Math.max(price - low, high - price) * 10_000 / price;
            assertThat(move.basisPoints(price)).as("seed %d, price %d", seed, i).isEqualTo(bps);
            assertThat(move.exceeds(price, bps)).isFalse();
            assertThat(bps == 0 || move.exceeds(price, bps - 1)).isTrue();
        }
    }

    @Test
    void shouldCompareWhatDoesNotFitAProduct() {
        PriceMove move = new PriceMove(WINDOW_NS);
        move.add(1, Long.MAX_VALUE / 4);
        move.add(2, Long.MAX_VALUE / 2);

        assertThat(move.exceeds(Long.MAX_VALUE / 2, 20_000)).isFalse();
        assertThat(move.exceeds(Long.MAX_VALUE / 4, 9_999)).isTrue();
    }

    @Test
    void shouldHaveMovedNowhereWithoutAPrice() {
        PriceMove move = new PriceMove(WINDOW_NS);

        assertThat(move.exceeds(100, 0)).isFalse();
        assertThat(move.basisPoints(100)).isZero();
    }
}
