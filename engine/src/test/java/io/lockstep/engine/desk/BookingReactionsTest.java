package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.DeskFixture.ETHER;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestSetup;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingReactionsTest {
    private final DeskFixture desk = new DeskFixture().live();

    @Test
    void shouldKillWhenTheVenueHoldsMoreThanWasAskedFor() {
        SentCommand order = desk.order(Side.BUY, "1", "50");

        desk.events()
                .report(ExecType.ACCEPTED, order)
                .order(order.price(), e8("1.1"))
                .publish();

        assertThat(desk.state(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.KILL);
        assertThat(desk.alerts()).contains("OUT_VS_INTENDED");
        assertThat(desk.sent(OrderAction.CANCEL))
                .extracting(SentCommand::originalOrderId)
                .containsExactly(order.orderId());
    }

    @Test
    void shouldHaltTheInstrumentOfAnOverfillAndBookIt() {
        SentCommand order = desk.working(Side.BUY, "1", "50");

        desk.events()
                .report(ExecType.FILL, order)
                .fill(e8("50"), e8("1.5"), e8("1.5"), 0)
                .execId(1)
                .publish();

        assertThat(desk.state(ScopeKind.INSTRUMENT, ETHER)).isEqualTo(TradingState.HALT);
        assertThat(desk.alerts()).contains("OVERFILL");
        assertThat(desk.position()).isEqualTo(e8("1.5"));
    }

    @Test
    void shouldBookSomebodyElsesFillAsExternalAndSaySo() {
        desk.events()
                .report(ExecType.FILL, FixedPoint.NULL, 0, 0, ETHER, Side.SELL)
                .fill(e8("50"), e8("2"), e8("2"), 0)
                .execId(1)
                .publish();

        assertThat(desk.alerts()).contains("EXTERNAL_FILL");
        assertThat(desk.engine()
                        .engine()
                        .risk()
                        .portfolio()
                        .strategyPosition(0, Portfolio.EXTERNAL, ETHER)
                        .quantity())
                .isEqualTo(e8("-2"));
    }

    @Test
    void shouldHaltTheInstrumentOfAnOrderNobodyHereKnows() {
        desk.events()
                .report(ExecType.ACCEPTED, 4_242, 0, 0, ETHER, Side.BUY)
                .fill(0, 0, 0, e8("1"))
                .publish();

        assertThat(desk.state(ScopeKind.INSTRUMENT, ETHER)).isEqualTo(TradingState.HALT);
        assertThat(desk.alerts()).contains("ORPHAN_ORDER");
    }

    @Test
    void shouldHaltAStrategyThatEntersTooOftenUntilAPersonHasLooked() {
        RiskSettings wide = TestSetup.risk(1_000, 10_000, 64, 86_400_000);
        DeskFixture desk = new DeskFixture(new RiskSettings(wide.instruments(), 100, 1_000, 10_000, 64, 86_400_000));
        for (int i = 0; i < 40; i++) {
            desk.events().afterMs(1_100);
            desk.holds(i % 2 == 0 ? Side.BUY : Side.SELL, "1");
        }

        desk.events().afterMs(1_100);
        desk.act(context -> context.order(ETHER).buy(e8("1")).limit(e8("50")).submit("again"));

        assertThat(desk.state(ScopeKind.STRATEGY, 1)).isEqualTo(TradingState.HALT);
        assertThat(desk.alerts()).isEqualTo(List.of("REENTRIES"));
        desk.events().command(OperatorAction.ENABLE_STRATEGY, ScopeKind.STRATEGY, 1);
        desk.events().afterMs(1_100);
        desk.holds(Side.BUY, "1");
        assertThat(desk.position()).isEqualTo(e8("1"));
    }
}
