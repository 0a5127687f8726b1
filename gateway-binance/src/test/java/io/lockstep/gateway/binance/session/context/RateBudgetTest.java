package io.lockstep.gateway.binance.session.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.orderentry.request.Endpoint;
import io.lockstep.gateway.binance.reference.ExchangeInfo.RateLimit;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.ratelimit.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
    private static final long NOW_NS = 1_760_000_000_000_000_000L;
    private static final long TEN_SECONDS_NS = 10_000_000_000L;

    @Test
    void shouldCountOrdersByTheWindowAndKeepCancelsFree() {
        RateBudget budget = new RateBudget(List.of(new RateLimit("ORDERS", 10, 10)), 20);

        int granted = 0;
        while (budget.tryAcquire(Endpoint.SPOT_NEW_ORDER, Priority.ORDINARY, NOW_NS) == 0) {
            granted++;
        }

        assertThat(granted).isEqualTo(8);
        assertThat(budget.tryAcquire(Endpoint.SPOT_CANCEL, Priority.CANCEL, NOW_NS))
                .isZero();
        assertThat(budget.tryAcquire(Endpoint.SPOT_NEW_ORDER, Priority.ORDINARY, NOW_NS + TEN_SECONDS_NS))
                .isZero();
    }

    @Test
    void shouldKeepAReserveOfWeightForCancels() {
        RateBudget budget = new RateBudget(List.of(new RateLimit("REQUEST_WEIGHT", 60, 100)), 20);

        int accounts = 0;
        while (budget.tryAcquire(Endpoint.SPOT_ACCOUNT, Priority.ORDINARY, NOW_NS) == 0) {
            accounts++;
        }

        assertThat(accounts).isEqualTo(4);
        assertThat(budget.tryAcquire(Endpoint.SPOT_CANCEL, Priority.ORDINARY, NOW_NS))
                .isPositive();
        assertThat(budget.tryAcquire(Endpoint.SPOT_CANCEL, Priority.CANCEL, NOW_NS))
                .isZero();
    }

    @Test
    void shouldStayAwayUntilTheBanIsOverOrForAMinute() {
        RateBudget budget = new RateBudget(RateBudget.documented(Product.USDM), 20);

        budget.banUntil(0, NOW_NS);

        assertThat(budget.isBanned(NOW_NS + 59_000_000_000L)).isTrue();
        assertThat(budget.tryAcquire(Endpoint.USDM_CANCEL, Priority.CANCEL, NOW_NS))
                .isPositive();
        assertThat(budget.isBanned(NOW_NS + 60_000_000_000L)).isFalse();
    }

    @Test
    void shouldNotExtendABanThatWasOverWhenItWasHeardOf() {
        RateBudget budget = new RateBudget(RateBudget.documented(Product.SPOT), 20);

        budget.banUntil(NOW_NS - 1, NOW_NS);

        assertThat(budget.isBanned(NOW_NS)).isFalse();
        assertThat(budget.tryAcquire(Endpoint.SPOT_ACCOUNT, Priority.ORDINARY, NOW_NS))
                .isZero();
    }

    @Test
    void shouldIgnoreLimitsOfAKindItDoesNotKnow() {
        RateBudget budget = new RateBudget(List.of(new RateLimit("SOMETHING_NEW", 1, 1)), 20);

        assertThat(budget.tryAcquire(Endpoint.SPOT_ACCOUNT, Priority.ORDINARY, NOW_NS))
                .isZero();
        assertThat(budget.tryAcquire(Endpoint.SPOT_ACCOUNT, Priority.ORDINARY, NOW_NS))
                .isZero();
    }
}
