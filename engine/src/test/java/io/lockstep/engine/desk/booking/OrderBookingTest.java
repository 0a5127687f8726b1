package io.lockstep.engine.desk.booking;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.pipeline.SteppedPublisher;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.ReportDraft;
import io.lockstep.engine.testkit.TestInstruments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderBookingTest {
    private static final long PRICE = e8("100");
    private static final long QUANTITY = e8("10");
    private static final long PART = e8("3");
    private static final long ID = 256;

    private final CommandDraft commands = new CommandDraft();
    private final Counters counters = new Counters();
    private final InstrumentTable instruments = new InstrumentTable();
    private final OrderTable orders = new OrderTable(16, 16);
    private final Portfolio portfolio = new Portfolio(1, 2, 1, new Assets());
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderBooking booking;
    private final Events events = new Events(new SteppedPublisher(0, event -> {
        report.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
        reported();
    }));
    private long execIds;

    OrderBookingTest() {
        instruments.put(TestInstruments.bitcoin(0));
        booking = new OrderBooking(instruments, orders, portfolio, 13_250_000_000L, 1_024, counters);
    }

    @Test
    void shouldBookAFillOfAClosedOrder() {
        Order order = sent(ID);
        report(ExecType.CANCELED).publish();

        fill(PART, 0).publish();

        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.cumQty()).isEqualTo(PART);
        assertThat(position()).isEqualTo(PART);
    }

    @Test
    void shouldBookAFillOnlyOnceHoweverItComes() {
        sent(ID);
        booking.accepted(commands.replace(ID + 1, ID, Side.BUY, QUANTITY, PRICE), 1);

        fill(PART, 0).execId(77).publish();
        fill(PART, 0).execId(77).orderId(ID + 1).publish();

        assertThat(position()).isEqualTo(PART);
        assertThat(counters.get(Counter.DUPLICATE_FILLS)).isEqualTo(1);
    }

    @Test
    void shouldCountAFillBeyondTheOrderAndBookIt() {
        sent(ID);

        fill(QUANTITY, 0).publish();
        fill(PART, 0).publish();

        assertThat(position()).isEqualTo(QUANTITY + PART);
        assertThat(counters.get(Counter.OVERFILLS)).isEqualTo(1);
    }

    @Test
    void shouldBookFillsThatNoStrategyAskedForAsExternal() {
        events.report(ExecType.FILL, FixedPoint.NULL, 0, 0, 0, Side.BUY)
                .fill(PRICE, PART, PART, 0)
                .execId(1)
                .publish();
        events.report(ExecType.FILL, FixedPoint.NULL, 0, 99, 0, Side.BUY)
                .fill(PRICE, PART, PART, 0)
                .execId(2)
                .publish();

        assertThat(portfolio.strategyPosition(0, Portfolio.EXTERNAL, 0).quantity())
                .isEqualTo(2 * PART);
        assertThat(position()).isEqualTo(2 * PART);
        assertThat(counters.get(Counter.FOREIGN_REPORTS)).isEqualTo(2);
    }

    @Test
    void shouldRefuseAFillNobodyCanBook() {
        sent(ID);

        events.report(ExecType.FILL, ID, 0, 1, 0, Side.NONE)
                .fill(PRICE, PART, PART, 0)
                .publish();
        events.report(ExecType.FILL, ID, 0, 1, 7, Side.BUY)
                .fill(PRICE, PART, PART, 0)
                .publish();
        events.report(ExecType.FILL, ID, 0, 1, -1, Side.BUY)
                .fill(PRICE, PART, PART, 0)
                .publish();
        events.report(ExecType.FILL, ID, 5, 1, 0, Side.BUY)
                .fill(PRICE, PART, PART, 0)
                .publish();
        events.report(ExecType.FILL, ID, -1, 1, 0, Side.BUY)
                .fill(PRICE, PART, PART, 0)
                .publish();
        fill(0, 0).publish();
        fill(-PART, 0).publish();
        report(ExecType.FILL).fill(FixedPoint.NULL, PART, PART, 0).publish();

        assertThat(counters.get(Counter.MALFORMED_REPORTS)).isEqualTo(8);
        assertThat(position()).isZero();
        assertThat(orders.find(ID).cumQty()).isZero();
    }

    @Test
    void shouldTakeAMissingFeeAsNone() {
        sent(ID);

        fill(PART, 0).fee(FixedPoint.NULL, "").publish();
        fill(PART, 0).fee(e8("0.25"), "USDT").publish();

        assertThat(portfolio.accountPosition(0, 0).fees()).isEqualTo(e8("0.25"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ExecType.class,
            names = {"TRADE_BUSTED", "TRADE_CORRECTED", "NULL_VAL", "PRESUMED_ABSENT"})
    void shouldCountWhatItCannotAct(ExecType type) {
        sent(ID);

        report(type).publish();

        assertThat(counters.get(Counter.ILLEGAL_REPORTS)).isEqualTo(1);
        assertThat(orders.find(ID).state()).isEqualTo(OrderState.PENDING_NEW);
    }

    @Test
    void shouldKeepAnOrderOpenWhoseGrowthAFillOvertook() {
        Order order = sent(ID);
        report(ExecType.ACCEPTED).publish();
        booking.accepted(commands.replace(ID + 1, ID, Side.BUY, 2 * QUANTITY, PRICE), 1);

        fill(QUANTITY, QUANTITY).orderId(ID + 1).publish();

        assertThat(order.state()).isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(order.leavesQty()).isEqualTo(QUANTITY);
        report(ExecType.REPLACED).publish();
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.orderId()).isEqualTo(ID + 1);
    }

    @Test
    void shouldCloseAnOrderThatFilledBeforeItsChange() {
        Order order = sent(ID);
        report(ExecType.ACCEPTED).publish();
        booking.accepted(commands.replace(ID + 1, ID, Side.BUY, 2 * QUANTITY, PRICE), 1);

        fill(QUANTITY, 0).publish();
        report(ExecType.REPLACE_REJECTED).orderId(ID + 1).publish();

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.orderId()).isEqualTo(ID);
        assertThat(orders.find(ID + 1)).isNull();
        assertThat(counters.get(Counter.ILLEGAL_REPORTS)).isZero();
    }

    @Test
    void shouldNotRenameAnOrderByAReplacementThatCannotBe() {
        Order order = sent(ID);
        report(ExecType.ACCEPTED).publish();
        booking.accepted(commands.replace(ID + 1, ID, Side.BUY, 2 * QUANTITY, PRICE), 1);
        report(ExecType.CANCELED).publish();

        report(ExecType.REPLACED).publish();

        assertThat(order.orderId()).isEqualTo(ID);
        assertThat(counters.get(Counter.ILLEGAL_REPORTS)).isEqualTo(1);
    }

    @Test
    void shouldFollowAnOrderChangedByHand() {
        Order order = sent(ID);
        report(ExecType.ACCEPTED).publish();

        report(ExecType.REPLACED).order(PRICE, 3 * QUANTITY).publish();

        assertThat(order.quantity()).isEqualTo(3 * QUANTITY);
        assertThat(order.leavesQty()).isEqualTo(3 * QUANTITY);
    }

    @Test
    void shouldSurviveEveryInterleavingOfReports() {
        int[] steps = new int[6];
        for (int length = 1; length <= steps.length; length++) {
            interleave(steps, 0, length);
        }
    }

    /** Every sequence of that length over six kinds of report. */
    private void interleave(int[] steps, int at, int length) {
        if (at == length) {
            play(steps, length);
            return;
        }
        for (int step = 0; step < 6; step++) {
            steps[at] = step;
            interleave(steps, at + 1, length);
        }
    }

    private void play(int[] steps, int length) {
        long id = ID + 2 * ++execIds;
        long before = position();
        Order order = sent(id);
        booking.accepted(commands.cancel(id + 1, id), 1);
        long filled = 0;
        for (int i = 0; i < length; i++) {
            OrderState from = order.state();
            filled += step(id, steps[i], order.cumQty());
            check(order, from, steps[i], filled, before);
        }
        events.report(ExecType.CANCELED, id, 0, 1, 0, Side.BUY).publish();
        assertThat(orders.openCount()).isZero();
    }

    private long step(long id, int step, long cumQty) {
        ExecType type = new ExecType[] {
                    ExecType.ACCEPTED,
                    ExecType.FILL,
                    ExecType.FILL,
                    ExecType.CANCELED,
                    ExecType.CANCEL_REJECTED,
                    ExecType.OUTCOME_UNKNOWN
                }
                [step];
        long quantity = type != ExecType.FILL ? 0 : step == 1 ? PART : Math.max(PART, QUANTITY - cumQty);
        events.report(type, id, 0, 1, 0, Side.BUY)
                .fill(PRICE, quantity, cumQty + quantity, Math.max(0, QUANTITY - cumQty - quantity))
                .execId(++execIds)
                .publish();
        return quantity;
    }

    private void check(Order order, OrderState from, int step, long filled, long before) {
        boolean sound = order.cumQty() == filled
                && position() - before == filled
                && order.state() != OrderState.REJECTED
                && order.state() != OrderState.ABSENT
                && (from.isOpen() || !order.state().isOpen())
                && (from != OrderState.FILLED || order.state() == OrderState.FILLED)
                && (order.cumQty() < QUANTITY || order.state() == OrderState.FILLED)
                && orders.openCount() == (order.state().isOpen() ? 1 : 0);
        if (!sound) {
            throw new AssertionError("step " + step + " took " + from + " to " + order.state() + " with " + filled
                    + " filled, booked " + order.cumQty() + " and " + (position() - before));
        }
    }

    private Order sent(long id) {
        booking.accepted(commands.limit(id, Side.BUY, QUANTITY, PRICE), 1);
        return orders.find(id);
    }

    private ReportDraft report(ExecType type) {
        return events.report(type, ID, 0, 1, 0, Side.BUY);
    }

    private ReportDraft fill(long quantity, long leaves) {
        return report(ExecType.FILL).fill(PRICE, quantity, quantity, leaves).execId(++execIds);
    }

    private long position() {
        return portfolio.accountPosition(0, 0).quantity();
    }

    private void reported() {
        booking.reported(report, 2);
    }
}
