package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.DeskFixture.ETHER;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.settings.StrategyLimits;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestSetup;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What controls count with goes on counting in the next epoch. */
class CarriedControlsTest {
    private static final RiskSettings WIDE = TestSetup.risk(1_000, 10_000, 64, 86_400_000);

    /** Loss 1,000; drawdown 50 %; 3 errors; 4 trades; 2 rejects; 1 unknown; volatility 5 %; alerts a minute. */
    private static final TriggerSettings SETTINGS =
            new TriggerSettings(e8("1000"), 50, 50, 3, 0, 0, 4, 2, 1, 500, 60_000, 60_000);

    private static final int VENUE = Venue.SIMULATED.value();

    static List<Case> triggers() {
        return List.of(
                new Case(
                        "DAILY_LOSS",
                        ScopeKind.ENGINE,
                        0,
                        TradingState.KILL,
                        desk -> desk.holds(Side.BUY, "40"),
                        desk -> quote(desk, "25")),
                new Case(
                        "TRADE_COUNT",
                        ScopeKind.ENGINE,
                        0,
                        TradingState.REDUCE,
                        CarriedControlsTest::tradeTwice,
                        CarriedControlsTest::tradeTwice),
                new Case(
                        "API_ERRORS",
                        ScopeKind.VENUE,
                        VENUE,
                        TradingState.HALT,
                        desk -> {
                            desk.venue().error();
                            desk.venue().error();
                        },
                        desk -> desk.venue().error()),
                new Case(
                        "REJECT_STORM",
                        ScopeKind.STRATEGY,
                        1,
                        TradingState.HALT,
                        desk -> {
                            refuse(desk);
                            refuse(desk);
                        },
                        CarriedControlsTest::refuse));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void shouldAddWhatTheEpochBeforeHadCounted(Case trigger) {
        DeskFixture before = new DeskFixture(TestSetup.with(WIDE, SETTINGS, List.of()));
        trigger.before.accept(before);

        DeskFixture after = before.nextEpoch();
        TradingState opened = after.state(trigger.scope, trigger.id);
        trigger.after.accept(after);

        assertThat(opened).isEqualTo(TradingState.RUN);
        assertThat(after.state(trigger.scope, trigger.id)).isEqualTo(trigger.state);
        assertThat(after.alerts()).contains(trigger.code);
    }

    @Test
    void shouldAddLostAnswersOfOrdersOfTheEpochBefore() {
        DeskFixture before = new DeskFixture(TestSetup.with(WIDE, SETTINGS, List.of()));
        SentCommand first = before.order(Side.BUY, "1", "49.7");
        SentCommand second = before.order(Side.BUY, "1", "49.8");
        before.events().report(ExecType.OUTCOME_UNKNOWN, first).publish();

        DeskFixture after = before.nextEpoch();
        assertThat(after.state(ScopeKind.VENUE, VENUE)).isEqualTo(TradingState.RUN);
        after.events().report(ExecType.OUTCOME_UNKNOWN, second).publish();

        assertThat(after.state(ScopeKind.VENUE, VENUE)).isEqualTo(TradingState.HALT);
    }

    @Test
    void shouldGoOnWithAStrategysOwnLoss() {
        RiskSettings risk =
                TestSetup.with(WIDE, TriggerSettings.none(), List.of(new StrategyLimits("s1", 0, e8("100"), 0)));
        DeskFixture before = new DeskFixture(risk);
        before.holds(Side.BUY, "10");
        quote(before, "42");

        DeskFixture after = before.nextEpoch();
        quote(after, "39");

        assertThat(after.state(ScopeKind.STRATEGY, 1)).isEqualTo(TradingState.HALT);
    }

    @Test
    void shouldTakeNoPriceForNoLoss() {
        DeskFixture before = new DeskFixture(TestSetup.with(WIDE, SETTINGS, List.of()));
        before.holds(Side.BUY, "100");

        DeskFixture after = before.nextEpoch();
        after.passMs(2_000);

        assertThat(after.alerts()).isEmpty();
        assertThat(after.engine().engine().risk().gateState().exposure().heldNotional(0, ETHER))
                .isEqualTo(
                        before.engine().engine().risk().gateState().exposure().heldNotional(0, ETHER));
    }

    @Test
    void shouldTakeTheProfitOfABracketOfTheEpochBefore() {
        DeskFixture before = new DeskFixture(protection(true));
        before.act(context -> context.order(ETHER)
                .buy(e8("2"))
                .limit(e8("50"))
                .bracket(e8("48"), e8("53"))
                .submit("entry"));
        before.events().filled(before.engine().gateway().last(), e8("50"), before.nextExecId());
        SentCommand stop = before.engine().gateway().last();
        before.events().accepted(stop);

        DeskFixture after = before.nextEpoch();
        quote(after, "53.5");
        after.events().canceled(stop);

        assertThat(stop.orderType()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(after.sent(OrderAction.CANCEL))
                .extracting(SentCommand::originalOrderId)
                .containsExactly(stop.orderId());
        assertThat(after.sent(OrderAction.NEW))
                .extracting(SentCommand::quantity)
                .containsExactly(e8("2"));
    }

    @Test
    void shouldReleaseAHeldStopOfTheEpochBefore() {
        DeskFixture before = new DeskFixture(protection(false));
        before.holds(Side.BUY, "2");
        before.act(context ->
                context.order(ETHER).sell(e8("2")).stop(e8("48")).reduceOnly().submit("stop"));

        DeskFixture after = before.nextEpoch();
        quote(after, "48.5");
        assertThat(after.sent(OrderAction.NEW)).isEmpty();
        quote(after, "47.5");

        assertThat(after.sent(OrderAction.NEW))
                .extracting(SentCommand::quantity)
                .containsExactly(e8("2"));
        after.events().filled(after.engine().gateway().last(), e8("47.5"), after.nextExecId());
        assertThat(after.position()).isZero();
    }

    @Test
    void shouldAskForAnOrderWhoseAnswerTheEpochBeforeMissed() {
        DeskFixture before = new DeskFixture(WIDE).live();
        SentCommand order = before.order(Side.BUY, "1", "50");
        before.events().report(ExecType.OUTCOME_UNKNOWN, order).publish();

        DeskFixture after = before.nextEpoch().live();
        after.passMs(1_000);

        assertThat(after.sent(OrderAction.QUERY))
                .extracting(SentCommand::originalOrderId)
                .contains(order.orderId());
    }

    @Test
    void shouldBookACashMovementOnceThoughItComesAgain() {
        DeskFixture before = new DeskFixture(WIDE);
        before.venue().cash(CashReason.DIVIDEND, "USDT", e8("12.5"), "d1");

        DeskFixture after = before.nextEpoch();
        after.venue().cash(CashReason.DIVIDEND, "USDT", e8("12.5"), "d1");

        assertThat(after.engine().engine().risk().portfolio().hash())
                .isEqualTo(before.engine().engine().risk().portfolio().hash());
    }

    private static void tradeTwice(DeskFixture desk) {
        quote(desk, "50");
        desk.holds(Side.BUY, "1");
        desk.holds(Side.SELL, "1");
    }

    private static void refuse(DeskFixture desk) {
        quote(desk, "50");
        desk.events()
                .report(ExecType.REJECTED, desk.order(Side.BUY, "1", "49.8"))
                .publish();
    }

    private static void quote(DeskFixture desk, String price) {
        desk.events().quote(0, e8("99.99"), e8("100.01"));
        desk.events().quote(ETHER, e8(price) - e8("0.01"), e8(price) + e8("0.01"));
    }

    private static RiskSettings protection(boolean stopsAtVenue) {
        List<Venue> able = stopsAtVenue ? List.of(Venue.SIMULATED) : List.of();
        return TestSetup.with(WIDE, new ProtectionSettings(1_000, able, able, List.of(), List.of(), 15_000, 5_000));
    }

    private record Case(
            String code,
            ScopeKind scope,
            int id,
            TradingState state,
            Consumer<DeskFixture> before,
            Consumer<DeskFixture> after) {
        @Override
        public String toString() {
            return code;
        }
    }
}
