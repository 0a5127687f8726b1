package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.DeskFixture.ETHER;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.settings.StrategyLimits;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ResourceLevel;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.StateChange;
import io.lockstep.engine.testkit.TestSetup;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriggersTest {
    /** Loss 1,000; drawdown 50 %; 3 errors; concentration 50 %; silence 5 minutes; 4 trades; 2 rejects; 1 unknown; volatility 5 %; alerts a minute. */
    private static final TriggerSettings SETTINGS =
            new TriggerSettings(e8("1000"), 50, 50, 3, 50, 300_000, 4, 2, 1, 500, 60_000, 60_000);

    private static final int VENUE = Venue.SIMULATED.value();

    static List<Case> triggers() {
        return List.of(
                new Case("DAILY_LOSS_SOFT", ScopeKind.ENGINE, 0, TradingState.REDUCE, desk -> {
                    desk.holds(Side.BUY, "20");
                    priced(desk, "25");
                }),
                new Case("DAILY_LOSS", ScopeKind.ENGINE, 0, TradingState.KILL, desk -> {
                    desk.holds(Side.BUY, "40");
                    priced(desk, "25");
                }),
                new Case("API_ERRORS", ScopeKind.VENUE, VENUE, TradingState.HALT, desk -> {
                    desk.venue().error();
                    desk.venue().error();
                    desk.venue().error();
                }),
                new Case("CONCENTRATION", ScopeKind.INSTRUMENT, ETHER, TradingState.REDUCE, desk -> {
                    desk.holds(Side.BUY, "100");
                    desk.venue().cash(CashReason.TRANSFER, "USDT", e8("-95000"), "out");
                    priced(desk, "50");
                }),
                new Case("STALE_DATA", ScopeKind.INSTRUMENT, ETHER, TradingState.REDUCE, desk -> {
                    desk.holds(Side.BUY, "1");
                    desk.events().afterMs(300_000).timer();
                }),
                new Case("TRADE_COUNT", ScopeKind.ENGINE, 0, TradingState.REDUCE, desk -> {
                    for (int i = 0; i < 4; i++) {
                        desk.holds(i % 2 == 0 ? Side.BUY : Side.SELL, "1");
                    }
                }),
                new Case("REJECT_STORM", ScopeKind.STRATEGY, 1, TradingState.HALT, desk -> {
                    for (int i = 0; i < 3; i++) {
                        desk.events()
                                .report(ExecType.REJECTED, desk.order(Side.BUY, "1", "50"))
                                .publish();
                    }
                }),
                new Case("UNKNOWN_STORM", ScopeKind.VENUE, VENUE, TradingState.HALT, desk -> {
                    SentCommand first = desk.order(Side.BUY, "1", "49.7");
                    SentCommand second = desk.order(Side.BUY, "1", "49.8");
                    desk.events().report(ExecType.OUTCOME_UNKNOWN, first).publish();
                    desk.events().report(ExecType.OUTCOME_UNKNOWN, second).publish();
                }),
                new Case("VOLATILITY_PAUSE", ScopeKind.INSTRUMENT, ETHER, TradingState.REDUCE, desk -> {
                    desk.events().afterMs(59_000);
                    priced(desk, "52.64");
                }),
                new Case(
                        "HOST_DISK",
                        ScopeKind.ENGINE,
                        0,
                        TradingState.KILL,
                        desk -> desk.venue().disk(ResourceLevel.CRITICAL, 1_000)),
                new Case("ALERT_UNDELIVERED", ScopeKind.ENGINE, 0, TradingState.HALT, desk -> {
                    desk.venue().clock(10_000);
                    desk.passMs(61_100);
                }));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void shouldStepDownAndSaySo(Case trigger) {
        DeskFixture desk = desk();

        trigger.cause.accept(desk);

        assertThat(desk.state(trigger.scope, trigger.id)).isEqualTo(trigger.state);
        assertThat(StateChange.in(desk.engine().decisions()))
                .contains(new StateChange(trigger.scope, trigger.id, TradingState.RUN, trigger.state, trigger.code));
        assertThat(desk.alerts()).contains(trigger.code);
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void shouldStepUpOnlyForAnOperator(Case trigger) {
        DeskFixture desk = desk();
        trigger.cause.accept(desk);

        priced(desk, "50");
        desk.passMs(1_000);

        assertThat(desk.state(trigger.scope, trigger.id).value()).isGreaterThanOrEqualTo(trigger.state.value());
        boolean killed = trigger.state == TradingState.KILL;
        desk.events().command(killed ? OperatorAction.RESET : OperatorAction.RESUME, trigger.scope, trigger.id);
        assertThat(desk.state(trigger.scope, trigger.id)).isEqualTo(TradingState.RUN);
    }

    @Test
    void shouldCancelEverythingWhenALossKills() {
        DeskFixture desk = desk();
        SentCommand order = desk.working(Side.BUY, "1", "49.9");
        desk.holds(Side.BUY, "40");

        priced(desk, "25");

        assertThat(desk.sent(OrderAction.CANCEL))
                .extracting(SentCommand::originalOrderId)
                .contains(order.orderId());
    }

    @Test
    void shouldTakeMoneyPaidOutForNoLoss() {
        DeskFixture desk = desk();
        desk.venue().cash(CashReason.TRANSFER, "USDT", e8("-60000"), "out");
        priced(desk, "50.5");

        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.RUN);
    }

    @Test
    void shouldTakeFundingForALoss() {
        DeskFixture desk = desk();
        desk.venue().cash(CashReason.FUNDING, "USDT", e8("-600"), "f1");

        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.REDUCE);
    }

    @Test
    void shouldForgetFailuresOnceTheVenueAnswers() {
        DeskFixture desk = desk();
        SentCommand order = desk.order(Side.BUY, "1", "50");
        desk.venue().error();
        desk.venue().error();
        desk.events().accepted(order);
        desk.venue().error();

        assertThat(desk.state(ScopeKind.VENUE, VENUE)).isEqualTo(TradingState.RUN);
    }

    @Test
    void shouldCountLossesAnewInEachSession() {
        DeskFixture desk = desk();
        desk.holds(Side.BUY, "15");
        priced(desk, "25");
        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.RUN);
        desk.events().afterMs(86_400_000).timer();
        desk.events().command(OperatorAction.RESET, ScopeKind.INSTRUMENT, ETHER);

        priced(desk, "20");

        assertThat(desk.alerts()).contains("SESSION_ROLL");
        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.RUN);
    }

    @Test
    void shouldHaltAStrategyByItsOwnLoss() {
        RiskSettings risk = TestSetup.with(
                TestSetup.risk(1_000, 10_000, 64, 86_400_000),
                TriggerSettings.none(),
                List.of(new StrategyLimits("s1", 0, e8("100"), 0)));
        DeskFixture desk = new DeskFixture(risk);
        desk.holds(Side.BUY, "10");

        priced(desk, "40");

        assertThat(desk.state(ScopeKind.STRATEGY, 1)).isEqualTo(TradingState.HALT);
        assertThat(desk.alerts()).containsExactly("STRATEGY_LOSS");
    }

    @Test
    void shouldKeepQuietOnceAnAlertIsDelivered() {
        DeskFixture desk = desk();
        desk.venue().clock(10_000);
        desk.venue().delivered(desk.engine().inputs().count());
        desk.passMs(61_100);

        assertThat(desk.alerts()).containsExactly("CLOCK_OFFSET");
        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.RUN);
    }

    @Test
    void shouldBookEachCashMovementOnce() {
        DeskFixture desk = desk();
        desk.venue().cash(CashReason.DIVIDEND, "USDT", e8("12.5"), "d1");
        desk.venue().cash(CashReason.DIVIDEND, "USDT", e8("12.5"), "d1");
        desk.venue().cash(CashReason.INTEREST, "USDT", e8("-2"), "d2");

        var portfolio = desk.engine().engine().risk().portfolio();
        assertThat(portfolio.ledger(0).balance(portfolio.assets().indexOf("USDT")))
                .isEqualTo(e8("100010.5"));
    }

    private static DeskFixture desk() {
        return new DeskFixture(TestSetup.with(TestSetup.risk(1_000, 10_000, 64, 86_400_000), SETTINGS, List.of()));
    }

    private static void priced(DeskFixture desk, String price) {
        desk.events().quote(ETHER, e8(price) - e8("0.01"), e8(price) + e8("0.01"));
    }

    private record Case(String code, ScopeKind scope, int id, TradingState state, Consumer<DeskFixture> cause) {
        @Override
        public String toString() {
            return code;
        }
    }
}
