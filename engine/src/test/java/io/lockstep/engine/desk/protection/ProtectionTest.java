package io.lockstep.engine.desk.protection;

import static io.lockstep.engine.testkit.DeskFixture.ETHER;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestSetup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectionTest {
    private DeskFixture desk = new DeskFixture(settings(true));

    @Test
    void shouldGuardEachPartOfAnEntryAsItTrades() {
        SentCommand entry = bracket("2");
        fill(entry, "0.5", "1.5");
        fill(entry, "1.5", "0");

        List<SentCommand> stops = stops();
        assertThat(stops).extracting(SentCommand::quantity).containsExactly(e8("0.5"), e8("1.5"));
        assertThat(stops).allMatch(each -> each.side() == Side.SELL && each.reduceOnly());
        assertThat(stops).allMatch(each -> each.stopPrice() == e8("48") && each.orderType() == OrderType.STOP_MARKET);
    }

    @Test
    void shouldCloseThePositionWhenItsStopIsNotAcknowledged() {
        SentCommand entry = bracket("2");
        fill(entry, "2", "0");
        desk.passMs(900);
        assertThat(exits()).isEmpty();

        desk.passMs(200);

        assertThat(desk.alerts()).contains("PROTECTION_UNACKNOWLEDGED");
        assertThat(exits()).extracting(SentCommand::quantity).containsExactly(e8("2"));
        assertThat(desk.sent(OrderAction.CANCEL))
                .extracting(SentCommand::originalOrderId)
                .containsExactly(stops().get(0).orderId());
    }

    @Test
    void shouldCloseThePositionWhenItsStopIsRefused() {
        SentCommand entry = bracket("2");
        fill(entry, "2", "0");

        desk.events().report(ExecType.REJECTED, stops().get(0)).publish();

        assertThat(desk.alerts()).contains("PROTECTION_LOST");
        assertThat(exits()).hasSize(1);
    }

    @Test
    void shouldTakeTheProfitOnlyAfterTheStopIsGone() {
        SentCommand entry = bracket("2");
        fill(entry, "2", "0");
        SentCommand stop = stops().get(0);
        desk.events().accepted(stop);

        priced("53");
        assertThat(exits()).isEmpty();
        desk.events().canceled(stop);

        assertThat(exits()).extracting(SentCommand::quantity).containsExactly(e8("2"));
        desk.events().filled(exits().get(0), e8("53"), desk.nextExecId());
        assertThat(desk.position()).isZero();
        desk.passMs(5_000);
        assertThat(desk.sent(OrderAction.NEW)).hasSize(3);
    }

    @Test
    void shouldStandDownWhenThePositionIsClosedOtherwise() {
        SentCommand entry = bracket("2");
        fill(entry, "2", "0");
        SentCommand stop = stops().get(0);
        desk.events().accepted(stop);

        desk.holds(Side.SELL, "2");

        assertThat(desk.sent(OrderAction.CANCEL))
                .extracting(SentCommand::originalOrderId)
                .containsExactly(stop.orderId());
        priced("53");
        desk.passMs(5_000);
        assertThat(exits()).isEmpty();
    }

    @Test
    void shouldTellTheStrategyOfFillsOfItsProtection() {
        SentCommand entry = bracket("2");
        fill(entry, "2", "0");
        SentCommand stop = stops().get(0);
        desk.events().accepted(stop);

        desk.events()
                .report(ExecType.FILL, stop.orderId(), 0, 0, ETHER, Side.SELL)
                .fill(e8("48"), e8("2"), e8("2"), 0)
                .execId(desk.nextExecId())
                .publish();

        desk.act(context -> assertThat(context.position(ETHER).isFlat()).isTrue());
        assertThat(desk.engine().count(Counter.STRATEGY_FAILURES)).isZero();
        assertThat(exits()).isEmpty();
    }

    @Test
    void shouldHoldAStopItsVenueCannotHold() {
        DeskFixture desk = new DeskFixture(settings(false));
        desk.holds(Side.BUY, "2");
        desk.act(context ->
                context.order(ETHER).sell(e8("2")).stop(e8("48")).reduceOnly().submit("stop"));
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
        assertThat(desk.strategy().calls()).contains("execution ACCEPTED");

        quote(desk, "48.5");
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
        quote(desk, "47.9");

        SentCommand exit = desk.engine().gateway().last();
        assertThat(exit.orderType()).isEqualTo(OrderType.MARKET);
        assertThat(exit.quantity()).isEqualTo(e8("2"));
        assertThat(desk.find(exit).state()).isEqualTo(OrderState.PENDING_NEW);
        desk.events().filled(exit, e8("47.9"), desk.nextExecId());
        assertThat(desk.position()).isZero();
    }

    @Test
    void shouldCancelAHeldOrderAtOnce() {
        DeskFixture desk = new DeskFixture(settings(false));
        desk.holds(Side.BUY, "2");
        desk.act(context ->
                context.order(ETHER).sell(e8("2")).stop(e8("48")).reduceOnly().submit("stop"));
        desk.act(context -> context.cancelAll(ETHER));

        quote(desk, "40");

        assertThat(desk.strategy().calls()).contains("execution CANCELED");
        assertThat(desk.sent(OrderAction.CANCEL)).isEmpty();
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
    }

    @Test
    void shouldTrailTheBestPriceAndNeverBack() {
        DeskFixture desk = new DeskFixture(settings(false));
        desk.holds(Side.BUY, "2");
        desk.act(context ->
                context.order(ETHER).sell(e8("2")).trail(e8("1")).reduceOnly().submit("trail"));

        quote(desk, "50");
        quote(desk, "52");
        quote(desk, "51.5");
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
        quote(desk, "50.9");

        assertThat(desk.sent(OrderAction.NEW)).hasSize(2);
    }

    @Test
    void shouldLetOneCancelTheOther() {
        desk.holds(Side.BUY, "2");
        desk.act(context -> context.order(ETHER)
                .sell(e8("2"))
                .oneCancelsOther(e8("48"), e8("52"))
                .submit("oco"));
        SentCommand stop = stops().get(0);
        desk.events().accepted(stop);

        priced("52.5");
        desk.events().canceled(stop);

        assertThat(exits()).extracting(SentCommand::quantity).containsExactly(e8("2"));
    }

    @Test
    void shouldGuardWithAHeldStopWhereTheVenueHasNone() {
        DeskFixture desk = new DeskFixture(settings(false));
        desk.act(context -> context.order(ETHER)
                .buy(e8("2"))
                .limit(e8("50"))
                .bracket(e8("48"), FixedPoint.NULL)
                .submit("entry"));
        SentCommand entry = desk.engine().gateway().last();
        desk.events().filled(entry, e8("50"), desk.nextExecId());
        desk.passMs(5_000);
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);

        quote(desk, "47");

        SentCommand exit = desk.engine().gateway().last();
        desk.events().filled(exit, e8("47"), desk.nextExecId());
        assertThat(desk.position()).isZero();
        assertThat(desk.alerts()).isEmpty();
    }

    @Test
    void shouldBuyForAValue() {
        desk.act(context ->
                context.order(ETHER).buy(0).notional(e8("125")).limit(e8("50")).submit("value"));

        assertThat(desk.engine().gateway().last().quantity()).isEqualTo(e8("2.5"));
    }

    private SentCommand bracket(String quantity) {
        desk.act(context -> context.order(ETHER)
                .buy(e8(quantity))
                .limit(e8("50"))
                .bracket(e8("48"), e8("53"))
                .submit("entry"));
        SentCommand entry = desk.engine().gateway().last();
        desk.events().accepted(entry);
        return entry;
    }

    private void fill(SentCommand order, String quantity, String leaves) {
        desk.events()
                .report(ExecType.FILL, order)
                .fill(e8("50"), e8(quantity), e8(quantity), e8(leaves))
                .execId(desk.nextExecId())
                .publish();
    }

    private List<SentCommand> stops() {
        return desk.sent(OrderAction.NEW).stream()
                .filter(each -> each.orderType() == OrderType.STOP_MARKET)
                .toList();
    }

    private List<SentCommand> exits() {
        return desk.sent(OrderAction.NEW).stream()
                .filter(each -> each.orderType() == OrderType.MARKET)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 2"})
    void shouldLeaveStopsAtTheVenueWhenAKillIsToKeepThem(boolean kept, int cancels) {
        desk = new DeskFixture(TestSetup.with(TestSetup.risk(1_000, 10_000, 64, 86_400_000), keeping(kept)));
        SentCommand entry = bracket("2");
        fill(entry, "1", "1");
        desk.events().accepted(stops().get(0));

        desk.events().command(OperatorAction.KILL, ScopeKind.ENGINE, 0);

        assertThat(desk.sent(OrderAction.CANCEL)).hasSize(cancels);
        assertThat(desk.sent(OrderAction.CANCEL))
                .extracting(SentCommand::originalOrderId)
                .contains(entry.orderId());
    }

    private static ProtectionSettings keeping(boolean kept) {
        List<Venue> able = List.of(Venue.SIMULATED);
        return new ProtectionSettings(1_000, able, able, List.of(), List.of(), 15_000, 5_000, kept);
    }

    private void priced(String bid) {
        quote(desk, bid);
    }

    private static void quote(DeskFixture desk, String bid) {
        desk.events().quote(ETHER, e8(bid), e8(bid) + e8("0.01"));
    }

    private static RiskSettings settings(boolean stopsAtVenue) {
        List<Venue> able = stopsAtVenue ? List.of(Venue.SIMULATED) : List.of();
        ProtectionSettings protection = new ProtectionSettings(1_000, able, able, List.of(), List.of(), 15_000, 5_000);
        return TestSetup.with(TestSetup.risk(1_000, 10_000, 64, 86_400_000), protection);
    }
}
