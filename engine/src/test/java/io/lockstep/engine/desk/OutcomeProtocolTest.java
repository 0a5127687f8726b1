package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.port.InMemoryEventLog;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.ReportDraft;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestSetup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeProtocolTest {
    private static final long HORIZON_MS = 13_250;

    private final DeskFixture desk = new DeskFixture().live();

    @Test
    void shouldAskAtGrowingIntervalsAndNeverSendAgain() {
        SentCommand order = lost();
        List<Long> askedMs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int before = desk.sent(OrderAction.QUERY).size();
            desk.passMs(100);
            if (desk.sent(OrderAction.QUERY).size() > before) {
                askedMs.add(100L * (i + 1));
            }
        }

        assertThat(askedMs).startsWith(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L);
        assertThat(desk.sent(OrderAction.QUERY)).allMatch(each -> each.originalOrderId() == order.orderId());
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
        assertThat(desk.find(order).state()).isEqualTo(OrderState.UNKNOWN);
    }

    @Test
    void shouldReserveTheWorstCaseAndStopWhatAddsToIt() {
        lost();

        desk.act(context ->
                context.order(DeskFixture.ETHER).buy(e8("1")).market().submit("more"));

        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
        assertThat(desk.strategy().calls()).contains("denied 37");
        assertThat(desk.engine().engine().risk().gateState().exposure().worst(0, DeskFixture.ETHER, true, null))
                .isEqualTo(e8("2"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ExecType.class,
            names = {"ACCEPTED", "STATUS", "FILL", "CANCELED", "REJECTED", "EXPIRED", "TRIGGERED"})
    void shouldEndByTheVenuesWord(ExecType word) {
        SentCommand order = lost();

        desk.events()
                .report(word, order)
                .source(ReportSource.QUERY)
                .order(order.price(), order.quantity())
                .fill(e8("50"), word == ExecType.FILL ? e8("1") : 0, word == ExecType.FILL ? e8("1") : 0, e8("1"))
                .execId(1)
                .publish();
        desk.passMs(20_000);

        assertThat(desk.find(order).state()).isNotIn(OrderState.UNKNOWN, OrderState.ABSENT);
        assertThat(desk.sent(OrderAction.QUERY)).isEmpty();
    }

    @Test
    void shouldNotBelieveAnAnswerAskedForBeforeTheHorizon() {
        SentCommand order = lost();
        for (int i = 0; i < 10; i++) {
            desk.passMs(1_000);
            notFound(order);
            desk.venue().empty(ReconciliationKind.ORDERS);
            desk.venue().empty(ReconciliationKind.FILLS);
        }

        assertThat(desk.find(order).state()).isEqualTo(OrderState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReconciliationKind.class,
            names = {"ORDERS", "FILLS"})
    void shouldNotPresumeWhileOneOfTheThreeIsMissing(ReconciliationKind only) {
        SentCommand order = lost();
        desk.passMs(HORIZON_MS + 100);
        for (int i = 0; i < 10; i++) {
            desk.passMs(9_000);
            notFound(order);
            desk.venue().empty(only);
        }

        assertThat(desk.find(order).state()).isEqualTo(OrderState.UNKNOWN);
    }

    @Test
    void shouldPresumeAbsentAfterTwoEmptyRoundsAndTellTheStrategy() {
        SentCommand order = absent();

        assertThat(desk.find(order).state()).isEqualTo(OrderState.ABSENT);
        assertThat(desk.alerts()).contains("PRESUMED_ABSENT");
        assertThat(desk.strategy().calls()).contains("execution PRESUMED_ABSENT");
        assertThat(desk.sent(OrderAction.NEW)).hasSize(1);
        desk.act(context -> assertThat(context.workingOrders(DeskFixture.ETHER)).isZero());
        SentCommand next = desk.order(Side.BUY, "1", "50");
        assertThat(next.orderId()).isNotEqualTo(order.orderId());
    }

    @Test
    void shouldNotPresumeAfterOneEmptyRound() {
        SentCommand order = lost();
        desk.passMs(HORIZON_MS + 9_000);
        emptyRound(order);
        desk.passMs(2_000);

        assertThat(desk.find(order).state()).isEqualTo(OrderState.UNKNOWN);
    }

    @Test
    void shouldAdoptALateSightingAndSaySo() {
        SentCommand order = absent();
        desk.passMs(60_000);

        desk.events()
                .report(ExecType.FILL, order)
                .fill(e8("50"), e8("1"), e8("1"), e8("1"))
                .execId(77)
                .publish();

        assertThat(desk.find(order).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(desk.position()).isEqualTo(e8("1"));
        assertThat(desk.alerts()).contains("LATE_SIGHTING");
    }

    @Test
    void shouldTakeSilenceForALostAnswerWhereReportsComeAtAll() {
        SentCommand order = desk.order(Side.BUY, "2", "50");

        desk.passMs(4_900);
        assertThat(desk.find(order).state()).isEqualTo(OrderState.PENDING_NEW);
        desk.passMs(200);

        assertThat(desk.find(order).state()).isEqualTo(OrderState.UNKNOWN);
        assertThat(desk.sent(OrderAction.QUERY)).hasSize(1);
    }

    @Test
    void shouldNotTakeSilenceForAnythingWhereNobodyReports() {
        DeskFixture paper = new DeskFixture();
        SentCommand order = paper.order(Side.BUY, "2", "50");

        paper.passMs(60_000);

        assertThat(paper.find(order).state()).isEqualTo(OrderState.PENDING_NEW);
    }

    @Test
    void shouldBookAReportThatNamesNoStrategyToTheOrdersOwner() {
        SentCommand order = desk.working(Side.BUY, "2", "50");

        desk.events()
                .report(ExecType.FILL, order.orderId(), 0, 0, DeskFixture.ETHER, Side.BUY)
                .fill(e8("50"), e8("2"), e8("2"), 0)
                .execId(5)
                .publish();

        assertThat(desk.engine()
                        .engine()
                        .risk()
                        .portfolio()
                        .strategyPosition(0, 1, DeskFixture.ETHER)
                        .quantity())
                .isEqualTo(e8("2"));
        desk.act(context -> {
            assertThat(context.position(DeskFixture.ETHER).quantity()).isEqualTo(e8("2"));
            assertThat(context.workingOrders(DeskFixture.ETHER)).isZero();
        });
        assertThat(desk.engine().count(Counter.STRATEGY_FAILURES)).isZero();
    }

    @Test
    void shouldReachTheSameAgainFromTheRecording() {
        absent();
        InMemoryEventLog inputs = desk.engine().inputs();

        EngineHarness again = new EngineHarness(TestSetup.of(new ScriptedStrategy()
                                .once(
                                        "trade",
                                        context -> context.order(DeskFixture.ETHER)
                                                .buy(e8("2"))
                                                .limit(e8("50"))
                                                .submit("test")))
                        .risk(TestSetup.risk(1_000, 10_000, 64, 86_400_000))
                        .build())
                .replay(inputs, desk.engine().decisions());

        assertThat(again.engine().stateHash()).isEqualTo(desk.engine().engine().stateHash());
    }

    @Test
    void shouldTakeTheSightingOfAReplacementForItsAnswer() {
        SentCommand order = desk.working(Side.BUY, "2", "50");
        SentCommand replacement = replace(order);

        status(replacement, "1").source(ReportSource.RECONCILIATION).publish();

        assertThat(desk.find(replacement).state()).isEqualTo(OrderState.NEW);
        assertThat(desk.find(replacement).orderId()).isEqualTo(replacement.orderId());
        assertThat(desk.find(replacement).price()).isEqualTo(e8("49.9"));
    }

    @Test
    void shouldMissTheAnswerToAChangeAlthoughTheOrderIsListedAllTheTime() {
        SentCommand order = desk.working(Side.BUY, "2", "50");
        replace(order);

        for (int i = 0; i < 12; i++) {
            desk.passMs(500);
            status(order, "2").source(ReportSource.RECONCILIATION).publish();
        }

        assertThat(desk.sent(OrderAction.QUERY)).isNotEmpty();
    }

    @Test
    void shouldAskForTheReplacementOfAnOrderThatIsOver() {
        SentCommand order = desk.working(Side.BUY, "2", "50");
        SentCommand replacement = replace(order);
        desk.passMs(6_000);

        status(order, "0").source(ReportSource.QUERY).publish();
        desk.passMs(1_000);
        List<SentCommand> asked = desk.sent(OrderAction.QUERY);
        status(replacement, "1").source(ReportSource.QUERY).publish();

        assertThat(asked.get(asked.size() - 1).originalOrderId()).isEqualTo(replacement.orderId());
        assertThat(desk.find(order).state()).isEqualTo(OrderState.NEW);
        assertThat(desk.find(order).orderId()).isEqualTo(replacement.orderId());
    }

    @Test
    void shouldBelieveThatAnOrderIsOverWhenItsReplacementIsTheSameOne() {
        SentCommand order = desk.working(Side.BUY, "2", "50");
        replace(order);
        desk.passMs(6_000);

        status(order, "0").source(ReportSource.QUERY).publish();
        desk.passMs(1_000);
        status(order, "0").source(ReportSource.QUERY).publish();

        assertThat(desk.find(order).state()).isEqualTo(OrderState.CANCELED);
    }

    private SentCommand replace(SentCommand order) {
        desk.act(context -> context.replace(order.orderId(), e8("49.9"), e8("1")));
        List<SentCommand> sent = desk.sent(OrderAction.REPLACE);
        return sent.get(sent.size() - 1);
    }

    private ReportDraft status(SentCommand order, String leaves) {
        return desk.events()
                .report(ExecType.STATUS, order)
                .order(order.price(), order.quantity())
                .fill(0, 0, 0, e8(leaves));
    }

    private SentCommand lost() {
        SentCommand order = desk.order(Side.BUY, "2", "50");
        desk.events().report(ExecType.OUTCOME_UNKNOWN, order).publish();
        return order;
    }

    private SentCommand absent() {
        SentCommand order = lost();
        desk.passMs(HORIZON_MS + 9_000);
        emptyRound(order);
        desk.passMs(9_000);
        emptyRound(order);
        desk.passMs(100);
        return order;
    }

    private void emptyRound(SentCommand order) {
        notFound(order);
        desk.venue().empty(ReconciliationKind.ORDERS);
        desk.venue().empty(ReconciliationKind.FILLS);
    }

    private void notFound(SentCommand order) {
        desk.events()
                .report(ExecType.NOT_FOUND, order)
                .source(ReportSource.QUERY)
                .publish();
    }
}
