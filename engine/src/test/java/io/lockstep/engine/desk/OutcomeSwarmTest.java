package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.DeskFixture.ETHER;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.SentCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A venue that loses requests and answers, fills behind our back and shows orders late, against the follow-up of lost answers. Checked against the
 * venue's own ledger: no order twice, nothing believed absent that the venue has, positions equal once it has healed.
 */
class OutcomeSwarmTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void shouldNeverDuplicateAndEndEqual(long seed) {
        Run run = new Run(seed);
        for (int i = 0; i < 400; i++) {
            run.step();
        }
        run.heal();

        run.requireEqual("seed " + seed);
    }

    private static final class Run {
        private final SplittableRandom random;
        private final DeskFixture desk = new DeskFixture().live();
        private final Map<Long, VenueOrder> venue = new LinkedHashMap<>();
        private final List<Runnable> late = new ArrayList<>();
        private int seen;
        private boolean healed;

        Run(long seed) {
            random = new SplittableRandom(seed);
        }

        void step() {
            desk.events().afterMs(random.nextLong(1, 1_500));
            desk.events().quote(ETHER, e8("49.99"), e8("50.01"));
            if (!healed && random.nextInt(6) == 0) {
                send();
            }
            takeCommands();
            if (random.nextInt(3) == 0) {
                trade();
            }
            if (!late.isEmpty() && random.nextInt(3) == 0) {
                late.remove(0).run();
            }
            if (random.nextInt(5) == 0) {
                lists();
            }
        }

        void heal() {
            healed = true;
            for (int i = 0; i < 80; i++) {
                step();
                while (!late.isEmpty()) {
                    late.remove(0).run();
                }
            }
        }

        private void send() {
            boolean buy = random.nextBoolean();
            String price = buy ? "49.9" : "50.1";
            desk.act(context -> {
                var ticket = context.order(ETHER);
                (buy ? ticket.buy(e8("1")) : ticket.sell(e8("1")))
                        .limit(e8(price))
                        .submit("swarm");
            });
        }

        private void takeCommands() {
            List<SentCommand> commands = desk.engine().gateway().commands();
            for (; seen < commands.size(); seen++) {
                SentCommand command = commands.get(seen);
                switch (command.action()) {
                    case NEW -> arrive(command);
                    case QUERY -> query(command);
                    default -> {}
                }
            }
        }

        /** The request may be lost, and so may its answer. */
        private void arrive(SentCommand command) {
            assertThat(venue).as("sent twice").doesNotContainKey(command.orderId());
            boolean taken = healed || random.nextInt(3) > 0;
            if (taken) {
                venue.put(
                        command.orderId(), new VenueOrder(command, desk.events().timeNs() + visibleAfterNs()));
            }
            if (taken && (healed || random.nextInt(3) > 0)) {
                desk.events().accepted(command);
            } else if (random.nextBoolean()) {
                desk.events().report(ExecType.OUTCOME_UNKNOWN, command).publish();
            }
        }

        private long visibleAfterNs() {
            return healed ? 0 : random.nextLong(9_000_000_000L);
        }

        private void query(SentCommand query) {
            VenueOrder order = venue.get(query.originalOrderId());
            if (!healed && random.nextInt(4) == 0) {
                return;
            }
            boolean visible = order != null && order.visibleNs <= desk.events().timeNs();
            desk.events()
                    .report(
                            visible ? ExecType.STATUS : ExecType.NOT_FOUND,
                            query.originalOrderId(),
                            0,
                            0,
                            ETHER,
                            query.side())
                    .source(ReportSource.QUERY)
                    .order(e8("50"), e8("1"))
                    .fill(0, 0, visible && order.filled ? e8("1") : 0, visible && order.filled ? 0 : e8("1"))
                    .publish();
        }

        /** The venue fills an order; the report may come late, or only in a list. */
        private void trade() {
            for (VenueOrder order : venue.values()) {
                if (!order.filled && random.nextInt(4) == 0) {
                    order.filled = true;
                    order.execId = desk.nextExecId();
                    if (healed || random.nextInt(3) > 0) {
                        late.add(() -> fill(order, ReportSource.STREAM));
                    }
                    return;
                }
            }
        }

        private void fill(VenueOrder order, ReportSource source) {
            desk.events()
                    .report(ExecType.FILL, order.command.orderId(), 0, 0, ETHER, order.command.side())
                    .source(source)
                    .fill(e8("50"), e8("1"), e8("1"), 0)
                    .execId(order.execId)
                    .publish();
        }

        private void lists() {
            List<VenueOrder> visible = venue.values().stream()
                    .filter(each -> each.visibleNs <= desk.events().timeNs())
                    .toList();
            List<VenueOrder> open =
                    visible.stream().filter(each -> !each.filled).toList();
            List<VenueOrder> filled =
                    visible.stream().filter(each -> each.filled).toList();
            desk.venue().begin(ReconciliationKind.FILLS);
            filled.forEach(each -> fill(each, ReportSource.RECONCILIATION));
            desk.venue().end(ReconciliationKind.FILLS, filled.size());
            desk.venue().begin(ReconciliationKind.ORDERS);
            open.forEach(each -> statement(each));
            desk.venue().end(ReconciliationKind.ORDERS, open.size());
            desk.venue().begin(ReconciliationKind.POSITIONS);
            desk.venue().position(ETHER, desk.position(), e8("50"));
            desk.venue().end(ReconciliationKind.POSITIONS, 1);
            desk.venue().empty(ReconciliationKind.CASH);
        }

        private void statement(VenueOrder order) {
            desk.events()
                    .report(ExecType.STATUS, order.command.orderId(), 0, 0, ETHER, order.command.side())
                    .source(ReportSource.RECONCILIATION)
                    .order(e8("50"), e8("1"))
                    .fill(0, 0, 0, e8("1"))
                    .publish();
        }

        void requireEqual(String seed) {
            Set<Long> sent = new HashSet<>();
            for (SentCommand command : desk.sent(OrderAction.NEW)) {
                assertThat(sent.add(command.orderId())).as(seed).isTrue();
                Order order = desk.find(command);
                if (order.state() == OrderState.ABSENT) {
                    assertThat(venue).as(seed).doesNotContainKey(command.orderId());
                }
            }
            long position = venue.values().stream()
                    .filter(each -> each.filled)
                    .mapToLong(each -> each.command.side() == Side.BUY ? e8("1") : -e8("1"))
                    .sum();
            assertThat(desk.position()).as(seed).isEqualTo(position);
            assertThat(desk.engine()
                            .engine()
                            .risk()
                            .gateState()
                            .exposure()
                            .total()
                            .unknownOrders())
                    .as(seed)
                    .isZero();
            assertThat(sent).as(seed).hasSizeGreaterThan(5);
        }
    }

    private static final class VenueOrder {
        private final SentCommand command;
        private final long visibleNs;
        private boolean filled;
        private long execId;

        VenueOrder(SentCommand command, long visibleNs) {
            this.command = command;
            this.visibleNs = visibleNs;
        }
    }
}
