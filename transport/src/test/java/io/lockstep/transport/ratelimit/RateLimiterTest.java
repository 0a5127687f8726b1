package io.lockstep.transport.ratelimit;

import static io.lockstep.transport.ratelimit.Priority.CANCEL;
import static io.lockstep.transport.ratelimit.Priority.ORDINARY;
import static io.lockstep.transport.ratelimit.RateLimiter.GRANTED;
import static io.lockstep.transport.ratelimit.RateLimiter.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long NOON = 29_000_000 * MINUTE;

    private static final RateWindow WEIGHT = new RateWindow("REQUEST_WEIGHT", MINUTE, 100, 20, true);
    private static final RateWindow ORDERS = new RateWindow("ORDERS", 10 * SECOND, 5, 1, true);
    private static final RateCost SNAPSHOT = RateCost.of(50, 0);
    private static final RateCost ORDER = RateCost.of(1, 1);

    private final RateLimiter limiter = new RateLimiter(List.of(WEIGHT, ORDERS));

    @Test
    void shouldGrantUntilOneWindowIsUsedUp() {
        for (int i = 0; i < 4; i++) {
            assertThat(limiter.tryAcquire(ORDER, ORDINARY, NOON + SECOND)).isEqualTo(GRANTED);
        }

        assertThat(limiter.tryAcquire(ORDER, ORDINARY, NOON + SECOND)).isEqualTo(9 * SECOND);
        assertThat(limiter.refusals()).isEqualTo(1);
        assertThat(limiter.tryAcquire(ORDER, ORDINARY, NOON + 10 * SECOND)).isEqualTo(GRANTED);
    }

    @Test
    void shouldTakeFromAllWindowsOrFromNone() {
        limiter.tryAcquire(RateCost.of(0, 4), ORDINARY, NOON);

        limiter.tryAcquire(RateCost.of(10, 1), ORDINARY, NOON);

        assertThat(limiter.used(0, NOON)).isZero();
        assertThat(limiter.used(1, NOON)).isEqualTo(4);
    }

    @Test
    void shouldKeepTheReserveForCancels() {
        limiter.tryAcquire(SNAPSHOT, ORDINARY, NOON);
        limiter.tryAcquire(RateCost.of(30, 0), ORDINARY, NOON);

        assertThat(limiter.tryAcquire(RateCost.of(1, 0), ORDINARY, NOON)).isEqualTo(MINUTE);
        assertThat(limiter.tryAcquire(RateCost.of(20, 0), CANCEL, NOON)).isEqualTo(GRANTED);
        assertThat(limiter.tryAcquire(RateCost.of(1, 0), CANCEL, NOON)).isEqualTo(MINUTE);
    }

    @Test
    void shouldSayThatWaitingWillNotHelp() {
        assertThat(limiter.tryAcquire(RateCost.of(81, 0), ORDINARY, NOON)).isEqualTo(NEVER);
        assertThat(limiter.tryAcquire(RateCost.of(81, 0), CANCEL, NOON)).isEqualTo(GRANTED);
    }

    @Test
    void shouldGrantWhatWeighsNothingInAFullWindow() {
        limiter.tryAcquire(RateCost.of(80, 0), ORDINARY, NOON);

        assertThat(limiter.tryAcquire(RateCost.of(0, 1), ORDINARY, NOON)).isEqualTo(GRANTED);
    }

    @Test
    void shouldOnlyRaiseItsCountToTheVenues() {
        limiter.tryAcquire(SNAPSHOT, ORDINARY, NOON);

        limiter.adopt(0, 20, NOON, NOON + SECOND);
        assertThat(limiter.used(0, NOON + SECOND)).isEqualTo(50);

        limiter.adopt(0, 75, NOON, NOON + SECOND);
        assertThat(limiter.used(0, NOON + SECOND)).isEqualTo(75);
        assertThat(limiter.tryAcquire(RateCost.of(6, 0), ORDINARY, NOON + SECOND))
                .isEqualTo(59 * SECOND);
    }

    @Test
    void shouldDropAReportOfTheWindowBefore() {
        limiter.adopt(0, 99, NOON - 1, NOON);

        assertThat(limiter.used(0, NOON)).isZero();
        assertThat(limiter.staleReports()).isEqualTo(1);
    }

    @Test
    void shouldGiveBackWithinTheWindowOnly() {
        limiter.tryAcquire(ORDER, ORDINARY, NOON);
        limiter.refund(ORDER, NOON);
        limiter.refund(ORDER, NOON);
        assertThat(limiter.used(0, NOON)).isZero();

        limiter.tryAcquire(ORDER, ORDINARY, NOON);
        limiter.tryAcquire(ORDER, ORDINARY, NOON + 10 * SECOND);
        limiter.refund(ORDER, NOON);

        assertThat(limiter.used(0, NOON + 10 * SECOND)).isEqualTo(1);
        assertThat(limiter.used(1, NOON + 10 * SECOND)).isEqualTo(1);
    }

    @Test
    void shouldRefuseEverythingWhileBanned() {
        limiter.banUntil(NOON + 5 * MINUTE);
        limiter.banUntil(NOON + MINUTE);

        assertThat(limiter.tryAcquire(ORDER, CANCEL, NOON)).isEqualTo(5 * MINUTE);
        assertThat(limiter.tryAcquire(ORDER, CANCEL, NOON + 5 * MINUTE)).isEqualTo(GRANTED);
    }

    @Test
    void shouldStandStillWhenTimeStepsBack() {
        for (int i = 0; i < 4; i++) {
            limiter.tryAcquire(ORDER, ORDINARY, NOON);
        }

        assertThat(limiter.tryAcquire(ORDER, ORDINARY, NOON - MINUTE)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldNeverExceedARollingLimitAndUseMostOfIt(long seed) {
        Random random = new Random(seed);
        RateLimiter rolling = new RateLimiter(List.of(new RateWindow("calls", MINUTE, 200, 0, false)));
        Deque<Long> granted = new ArrayDeque<>();
        RateCost one = RateCost.of(1);
        long grants = 0;

        for (long now = NOON; now < NOON + 10 * MINUTE; now += random.nextLong(SECOND / 5)) {
            if (rolling.tryAcquire(one, ORDINARY, now) == GRANTED) {
                granted.addLast(now);
                grants++;
            }
            while (granted.peekFirst() <= now - MINUTE) {
                granted.removeFirst();
            }
            assertThat(granted.size()).isLessThanOrEqualTo(200);
        }
        assertThat(grants).isGreaterThan(10 * 200 * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGrantAfterTheWaitItAskedFor(boolean aligned) {
        RateLimiter one = new RateLimiter(List.of(new RateWindow("calls", MINUTE, 10, 0, aligned)));
        Random random = new Random(3);
        long now = NOON;

        for (int i = 0; i < 2_000; i++) {
            RateCost cost = RateCost.of(1 + random.nextInt(10));
            long waitNs = one.tryAcquire(cost, ORDINARY, now);
            now += waitNs;
            if (waitNs > 0) {
                assertThat(one.tryAcquire(cost, ORDINARY, now)).isEqualTo(GRANTED);
            }
            now += random.nextLong(MINUTE / 3);
        }
    }

    @Test
    void shouldRefuseACostThatDoesNotNameEveryWindow() {
        assertThatThrownBy(() -> limiter.tryAcquire(RateCost.of(1), ORDINARY, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost must name every window: windows=2, weights=1");
    }

    @Test
    void shouldAllocateNothing() {
        ask(NOON);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        ask(NOON + 60 * MINUTE);
        long after = threads.getCurrentThreadAllocatedBytes();

        assertThat(after - before).isLessThan(1_000);
    }

    private void ask(long fromNs) {
        for (int i = 0; i < 300_000; i++) {
            limiter.tryAcquire(ORDER, ORDINARY, fromNs + i * 1_000_000L);
            limiter.adopt(0, i % 80, fromNs + i * 1_000_000L, fromNs + i * 1_000_000L);
        }
    }
}
