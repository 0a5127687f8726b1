package io.lockstep.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import org.junit.jupiter.api.Test;

class WorkingOrdersTest {
    private final WorkingOrders working = new WorkingOrders();

    @Test
    void shouldCountByInstrumentInTheOrderSent() {
        add(1, 0);
        add(2, 1);
        add(3, 0);

        working.remove(1);

        assertThat(working.count(0)).isEqualTo(1);
        assertThat(working.count(1)).isEqualTo(1);
        assertThat(working.id(0)).isEqualTo(2);
        assertThat(working.id(1)).isEqualTo(3);
    }

    @Test
    void shouldBeFoundByEveryIdThatMayBeReported() {
        add(1, 0);
        working.replacing(1, 2);
        working.replaced(1);
        working.replacing(2, 3);

        assertThat(working.indexOf(1)).isZero();
        assertThat(working.indexOf(2)).isZero();
        assertThat(working.indexOf(3)).isZero();
        assertThat(working.indexOf(0)).isEqualTo(-1);
        assertThat(working.id(0)).isEqualTo(2);
    }

    @Test
    void shouldGoByTheNewIdOnceTheVenueKnowsIt() {
        add(1, 0);
        working.replacing(1, 2);

        working.sighted(1);
        long before = working.id(0);
        working.sighted(2);

        assertThat(before).isEqualTo(1);
        assertThat(working.id(0)).isEqualTo(2);
    }

    @Test
    void shouldForgetAReplacedOrderThatFillsUnderItsOldId() {
        add(1, 0);
        working.replacing(1, 2);
        working.replaced(2);

        working.remove(1);

        assertThat(working.size()).isZero();
    }

    @Test
    void shouldKeepTheReplacementUnderWayWhenAnotherIsDenied() {
        add(1, 0);
        working.replacing(1, 2);
        working.replacing(1, 3);

        working.replaceDenied(3);
        working.replaced(2);

        assertThat(working.id(0)).isEqualTo(2);
    }

    @Test
    void shouldStayAsItWasWhenAReplacementIsRefused() {
        add(1, 0);
        working.replacing(1, 2);
        working.replaceRefused(1);
        working.replacing(1, 3);
        working.replaceDenied(3);

        assertThat(working.id(0)).isEqualTo(1);
        assertThat(working.indexOf(2)).isEqualTo(-1);
        assertThat(working.indexOf(3)).isEqualTo(-1);
    }

    @Test
    void shouldKeepWhatAReplacementMustRepeat() {
        for (long id = 1; id <= 100; id++) {
            working.add(id, (int) id, id % 2 == 0 ? Side.BUY : Side.SELL, TimeInForce.GTX, id % 3 == 0);
        }
        for (long id = 1; id <= 90; id++) {
            working.remove(id);
        }

        assertThat(working.size()).isEqualTo(10);
        int index = working.indexOf(96);
        assertThat(working.instrument(index)).isEqualTo(96);
        assertThat(working.side(index)).isEqualTo(Side.BUY);
        assertThat(working.timeInForce(index)).isEqualTo(TimeInForce.GTX);
        assertThat(working.isReduceOnly(index)).isTrue();
    }

    private void add(long id, int instrumentId) {
        working.add(id, instrumentId, Side.BUY, TimeInForce.GTC, false);
    }
}
