package io.lockstep.engine;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.carry.EpochWriter;
import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.InMemoryEventLog;
import io.lockstep.engine.replay.Divergence;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.NextEpoch;
import io.lockstep.engine.testkit.RandomSession;
import io.lockstep.engine.testkit.RandomTrader;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.engine.testkit.SentCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An epoch goes on from what was true at the end of the one before: all that counts is carried over. */
class EpochTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldCarryOrdersPositionsLedgersAndStatesOverToTheLastDigit(long seed) {
        EngineHarness before = session(seed);

        EngineHarness after = open(before, traders(seed));

        assertThat(books(after)).as("seed %d", seed).isEqualTo(books(before));
        assertThat(orders(after)).as("seed %d", seed).isEqualTo(orders(before));
        assertThat(orders(after)).as("seed %d", seed).isNotEmpty();
        assertThat(after.engine().decisionHash()).isEqualTo(before.engine().decisionHash());
        assertThat(after.engine().decisionCount()).isEqualTo(before.engine().decisionCount());
        assertThat(after.inputs().end().sequence())
                .isEqualTo(before.inputs().end().sequence() + after.inputs().count());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldComeToTheSameBooksThoughDecisionsAreLost(long seed) {
        EngineHarness before = session(seed);
        Engine salvaged = harness(traders(seed)).engine();
        int left = before.decisions().count() / 2;

        salvaged.salvage(
                before.inputs().source(), before.decisions().firstRecords(left).source());

        assertThat(hash(salvaged)).as("seed %d", seed).isEqualTo(hash(before.engine()));
        assertThat(salvaged.decisionHash()).isEqualTo(before.engine().decisionHash());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldComeAsFarAsInputsAreLeft(long seed) {
        EngineHarness before = session(seed);
        int left = before.inputs().count() / 2;
        InMemoryEventLog decisions = before.decisions().firstRecords(decisionsUpTo(left, before.decisions()));
        Engine expected = harness(traders(seed))
                .replay(before.inputs().firstRecords(left), decisions)
                .engine();
        Engine salvaged = harness(traders(seed)).engine();

        salvaged.salvage(
                before.inputs().firstRecords(left).source(), before.decisions().source());

        assertThat(hash(salvaged)).as("seed %d", seed).isEqualTo(hash(expected));
    }

    @Test
    void shouldRefuseWhatIsLeftWhenItIsDecidedOtherwise() {
        EngineHarness before = session(1);
        Engine other = harness(traders(2)).engine();

        assertThatThrownBy(() -> other.salvage(
                        before.inputs().source(), before.decisions().source()))
                .isInstanceOf(Divergence.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void shouldReplayFromItsOwnFirstRecordAndGoOnOverSeveralEpochs(long seed) {
        EngineHarness epoch = harness(traders(seed)).step();
        RandomSession session = new RandomSession(seed, epoch).run(2_000);
        for (int i = 1; i <= 3; i++) {
            epoch = open(epoch, traders(seed + i));
            session = session.goOn(seed + i, epoch).run(500);

            EngineHarness again = harness(traders(seed + i)).replay(epoch.inputs(), epoch.decisions());

            assertThat(again.engine().stateHash())
                    .as("seed %d, epoch %d", seed, i)
                    .isEqualTo(epoch.engine().stateHash());
            assertThat(again.engine().decisionHash()).isEqualTo(epoch.engine().decisionHash());
            assertThat(again.engine().unrecordedDecisions()).isZero();
        }
        assertThat(epoch.count(Counter.FILLS)).isPositive();
    }

    @Test
    void shouldBookAFillOnceThoughItComesAgainInTheNextEpoch() {
        EngineHarness before = harness(buyer()).step();
        before.events().quote(0, e8("100"), e8("100.01"));
        SentCommand order = before.gateway().commands().get(0);
        before.events()
                .report(ExecType.FILL, order)
                .fill(e8("100"), e8("0.4"), e8("0.4"), e8("0.6"))
                .execId(7)
                .publish();

        EngineHarness after = open(before, buyer());
        after.events()
                .report(ExecType.FILL, order)
                .fill(e8("100"), e8("0.4"), e8("0.4"), e8("0.6"))
                .execId(7)
                .publish();
        after.events()
                .report(ExecType.FILL, order)
                .fill(e8("101"), e8("0.6"), e8("1"), 0)
                .execId(8)
                .publish();

        assertThat(after.count(Counter.DUPLICATE_FILLS)).isEqualTo(1);
        assertThat(after.engine().risk().portfolio().accountPosition(0, 0).quantity())
                .isEqualTo(e8("1"));
        assertThat(after.engine().risk().portfolio().strategyPosition(0, 1, 0).averagePrice())
                .isEqualTo(e8("100.6"));
        assertThat(after.engine().risk().orders().openCount()).isZero();
    }

    @Test
    void shouldShowMarketDataToStrategiesAndHoldBackWhatTheyAskForUntilTheEpochIsOpen() {
        EngineHarness before = harness(new ScriptedStrategy()).step();
        before.events().timer();
        ScriptedStrategy eager = buyer();
        EngineHarness after = harness(eager)
                .continueFrom(before.inputs().end(), before.decisions().end())
                .step();
        EpochWriter epoch = new EpochWriter(after.events().publisher());

        epoch.opening(NextEpoch.begin(before), 1);
        after.events().quote(0, e8("100"), e8("100.01"));
        assertThat(after.gateway().commands()).isEmpty();
        epoch.opened(0, 1, after.events().timeNs());
        after.events().quote(0, e8("100"), e8("100.02"));

        assertThat(after.count(Counter.HELD_BACK)).isEqualTo(1);
        assertThat(after.gateway().commands()).hasSize(1);
    }

    @Test
    void shouldAlertWhatAPersonMustKnowAboutTheChange() {
        EngineHarness after = harness(new ScriptedStrategy()).step();

        new EpochWriter(after.events().publisher()).notice(Severity.WARNING, "STRATEGY_GONE", "held 1.5 BTCUSDT", 1);

        assertThat(after.decisionKinds()).containsExactly(AlertDecoder.TEMPLATE_ID);
    }

    @Test
    void shouldKeepAStoppedStrategyStopped() {
        ScriptedStrategy failing = new ScriptedStrategy().on("top", context -> {
            throw new IllegalStateException("bug");
        });
        EngineHarness before = harness(failing).step();
        before.events().quote(0, e8("100"), e8("100.01"));

        EngineHarness after = open(before, buyer());
        after.events().quote(0, e8("100"), e8("100.01"));

        assertThat(after.gateway().commands()).isEmpty();
    }

    private static ScriptedStrategy buyer() {
        return new ScriptedStrategy().on("top", context -> {
            if (context.workingOrders(0) == 0) {
                context.order(0).buy(e8("1")).limit(e8("100")).submit("buy");
            }
        });
    }

    private static EngineHarness session(long seed) {
        EngineHarness engine = harness(traders(seed)).step();
        new RandomSession(seed, engine).run(2_000);
        return engine;
    }

    private static Strategy[] traders(long seed) {
        return new Strategy[] {new RandomTrader(seed), new RandomTrader(seed + 100)};
    }

    private static EngineHarness harness(Strategy... strategies) {
        return EngineHarness.of(strategies);
    }

    private static EngineHarness open(EngineHarness before, Strategy... strategies) {
        return NextEpoch.open(before, before.engine(), harness(strategies));
    }

    private static int decisionsUpTo(long input, InMemoryEventLog decisions) {
        int count = 0;
        while (decisions.view(count).getLong(RecordLayout.BODY_OFFSET) <= input) {
            count++;
        }
        return count;
    }

    private static List<Object> books(EngineHarness engine) {
        RiskHandler risk = engine.engine().risk();
        return List.of(
                hash(engine.engine()), risk.portfolio().hash(), risk.states().hash());
    }

    private static long hash(Engine engine) {
        StateHash hash = new StateHash();
        engine.risk().addTo(hash);
        return hash.value();
    }

    /** Open orders, then closed ones, with all they hold. */
    private static List<List<Object>> orders(EngineHarness engine) {
        List<List<Object>> all = new ArrayList<>();
        Order order = engine.engine().risk().orders().firstOpen();
        while (order != null) {
            all.add(fields(order));
            order = engine.engine().risk().orders().nextOpen(order);
        }
        engine.engine().risk().orders().forEachClosed(each -> all.add(fields(each)));
        return all;
    }

    private static List<Object> fields(Order order) {
        return List.of(
                order.orderId(),
                order.previousId(),
                order.firstId(),
                order.replacingId(),
                order.strategyId(),
                order.side(),
                order.isConditional(),
                order.isCancelWanted(),
                order.worstPrice(),
                order.referencePrice(),
                order.leavesQty(),
                order.cumQty(),
                order.sentNs(),
                order.changedNs(),
                order.state());
    }
}
