package io.lockstep.gateway.binance.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.gateway.binance.Allocation;
import org.junit.jupiter.api.Test;

class OrderDirectoryTest {
    private final OrderDirectory directory = new OrderDirectory(4);
    private final OrderFacts facts = new OrderFacts();

    @Test
    void shouldKnowOnlyTheIdOfAnOrderItHasNotSeen() {
        assertThat(directory.find(9, facts)).isFalse();

        assertThat(facts.orderId()).isEqualTo(9);
        assertThat(facts.venueName()).isEqualTo(9);
        assertThat(facts.strategyId()).isZero();
        assertThat(facts.replacedId()).isEqualTo(FixedPoint.NULL);
    }

    @Test
    void shouldFollowAChainOfModificationsBothWays() {
        directory.opened(1, 5, 2, false, 100, 10);
        directory.modifying(1, 2, 101, 10);
        directory.modified(1);
        directory.modifying(2, 3, 102, 10);

        directory.find(3, facts);
        long name = facts.venueName();
        directory.find(1, facts);

        assertThat(name).isEqualTo(1);
        assertThat(facts.orderId()).isEqualTo(2);
        directory.modified(1);
        directory.find(1, facts);
        assertThat(facts.orderId()).isEqualTo(3);
    }

    @Test
    void shouldForgetAModificationThatWasRefused() {
        directory.opened(1, 5, 2, false, 100, 10);
        directory.modifying(1, 2, 101, 10);
        directory.notModified(2);

        directory.modified(1);

        directory.find(1, facts);
        assertThat(facts.orderId()).isEqualTo(1);
    }

    @Test
    void shouldCarryFillsOnThroughAReplacementButNotThroughAnAmendment() {
        directory.opened(1, 5, 2, false, 100, 10);
        directory.filled(1, 4);
        directory.replacing(1, 2, false, 101, 10);
        directory.filled(2, 6);
        directory.replacing(2, 3, true, 101, 8);

        directory.find(3, facts);

        assertThat(facts.carriedQty()).isEqualTo(4);
        assertThat(facts.cumQty()).isEqualTo(6);
        assertThat(facts.strategyId()).isEqualTo(5);
    }

    @Test
    void shouldRecallByItsFirstIdAnOrderThatItsVenueChangedInPlace() {
        OrderTable table = new OrderTable(4, 4);
        Order order = table.open(new CommandDraft().limit(1, Side.BUY, 10, 100), 5);
        table.replacing(order, 2, 101, 10);
        table.replaced(order);
        table.replacing(order, 3, 102, 12);

        directory.recall(table.listAtVenues().get(0), true);

        directory.find(2, facts);
        assertThat(facts.venueName()).isEqualTo(1);
        directory.foundAs(1, 101, 10);
        directory.find(1, facts);
        assertThat(facts.orderId()).isEqualTo(2);
        directory.foundAs(1, 102, 12);
        directory.find(1, facts);
        assertThat(facts.orderId()).isEqualTo(3);
    }

    @Test
    void shouldSeeFromTheVenuesQuantityWhatARecalledReplacementCarries() {
        OrderTable table = new OrderTable(4, 4);
        Order order = table.open(new CommandDraft().limit(1, Side.BUY, 10, 100), 5);
        table.fill(order, 4);
        table.replacing(order, 2, 101, 10);
        table.replaced(order);

        directory.recall(table.listAtVenues().get(0), false);
        directory.stated(2, 6);
        directory.stated(2, 5);

        directory.find(2, facts);
        assertThat(facts.venueName()).isEqualTo(2);
        assertThat(facts.replacedId()).isEqualTo(1);
        assertThat(facts.carriedQty()).isEqualTo(4);
        assertThat(facts.cumQty()).isEqualTo(4);
    }

    @Test
    void shouldLeaveATriggeredOrderToTheVenuesList() {
        OrderTable table = new OrderTable(4, 4);
        Order order = table.open(new CommandDraft().limit(1, Side.BUY, 10, 100), 5);
        table.triggered(order);

        directory.recall(table.listAtVenues().get(0), true);

        assertThat(directory.find(1, facts)).isFalse();
    }

    @Test
    void shouldFindAnOrderByTheVenuesIdAndInstrument() {
        directory.seen(1, 2, false, 777);

        assertThat(directory.findByVenueId(2, 777, facts)).isTrue();
        assertThat(facts.orderId()).isEqualTo(1);
        assertThat(directory.findByVenueId(3, 777, facts)).isFalse();
    }

    @Test
    void shouldLetTheOldestOrderGoAndAllItsNames() {
        directory.seen(1, 2, false, 777);
        for (int id = 10; id < 14; id++) {
            directory.opened(id, 5, 2, false, 1, 1);
        }

        assertThat(directory.find(1, facts)).isFalse();
        assertThat(directory.findByVenueId(2, 777, facts)).isFalse();
        assertThat(directory.find(10, facts)).isTrue();
    }

    @Test
    void shouldAllocateNothingOnceWarm() {
        long[] id = {100};

        assertThat(Allocation.bytesOf(20_000, () -> {
                    long order = id[0]++;
                    directory.opened(order, 5, 2, false, 1, 1);
                    directory.seen(order, 2, false, order + 1_000_000);
                    directory.find(order, facts);
                }))
                .isZero();
    }
}
