package io.lockstep.engine.desk.closing;

import static io.lockstep.engine.desk.closing.EquityDesk.MINUTE_NS;
import static io.lockstep.engine.desk.closing.EquityDesk.SECOND_NS;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.testkit.SentCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand ends of a day, full and half ones, at a venue that refuses, trades in part, answers late, loses answers and keeps what it was told to
 * cancel, while streams go mute and the process dies around the time. Flat at the close or an alarm before it; never more sold than was held.
 */
class EndOfDaySwarmTest {
    private static final int DAYS_PER_SEED = 50;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void shouldBeFlatAtTheCloseOrAlarmBefore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EquityDesk desk = new EquityDesk(EquityDesk.flatten(), "100");
        Exchange exchange = new Exchange(desk, random);
        List<TradingDay> days = NyseCalendar.shared().days();
        int first = 2_000 + random.nextInt(3_000);
        int flat = 0;

        for (int i = first; i < first + DAYS_PER_SEED; i++) {
            flat += new Session(desk, exchange, days.get(i), random).play(seed) ? 1 : 0;
        }

        assertThat(flat).as("days that ended flat, seed=%d", seed).isBetween(20, DAYS_PER_SEED);
    }

    /** One trading day; time goes in steps that are small around close -5. */
    private record Session(EquityDesk desk, Exchange exchange, TradingDay day, SplittableRandom random) {
        boolean play(long seed) {
            String run = "seed=" + seed + ", day=" + day.date();
            long closeNs = day.closeNs();
            int alarmsBefore = alarms();
            pass(day.openNs() - 5 * MINUTE_NS, day.openNs() + 6 * MINUTE_NS, 10 * SECOND_NS, Long.MAX_VALUE);
            if (exchange.held == 0) {
                desk.wantsToBuy();
                exchange.calm();
            }
            long mute = random.nextInt(12) == 0 ? closeNs - random.nextLong(14 * MINUTE_NS) : Long.MAX_VALUE;
            pass(closeNs - 13 * MINUTE_NS, closeNs - 5 * MINUTE_NS - 2 * SECOND_NS, 10 * SECOND_NS, mute);
            long dies = closeNs - 5 * MINUTE_NS + random.nextLong(-SECOND_NS, SECOND_NS);
            boolean crashes = random.nextInt(10) == 0;
            pass(desk.events().timeNs() + 1, crashes ? dies : dies + SECOND_NS, 250_000_000, mute);
            if (crashes) {
                desk.restart();
            }
            pass(desk.events().timeNs() + 1, closeNs - 1, 5 * SECOND_NS, mute);

            boolean flat = exchange.held == 0;
            assertThat(desk.position()).as(run).isEqualTo(exchange.held);
            assertThat(flat || alarms() > alarmsBefore)
                    .as("flat or alarmed, %s", run)
                    .isTrue();
            desk.muteAt(closeNs);
            exchange.close();
            assertThat(exchange.leastHeld).as("least held, %s", run).isNotNegative();
            return flat;
        }

        private void pass(long fromNs, long toNs, long stepNs, long muteNs) {
            for (long time = fromNs; time < toNs; time += stepNs) {
                if (time < muteNs) {
                    desk.at(time);
                } else {
                    desk.muteAt(time);
                }
                exchange.act();
            }
        }

        private int alarms() {
            return (int) desk.alerts().stream()
                    .filter("NOT_FLAT_BEFORE_CLOSE"::equals)
                    .count();
        }
    }

    /** A venue with a mind of its own; what it has is the truth. */
    private static final class Exchange {
        private final EquityDesk desk;
        private final SplittableRandom random;
        private final List<Working> working = new ArrayList<>();
        private long held;
        private long leastHeld;

        Exchange(EquityDesk desk, SplittableRandom random) {
            this.desk = desk;
            this.random = random;
        }

        /** Takes what was sent and trades it in full. */
        void calm() {
            take(false);
            for (Working each : List.copyOf(working)) {
                trade(each, each.leaves());
            }
        }

        void act() {
            take(true);
            for (Working each : List.copyOf(working)) {
                if (each.order.timeInForce() == TimeInForce.DAY && random.nextInt(3) != 0) {
                    trade(each, random.nextInt(3) == 0 ? part(each) : each.leaves());
                }
            }
            take(true);
        }

        /** The closing auction trades what waits for it; the rest of the day's orders ends. */
        void close() {
            take(false);
            for (Working each : List.copyOf(working)) {
                if (each.order.timeInForce() == TimeInForce.CLS) {
                    trade(each, each.leaves());
                } else {
                    end(each, ExecType.EXPIRED);
                }
            }
        }

        private void take(boolean moody) {
            for (SentCommand command : desk.takeSent()) {
                if (command.action() == OrderAction.NEW) {
                    place(command, moody);
                } else if (command.action() == OrderAction.CANCEL) {
                    cancel(command, moody);
                } else {
                    tell(command);
                }
            }
        }

        private void place(SentCommand order, boolean moody) {
            int mood = moody ? random.nextInt(10) : 9;
            if (mood == 0) {
                desk.events().report(ExecType.REJECTED, order).publish();
                return;
            }
            working.add(new Working(order));
            if (mood == 1) {
                desk.events().report(ExecType.OUTCOME_UNKNOWN, order).publish();
            } else {
                desk.events().accepted(order);
            }
        }

        private void cancel(SentCommand command, boolean moody) {
            Working target = find(command.originalOrderId());
            if (target == null) {
                return;
            }
            int mood = moody ? random.nextInt(10) : 9;
            if (mood == 0 || mood == 1 && target.order.timeInForce() == TimeInForce.CLS) {
                desk.events().report(ExecType.CANCEL_REJECTED, target.order).publish();
            } else if (mood == 2) {
                trade(target, target.leaves());
            } else if (mood == 3) {
                desk.events().report(ExecType.OUTCOME_UNKNOWN, target.order).publish();
            } else if (mood == 4 && target.leaves() > e8("1")) {
                trade(target, part(target));
                end(target, ExecType.CANCELED);
            } else {
                end(target, ExecType.CANCELED);
            }
        }

        /** The answer to a query. */
        private void tell(SentCommand query) {
            Working target = find(query.originalOrderId());
            if (target != null) {
                desk.events().accepted(target.order);
            }
        }

        private void trade(Working each, long quantity) {
            each.cum += quantity;
            held += each.order.side() == Side.BUY ? quantity : -quantity;
            leastHeld = Math.min(leastHeld, held);
            if (each.leaves() == 0) {
                working.remove(each);
            }
            desk.fill(each.order, quantity, each.cum);
        }

        private void end(Working each, ExecType how) {
            working.remove(each);
            desk.events().report(how, each.order).publish();
        }

        private Working find(long orderId) {
            return working.stream()
                    .filter(each -> each.order.orderId() == orderId)
                    .findFirst()
                    .orElse(null);
        }

        private long part(Working each) {
            return Math.min(each.leaves(), e8("1") * (1 + random.nextInt(60)));
        }
    }

    /** An order at the venue. */
    private static final class Working {
        private final SentCommand order;
        private long cum;

        Working(SentCommand order) {
            this.order = order;
        }

        long leaves() {
            return order.quantity() - cum;
        }
    }
}
