package io.lockstep.engine.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.CommandDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTableTest {
    private static final int MOST_OPEN = 8;
    private static final int KEPT_CLOSED = 4;

    private final CommandDraft commands = new CommandDraft();
    private final OrderTable table = new OrderTable(MOST_OPEN, KEPT_CLOSED);

    @Test
    void shouldListOpenOrdersInTheOrderTheyWereSent() {
        open(1);
        Order second = open(2);
        open(3);

        table.move(second, OrderState.FILLED, 5);

        assertThat(openIds()).containsExactly(1L, 3L);
        assertThat(table.listOpen()).extracting(Order::orderId).containsExactly(1L, 3L);
        assertThat(table.find(2)).isSameAs(second);
        assertThat(second.leavesQty()).isZero();
    }

    @Test
    void shouldKeepOnlyTheLatestClosedOrders() {
        for (long id = 1; id <= KEPT_CLOSED + 2; id++) {
            table.move(open(id), OrderState.CANCELED, id);
        }

        assertThat(table.find(2)).isNull();
        assertThat(table.find(3)).isNotNull();
    }

    @Test
    void shouldFindAReplacedOrderByEveryIdThatMayStillBeReported() {
        Order order = open(1);

        table.replacing(order, 2, 200, 20);
        assertThat(table.find(2)).isSameAs(order);
        table.replaced(order);
        table.replacing(order, 3, 300, 30);
        table.replaced(order);

        assertThat(order.orderId()).isEqualTo(3);
        assertThat(order.firstId()).isEqualTo(1);
        assertThat(order.price()).isEqualTo(300);
        assertThat(order.quantity()).isEqualTo(30);
        assertThat(table.find(3)).isSameAs(order);
        assertThat(table.find(2)).isSameAs(order);
        assertThat(table.find(1)).isNull();
    }

    @Test
    void shouldCountTheWorstOfOldAndNewWhileAChangeIsUnderWay() {
        Order order = open(1);

        table.replacing(order, 2, 150, 25);

        assertThat(order.leavesQty()).isEqualTo(25);
        assertThat(order.worstPrice()).isEqualTo(150);
        table.replaceRejected(order);
        assertThat(order.leavesQty()).isEqualTo(10);
        assertThat(order.worstPrice()).isEqualTo(100);
        assertThat(table.find(2)).isNull();
    }

    @Test
    void shouldForgetTheIdOfAChangeThatAnotherOneOvertook() {
        Order order = open(1);
        table.replacing(order, 2, 150, 25);
        table.replacing(order, 3, 160, 26);
        table.replaced(order);
        table.move(order, OrderState.CANCELED, 1);
        for (long id = 10; id < 10 + KEPT_CLOSED; id++) {
            table.move(open(id), OrderState.CANCELED, 1);
        }

        assertThat(List.of(table.find(1) == null, table.find(2) == null, table.find(3) == null))
                .containsOnly(true);
    }

    @Test
    void shouldTakeTheVenuesWordOnAnOrderChangedByHand() {
        Order order = open(1);

        table.amended(order, 120, FixedPoint.NULL);
        table.amended(order, FixedPoint.NULL, 12);

        assertThat(order.price()).isEqualTo(120);
        assertThat(order.quantity()).isEqualTo(12);
    }

    @Test
    void shouldThrowRatherThanForgetAnOpenOrder() {
        OrderTable small = new OrderTable(1, 1);
        small.open(commands.limit(1, Side.BUY, 10, 100), 1);
        small.open(commands.limit(2, Side.BUY, 10, 100), 1);

        assertThat(small.isFull()).isTrue();
        assertThatThrownBy(() -> small.open(commands.limit(3, Side.BUY, 10, 100), 1))
                .hasMessageContaining("open=2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldDoAsASimpleModelDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OrderTableModel model = new OrderTableModel(KEPT_CLOSED);
        long nextId = 1;

        for (int step = 0; step < 2_000; step++) {
            int choice = random.nextInt(6);
            if (choice == 0 && model.open.size() < MOST_OPEN) {
                open(nextId);
                model.open(nextId++);
            } else if (choice == 1 && !model.open.isEmpty()) {
                long id = model.open.get(random.nextInt(model.open.size())).id;
                table.replacing(table.find(id), nextId, 5, 5);
                model.find(id).replacing = nextId++;
            } else if (choice == 2 && !model.open.isEmpty()) {
                long id = model.open.get(random.nextInt(model.open.size())).id;
                table.replaced(table.find(id));
                model.find(id).replaced();
            } else if (choice == 3 && !model.open.isEmpty()) {
                long id = model.open.get(random.nextInt(model.open.size())).id;
                table.replaceRejected(table.find(id));
                model.find(id).replacing = 0;
            } else if (choice == 4 && !model.open.isEmpty()) {
                long id = model.open.get(random.nextInt(model.open.size())).id;
                table.move(table.find(id), OrderState.REJECTED, step);
                model.close(id);
            } else if (choice == 5 && !model.closed.isEmpty() && model.open.size() < MOST_OPEN) {
                long id = model.closed.get(random.nextInt(model.closed.size())).id;
                table.move(table.find(id), OrderState.PARTIALLY_FILLED, step);
                model.reopen(id);
            }
            if (step % 16 == 0) {
                compare(model, nextId, "seed " + seed + " step " + step);
            }
        }
    }

    private void compare(OrderTableModel model, long nextId, String at) {
        assertThat(openIds()).as(at).isEqualTo(model.openIds());
        for (long id = 1; id < nextId; id++) {
            Order order = table.find(id);
            OrderTableModel.Entry entry = model.find(id);
            long found = order == null ? 0 : order.orderId();
            long expected = entry == null ? 0 : entry.id;
            if (found != expected) {
                throw new AssertionError(at + " id " + id + ": found " + found + ", expected " + expected);
            }
        }
    }

    private Order open(long id) {
        return table.open(commands.limit(id, Side.BUY, 10, 100), id);
    }

    private List<Long> openIds() {
        List<Long> ids = new ArrayList<>();
        for (Order order = table.firstOpen(); order != null; order = table.nextOpen(order)) {
            ids.add(order.orderId());
        }
        assertThat(table.openCount()).isEqualTo(ids.size());
        return ids;
    }
}
