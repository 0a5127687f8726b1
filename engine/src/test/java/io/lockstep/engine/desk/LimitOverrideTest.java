package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.DeskFixture.ETHER;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.risk.LimitOverride;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.DeskFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of 150 Ether where one may have 100. */
class LimitOverrideTest {
    private static final int QUANTITY = DenyReason.MAX_ORDER_QUANTITY.code();

    private final DeskFixture desk = new DeskFixture();

    @Test
    void shouldLetOneOrderPassAndNoneAfter() {
        desk.events().override(1, ETHER, QUANTITY, 60_000);

        large();
        large();

        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
        assertThat(desk.alerts()).containsExactly("OVERRIDE_GRANTED", "OVERRIDE_USED");
        assertThat(desk.engine().count(Counter.DENIED)).isEqualTo(1);
    }

    @Test
    void shouldEndByItself() {
        desk.events().override(1, ETHER, QUANTITY, 1_000);
        desk.passMs(1_000);

        large();

        assertThat(desk.sent(OrderAction.NEW)).isEmpty();
    }

    @Test
    void shouldNotBeSpentOnAnOrderThatNeedsNone() {
        desk.events().override(1, ETHER, QUANTITY, 60_000);
        small();

        large();

        assertThat(desk.sent(OrderAction.NEW)).hasSize(2);
    }

    @Test
    void shouldNotBeSpentOnAnOrderThatStays() {
        desk.events().override(1, ETHER, QUANTITY, 60_000);
        desk.events().command(OperatorAction.HALT, ScopeKind.ENGINE, 0);
        large();
        desk.events().command(OperatorAction.RESUME, ScopeKind.ENGINE, 0);

        large();

        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 10", "1, 0, 10", "1, 1, 11"})
    void shouldBeForItsStrategyInstrumentAndLimitAlone(int strategyId, int instrumentId, int limit) {
        desk.events().override(strategyId, instrumentId, limit, 60_000);

        large();

        assertThat(desk.sent(OrderAction.NEW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 60000",
        "1, 28, 60000",
        "1, 37, 60000",
        "1, 0, 60000",
        "1, 999, 60000",
        "0, 10, 60000",
        "1, 10, 0",
        "1, 10, 300001"
    })
    void shouldRefuseAndCountWhatCannotBeLifted(int strategyId, int limit, long forMs) {
        desk.events().override(strategyId, ETHER, limit, forMs);

        assertThat(desk.engine().count(Counter.COMMANDS_REFUSED)).isEqualTo(1);
        assertThat(desk.alerts()).isEmpty();
    }

    @Test
    void shouldLiftNoStateAndNoSumOfMoney() {
        assertThat(LimitOverride.liftable())
                .doesNotContain(
                        DenyReason.TRADING_STATE,
                        DenyReason.KILL_LATCH,
                        DenyReason.NOT_RECONCILED,
                        DenyReason.UNKNOWN_OUTCOME,
                        DenyReason.HOST_SHORT,
                        DenyReason.LEVERAGE,
                        DenyReason.GROSS_ACCOUNT,
                        DenyReason.SESSION_CLOSED);
    }

    private void large() {
        order("150");
    }

    private void small() {
        order("1");
    }

    private void order(String quantity) {
        desk.act(context ->
                context.order(ETHER).buy(e8(quantity)).limit(e8("50")).submit("test"));
    }
}
