package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.DeskFixture.ETHER;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.settings.OrphanPolicy;
import io.lockstep.engine.risk.settings.OutcomeSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
    private final DeskFixture desk = new DeskFixture();

    @Test
    void shouldLetNothingLeaveBeforeAllFourListsWereEqual() {
        desk.venue().start(RunMode.LIVE);
        assertThat(denied()).isEqualTo("denied 29");
        desk.venue().userData(ConnectionState.READY);
        assertThat(denied()).isEqualTo("denied 28");
        desk.events().afterMs(1);
        desk.venue().empty(ReconciliationKind.ORDERS);
        desk.venue().empty(ReconciliationKind.FILLS);
        desk.venue().empty(ReconciliationKind.POSITIONS);
        assertThat(denied()).isEqualTo("denied 28");

        desk.venue().empty(ReconciliationKind.CASH);

        assertThat(desk.alerts()).containsExactly("RECONCILED");
        desk.order(Side.BUY, "1", "50");
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
    }

    @Test
    void shouldStartOverAfterTheStreamCameBack() {
        desk.live();
        desk.venue().userData(ConnectionState.DOWN);
        assertThat(denied()).isEqualTo("denied 29");
        desk.venue().userData(ConnectionState.READY);
        assertThat(denied()).isEqualTo("denied 28");

        desk.venue().allEmpty();

        desk.order(Side.BUY, "1", "50");
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
    }

    @Test
    void shouldNotCountAListAskedForBeforeTheStreamCameBack() {
        desk.live();
        long before = desk.events().timeNs();
        desk.events().afterMs(10);
        desk.venue().userData(ConnectionState.DOWN);
        desk.venue().userData(ConnectionState.READY);

        for (ReconciliationKind kind : ReconciliationKind.values()) {
            if (kind != ReconciliationKind.NULL_VAL) {
                desk.venue().begin(kind, before);
                desk.venue().end(kind, 0);
            }
        }

        assertThat(denied()).isEqualTo("denied 28");
    }

    @Test
    void shouldCountListsAskedForBetweenTheStreamBeingUpAndReady() {
        desk.venue().start(RunMode.LIVE);
        desk.venue().userData(ConnectionState.UP);
        desk.events().afterMs(1);
        desk.venue().allEmpty();
        desk.events().afterMs(1);
        assertThat(denied()).isEqualTo("denied 29");

        desk.venue().userData(ConnectionState.READY);

        desk.order(Side.BUY, "1", "50");
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
    }

    @Test
    void shouldProveNothingByAListThatIsNotWhole() {
        desk.live();
        desk.holds(Side.BUY, "2");
        desk.events().afterMs(100);

        desk.venue().begin(ReconciliationKind.POSITIONS);
        desk.venue().end(ReconciliationKind.POSITIONS, 1);
        desk.venue().failed(ReconciliationKind.POSITIONS);

        assertThat(desk.alerts()).containsExactly("RECONCILED", "RECONCILE_FAILED");
        assertThat(desk.position()).isEqualTo(e8("2"));
    }

    @Test
    void shouldTakeOverWhatTheAccountHeldBefore() {
        desk.venue().start(RunMode.LIVE);
        desk.venue().userData(ConnectionState.READY);
        desk.events().afterMs(1);
        desk.venue().begin(ReconciliationKind.POSITIONS);
        desk.venue().position(ETHER, e8("-3"), e8("48"));
        desk.venue().end(ReconciliationKind.POSITIONS, 1);

        assertThat(desk.alerts()).containsExactly("POSITION_OPENING");
        assertThat(desk.position()).isEqualTo(e8("-3"));
        assertThat(desk.engine()
                        .engine()
                        .risk()
                        .portfolio()
                        .strategyPosition(0, Portfolio.EXTERNAL, ETHER)
                        .quantity())
                .isEqualTo(e8("-3"));
    }

    @Test
    void shouldHaltTheAccountWhenAPositionDiffersThreeTimes() {
        desk.live();
        desk.holds(Side.BUY, "2");
        for (int i = 1; i <= 3; i++) {
            assertThat(desk.state(ScopeKind.ACCOUNT, 0)).isEqualTo(TradingState.RUN);
            desk.events().afterMs(100);
            desk.venue().begin(ReconciliationKind.POSITIONS);
            desk.venue().position(ETHER, e8("1"), e8("50"));
            desk.venue().end(ReconciliationKind.POSITIONS, 1);
        }

        assertThat(desk.state(ScopeKind.ACCOUNT, 0)).isEqualTo(TradingState.HALT);
        assertThat(desk.alerts()).contains("POSITION_DIFFERS", "RECONCILE_POSITIONS");
        assertThat(desk.position()).as("never traded, never edited").isEqualTo(e8("2"));
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
    }

    @Test
    void shouldNotTakeAPositionThatIsMissingForAFlatOne() {
        desk.live();
        desk.holds(Side.BUY, "2");
        desk.events().afterMs(100);

        desk.venue().empty(ReconciliationKind.POSITIONS);

        assertThat(desk.alerts()).contains("POSITION_MISSING");
        assertThat(desk.position()).isEqualTo(e8("2"));
    }

    @Test
    void shouldAllowForAFillThatWasUnderWay() {
        desk.live();
        long requested = desk.events().timeNs();
        desk.events().afterMs(10);
        desk.holds(Side.BUY, "2");
        desk.events().afterMs(10);
        desk.venue().begin(ReconciliationKind.POSITIONS, requested);
        desk.venue().end(ReconciliationKind.POSITIONS, 0);

        assertThat(desk.alerts()).containsExactly("RECONCILED");
    }

    @Test
    void shouldTakeTheVenuesWordWhenAnOperatorSaysSo() {
        desk.live();
        desk.holds(Side.BUY, "2");
        for (int i = 0; i < 3; i++) {
            desk.events().afterMs(100);
            desk.venue().begin(ReconciliationKind.POSITIONS);
            desk.venue().position(ETHER, e8("5"), e8("51"));
            desk.venue().end(ReconciliationKind.POSITIONS, 1);
        }
        desk.events().command(OperatorAction.RESUME, ScopeKind.ACCOUNT, 0);
        desk.events().afterMs(100);
        desk.venue().begin(ReconciliationKind.POSITIONS);
        desk.venue().position(ETHER, e8("5"), e8("51"));
        desk.venue().end(ReconciliationKind.POSITIONS, 1);

        assertThat(desk.alerts()).contains("POSITION_ACCEPTED");
        assertThat(desk.position()).isEqualTo(e8("5"));
        assertThat(desk.engine()
                        .engine()
                        .risk()
                        .portfolio()
                        .strategyPosition(0, 1, ETHER)
                        .quantity())
                .as("strategies plus external are the net")
                .isEqualTo(e8("2"));
    }

    @Test
    void shouldAskForAnOrderTheVenueDoesNotList() {
        desk.live();
        SentCommand order = desk.working(Side.BUY, "2", "49.7");
        desk.events().afterMs(100);

        desk.venue().empty(ReconciliationKind.ORDERS);
        desk.passMs(600);

        assertThat(desk.find(order).state()).isEqualTo(OrderState.UNKNOWN);
        assertThat(desk.alerts()).contains("ORDER_MISSING");
        assertThat(desk.sent(OrderAction.QUERY)).hasSize(1);
    }

    @Test
    void shouldLeaveAnOrderAloneThatWasSentAfterTheListWasAskedFor() {
        desk.live();
        long requested = desk.events().timeNs();
        desk.events().afterMs(10);
        SentCommand order = desk.working(Side.BUY, "2", "49.7");
        desk.venue().begin(ReconciliationKind.ORDERS, requested);
        desk.venue().end(ReconciliationKind.ORDERS, 0);

        assertThat(desk.find(order).state()).isEqualTo(OrderState.NEW);
        assertThat(desk.alerts()).containsExactly("RECONCILED");
    }

    @Test
    void shouldSeeThatAFillIsMissing() {
        desk.live();
        SentCommand order = desk.working(Side.BUY, "2", "49.7");
        desk.events().afterMs(100);

        desk.venue().begin(ReconciliationKind.ORDERS);
        desk.venue().order(order.orderId(), Side.BUY, e8("2"), e8("0.5"));
        desk.venue().end(ReconciliationKind.ORDERS, 1);
        desk.venue().begin(ReconciliationKind.FILLS);
        desk.events()
                .report(ExecType.FILL, order)
                .source(ReportSource.RECONCILIATION)
                .fill(e8("49"), e8("0.5"), e8("0.5"), e8("1.5"))
                .execId(9)
                .publish();
        desk.venue().end(ReconciliationKind.FILLS, 1);

        assertThat(desk.alerts()).containsExactly("RECONCILED", "ORDER_FILL_MISSING");
        assertThat(desk.position()).isEqualTo(e8("0.5"));
        assertThat(desk.find(order).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    }

    @ParameterizedTest
    @EnumSource(OrphanPolicy.class)
    void shouldFindAnOrderOfOursThatNobodyHereKnows(OrphanPolicy policy) {
        DeskFixture desk = new DeskFixture(orphans(policy)).live();
        desk.events().afterMs(100);

        desk.venue().begin(ReconciliationKind.ORDERS);
        desk.venue().order(4_242, Side.SELL, e8("1"), 0);
        desk.venue().end(ReconciliationKind.ORDERS, 1);

        assertThat(desk.alerts()).contains("ORPHAN_ORDER");
        assertThat(desk.state(ScopeKind.INSTRUMENT, 0)).isEqualTo(TradingState.HALT);
        assertThat(desk.sent(OrderAction.CANCEL)).hasSize(policy == OrphanPolicy.CANCEL ? 1 : 0);
        desk.sent(OrderAction.CANCEL)
                .forEach(each -> assertThat(each.originalOrderId()).isEqualTo(4_242));
    }

    @ParameterizedTest
    @EnumSource(OrphanPolicy.class)
    void shouldCountSomebodyElsesOrders(OrphanPolicy policy) {
        DeskFixture desk = new DeskFixture(orphans(policy)).live();
        desk.events().afterMs(100);

        desk.venue().begin(ReconciliationKind.ORDERS);
        desk.venue().order(FixedPoint.NULL, Side.BUY, e8("3"), e8("1"));
        desk.venue().end(ReconciliationKind.ORDERS, 1);

        assertThat(desk.alerts()).contains("EXTERNAL_ORDER");
        assertThat(desk.engine().engine().risk().gateState().exposure().worst(0, 0, true, null))
                .isEqualTo(e8("2"));
        assertThat(desk.sent(OrderAction.CANCEL_ALL)).hasSize(policy == OrphanPolicy.CANCEL ? 1 : 0);
    }

    @Test
    void shouldCompareBalances() {
        desk.live();
        for (int i = 0; i < 3; i++) {
            desk.events().afterMs(100);
            desk.venue().begin(ReconciliationKind.CASH);
            desk.venue().balance("USDT", e8("99999"));
            desk.venue().end(ReconciliationKind.CASH, 1);
        }

        assertThat(desk.alerts()).contains("CASH_DIFFERS", "RECONCILE_CASH");
        assertThat(desk.state(ScopeKind.ACCOUNT, 0)).isEqualTo(TradingState.HALT);
    }

    @Test
    void shouldStopWhenTheListsNoLongerCome() {
        desk.live();

        desk.passMs(15_200);

        assertThat(desk.alerts()).containsExactly("RECONCILED", "RECONCILE_OVERDUE");
        assertThat(denied()).isEqualTo("denied 28");
    }

    @Test
    void shouldRefuseAResetWhileAnythingIsUncertain() {
        desk.live();
        SentCommand order = desk.order(Side.BUY, "1", "50");
        desk.events().report(ExecType.OUTCOME_UNKNOWN, order).publish();
        desk.events().command(OperatorAction.KILL, ScopeKind.ENGINE, 0);

        desk.events().command(OperatorAction.RESET, ScopeKind.ENGINE, 0);
        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.KILL);
        desk.events().report(ExecType.CANCELED, order).publish();
        desk.events().command(OperatorAction.RESET, ScopeKind.ENGINE, 0);

        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.RUN);
    }

    private String denied() {
        desk.strategy().takeCalls();
        desk.act(context -> context.order(ETHER).buy(e8("1")).limit(e8("50")).submit("test"));
        return desk.strategy().takeCalls().stream()
                .filter(each -> each.startsWith("denied"))
                .findFirst()
                .orElse("sent");
    }

    private static RiskSettings orphans(OrphanPolicy policy) {
        RiskSettings wide = TestSetup.risk(1_000, 10_000, 64, 86_400_000);
        return TestSetup.with(wide, new OutcomeSettings(5_000, 1_000, 250, 10_000, 2_000, policy));
    }
}
