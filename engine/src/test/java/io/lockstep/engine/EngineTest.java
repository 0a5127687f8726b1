package io.lockstep.engine;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.OrderIds;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.engine.testkit.SentCommand;
import org.junit.jupiter.api.Test;

class EngineTest {
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final EngineHarness engine = EngineHarness.of(strategy).step();

    @Test
    void shouldSendWhatAStrategyOrders() {
        strategy.once("top", context -> context.order(0).buy(e8("0.5")).market().submit("go"));

        engine.events().quote(0, e8("100"), e8("100.02"));

        SentCommand sent = engine.gateway().last();
        assertThat(sent.action()).isEqualTo(OrderAction.NEW);
        assertThat(sent.orderId()).isEqualTo(OrderIds.of(1, 0));
        assertThat(sent.quantity()).isEqualTo(e8("0.5"));
        assertThat(sent.price()).isEqualTo(FixedPoint.NULL);
        assertThat(sent.reason()).isEqualTo("go");
    }

    @Test
    void shouldBookFillsIntoStrategyAndAccount() {
        strategy.once(
                "top",
                context -> context.order(0).buy(e8("0.5")).limit(e8("100")).submit("go"));
        engine.events().quote(0, e8("100"), e8("100.02"));

        engine.events().accepted(engine.gateway().last());
        engine.events().filled(engine.gateway().last(), e8("100"), 1);

        assertThat(strategy.calls()).containsExactly("start", "top 0", "execution ACCEPTED", "execution FILL");
        assertThat(engine.engine().risk().portfolio().accountPosition(0, 0).quantity())
                .isEqualTo(e8("0.5"));
        assertThat(engine.engine().risk().orders().openCount()).isZero();
    }

    @Test
    void shouldTellAStrategyOfADenialWithTheNextEvent() {
        strategy.once(
                "top", context -> context.order(0).buy(e8("0.000001")).market().submit("tiny"));

        engine.events().quote(0, e8("100"), e8("100.02"));

        assertThat(engine.gateway().commands()).isEmpty();
        assertThat(strategy.calls()).containsExactly("start", "top 0", "denied 7");
        assertThat(engine.decisionKinds()).containsExactly(OrderDeniedDecoder.TEMPLATE_ID);
        assertThat(engine.inputs().count()).isEqualTo(2);
    }
}
