package io.lockstep.strategies.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalpRulesTest {
    private static final long MS = 1_000_000;

    @Test
    void shouldSpeakOnlyAfterEnoughUpdatesAndEnoughTime() {
        PersistentSignal signal = new PersistentSignal(0.55, 3, 50 * MS);

        signal.onValue(0, 0.6);
        signal.onValue(10 * MS, 0.6);
        signal.onValue(20 * MS, 0.6);
        int tooSoon = signal.direction(49 * MS);

        assertThat(tooSoon).isZero();
        assertThat(signal.direction(50 * MS)).isEqualTo(1);
    }

    @Test
    void shouldStartAnewWhenTheSignalChangesSideOrIsLost() {
        PersistentSignal signal = new PersistentSignal(0.5, 2, 0);
        signal.onValue(0, 0.6);
        signal.onValue(1, 0.6);

        signal.onValue(2, Double.NaN);
        int lost = signal.direction(2);
        signal.onValue(3, -0.7);
        int once = signal.direction(3);
        signal.onValue(4, -0.7);

        assertThat(lost).isZero();
        assertThat(once).isZero();
        assertThat(signal.direction(4)).isEqualTo(-1);
    }

    @Test
    void shouldShutForGoodWhenTheLastTradesDoNotPay() {
        BreakEvenGate gate = new BreakEvenGate(10, 5, 2, 3, 0);
        for (int i = 0; i < 5; i++) {
            gate.onTrade(i % 5 < 3);
        }
        boolean atBreakEven = gate.isOpen();
        for (int i = 0; i < 10; i++) {
            gate.onTrade(true);
        }

        assertThat(atBreakEven).isFalse();
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.expectation()).isEqualTo(2);
    }

    @Test
    void shouldStayOpenWhileTradesPayOrAreTooFew() {
        BreakEvenGate few = new BreakEvenGate(10, 5, 2, 3, 0);
        BreakEvenGate good = new BreakEvenGate(10, 5, 2, 3, 0.4);
        few.onTrade(false);
        for (int i = 0; i < 10; i++) {
            good.onTrade(i % 10 < 7);
        }

        assertThat(few.isOpen()).isTrue();
        assertThat(good.isOpen()).isTrue();
        assertThat(good.expectation()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void shouldLetOnlySoManyOrdersThroughInAMinute() {
        OrderRate rate = new OrderRate(2);
        rate.onOrder(0);
        rate.onOrder(1_000 * MS);

        assertThat(rate.isFree(59_999 * MS)).isFalse();
        assertThat(rate.isFree(60_000 * MS)).isTrue();
    }

    @Test
    void shouldWeighTheThreeImbalances() {
        assertThat(ObiSignal.combine(1, -1, 0.5)).isCloseTo(0.3, within(1e-12));
    }
}
