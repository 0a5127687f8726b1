package io.lockstep.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.kill.AccountSweep.Phase;
import io.lockstep.launcher.testkit.FakeAccount;
import io.lockstep.launcher.testkit.ManualWaitClock;
import io.lockstep.launcher.venue.AdminAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountSweepTest {
    private final ManualWaitClock clock = new ManualWaitClock();
    private final FakeAccount venue = new FakeAccount();

    @Test
    void shouldCancelBeforeItAsksAndBelieveTheVenueOnlyTheSecondTime() {
        venue.order("BTCUSDT", "1").order("ETHUSDT", "2");
        AccountSweep sweep = sweep(KillScope.ALL, 0);

        sweep.step(0);
        assertThat(venue.requests()).containsExactly("cancelAll BTCUSDT", "cancelAll ETHUSDT", "openOrders");
        assertThat(sweep.standing().phase()).isEqualTo(Phase.CONFIRMING);
        sweep.step(AccountSweep.CONFIRM_MS - 1);
        assertThat(venue.requests()).hasSize(3);
        sweep.step(AccountSweep.CONFIRM_MS);

        assertThat(sweep.isDone()).isTrue();
        assertThat(venue.requests()).hasSize(4).endsWith("openOrders");
    }

    @Test
    void shouldRepeatWithGrowingPausesUntilTheVenueObeys() {
        venue.order("BTCUSDT", "1").deaf(9);
        AccountSweep sweep = sweep(KillScope.ALL, 0);

        run(sweep, 60_000);

        assertThat(sweep.isDone()).isTrue();
        assertThat(sweep.standing().openOrders()).isZero();
        assertThat(venue.requests()).contains("cancel 1");
        assertThat(clock.nowMs()).isBetween(AccountSweep.CONFIRM_MS + 700, AccountSweep.CONFIRM_MS + 5_000);
    }

    @Test
    void shouldNotTakeAFailureForZero() {
        venue.order("BTCUSDT", "1").failing(1_000_000);
        AccountSweep sweep = sweep(KillScope.ALL, 0);

        run(sweep, 120_000);

        assertThat(sweep.isDone()).isFalse();
        assertThat(sweep.standing().phase()).isEqualTo(Phase.CANCELLING);
        assertThat(sweep.standing().failures()).isGreaterThan(10);
        assertThat(sweep.standing().lastFailure()).contains("out of order");
    }

    @Test
    void shouldBeginAgainWhenAnOrderAppearsBeforeTheSecondAnswer() {
        AccountSweep sweep = sweep(KillScope.ALL, 0);
        sweep.step(0);
        venue.order("BTCUSDT", "late");

        sweep.step(AccountSweep.CONFIRM_MS);

        assertThat(sweep.standing().phase()).isEqualTo(Phase.CANCELLING);
        clock.advance(AccountSweep.CONFIRM_MS);
        run(sweep, 60_000);
        assertThat(sweep.isDone()).isTrue();
    }

    @Test
    void shouldTouchOneSymbolOnlyWhenToldSo() {
        venue.order("BTCUSDT", "1").order("ETHUSDT", "2");

        run(sweep(new KillScope(ScopeKind.INSTRUMENT, "ETHUSDT"), 0), 60_000);

        assertThat(venue.openOrders()).extracting("symbol").containsExactly("BTCUSDT");
        assertThat(venue.requests()).doesNotContain("cancelAll BTCUSDT");
    }

    @Test
    void shouldLeaveOrdersOfOthersUnlessTold() {
        venue.order("BTCUSDT", "1").foreignOrder("BTCUSDT", "2").order("ETHUSDT", "3");
        AccountSweep sweep = sweep(KillScope.ALL, new KillReach(false, true), 0);

        run(sweep, 60_000);

        assertThat(sweep.isDone()).isTrue();
        assertThat(venue.openOrders()).extracting("venueOrderId").containsExactly("2");
        assertThat(venue.requests()).contains("cancelAll ETHUSDT").doesNotContain("cancelAll BTCUSDT");
    }

    @Test
    void shouldLeaveStopsWhenTheyAreToBeKept() {
        venue.order("BTCUSDT", "1").stop("BTCUSDT", "2");
        AccountSweep sweep = sweep(KillScope.ALL, new KillReach(true, false), 0);

        run(sweep, 60_000);

        assertThat(sweep.isDone()).isTrue();
        assertThat(sweep.standing().openOrders()).isZero();
        assertThat(venue.openOrders()).extracting("venueOrderId").containsExactly("2");
    }

    @Test
    void shouldClosePositionsOnlyOnceNoOrderIsOpen() {
        venue.order("BTCUSDT", "1").position("BTCUSDT", -3 * FixedPoint.ONE);
        AccountSweep sweep = sweep(KillScope.ALL, 50);

        run(sweep, 60_000);

        assertThat(sweep.isDone()).isTrue();
        assertThat(venue.positions()).isEmpty();
        List<String> requests = venue.requests();
        int close = requests.indexOf("close BTCUSDT within 50");
        assertThat(requests.subList(0, close).stream().filter("openOrders"::equals))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(requests.stream().filter(each -> each.startsWith("close"))).hasSize(1);
    }

    @Test
    void shouldLeavePositionsAloneUnlessTold() {
        venue.position("BTCUSDT", FixedPoint.ONE);

        run(sweep(KillScope.ALL, 0), 60_000);

        assertThat(venue.requests()).doesNotContain("positions");
        assertThat(venue.positions()).hasSize(1);
    }

    private AccountSweep sweep(KillScope scope, int collarBps) {
        return sweep(scope, KillReach.EVERYTHING, collarBps);
    }

    private AccountSweep sweep(KillScope scope, KillReach reach, int collarBps) {
        return new AccountSweep(
                new AdminAccount("main", Venue.SIMULATED, List.of("BTCUSDT", "ETHUSDT"), venue),
                scope,
                reach,
                collarBps);
    }

    private void run(AccountSweep sweep, long ms) {
        long end = clock.nowMs() + ms;
        new Canceller(clock, standing -> {}).run(sweep, () -> clock.nowMs() >= end);
    }
}
