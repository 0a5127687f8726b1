package io.lockstep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.InMemoryEventLog;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.RandomSession;
import io.lockstep.engine.testkit.RandomTrader;
import io.lockstep.engine.testkit.TestSetup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs, the same decisions: stepped, on a ring, on staged threads, and again from the recording. */
class DeterminismTest {
    private static final FatalHandler NO_FATAL = (sequence, failure) -> {
        throw new AssertionError("input " + sequence, failure);
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldHoldItsInvariantsThroughAnySession(long seed) {
        EngineHarness engine = harness(Threading.FUSED);
        engine.engine().listen(new Invariants(engine.engine()));
        engine.step();

        new RandomSession(seed, engine).run(4_000);

        assertThat(engine.count(Counter.LISTENER_FAILURES)).as("seed %d", seed).isZero();
        assertThat(engine.count(Counter.FILLS)).as("seed %d", seed).isGreaterThan(50);
        assertThat(engine.count(Counter.DENIED)).as("seed %d", seed).isGreaterThan(20);
        assertThat(engine.count(Counter.MALFORMED_REPORTS)).as("seed %d", seed).isGreaterThan(2);
        assertThat(engine.count(Counter.EVENTS)).isEqualTo(engine.inputs().count());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void shouldDecideTheSameSteppedOnARingAndStaged(long seed) {
        EngineHarness stepped = harness(Threading.FUSED).step();
        EngineHarness fused = harness(Threading.FUSED).start(NO_FATAL);
        EngineHarness stagedRing = harness(Threading.STAGED).start(NO_FATAL);
        EngineHarness staged = harness(Threading.STAGED).stepStaged(NO_FATAL);

        new RandomSession(seed, stepped).run(800);
        for (EngineHarness other : new EngineHarness[] {fused, stagedRing, staged}) {
            new RandomSession(seed, other).run(800);
            assertThat(other.engine().stop(10_000)).isTrue();
            requireSame("inputs, seed " + seed, other.inputs(), stepped.inputs());
            requireSame("decisions, seed " + seed, other.decisions(), stepped.decisions());
            assertThat(other.engine().stateHash()).isEqualTo(stepped.engine().stateHash());
            assertThat(other.engine().decisionHash()).isEqualTo(stepped.engine().decisionHash());
        }
        assertThat(stepped.decisions().count()).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void shouldReachTheSameFromItsRecording(long seed) {
        EngineHarness live = harness(Threading.FUSED).step();
        new RandomSession(seed, live).run(3_000);

        EngineHarness again = harness(Threading.FUSED).replay(live.inputs(), live.decisions());

        assertThat(again.engine().stateHash())
                .as("seed %d", seed)
                .isEqualTo(live.engine().stateHash());
        assertThat(again.engine().decisionHash()).isEqualTo(live.engine().decisionHash());
        assertThat(again.engine().decisionCount()).isEqualTo(live.engine().decisionCount());
        assertThat(again.engine().unrecordedDecisions()).isZero();
        assertThat(again.gateway().commands()).isEmpty();
    }

    private static void requireSame(String what, InMemoryEventLog actual, InMemoryEventLog expected) {
        for (int i = 0; i < Math.min(actual.count(), expected.count()); i++) {
            assertThat(actual.record(i)).as("%s, record %d", what, i).isEqualTo(expected.record(i));
        }
        assertThat(actual.count()).as(what).isEqualTo(expected.count());
    }

    private static EngineHarness harness(Threading threading) {
        EngineSettings settings = new EngineSettings(threading, WaitMode.BLOCKING, 64, 16, 0, 250, 100, 30_000, 16_384);
        return new EngineHarness(TestSetup.of(new RandomTrader(1), new RandomTrader(2, 300, true))
                .settings(settings)
                .risk(TestSetup.risk(20, 300, 40, 5_000))
                .build());
    }

    /** What must hold after every event; a listener's failure is counted, so that the test sees it. */
    private record Invariants(Engine engine) implements EngineListener {
        @Override
        public void onEvent(EngineEvent event) {
            Portfolio portfolio = engine.risk().portfolio();
            for (int instrument = 0; instrument < 2; instrument++) {
                long sum = portfolio
                        .strategyPosition(0, Portfolio.EXTERNAL, instrument)
                        .quantity();
                for (int strategy = 1; strategy <= portfolio.strategies(); strategy++) {
                    sum += portfolio.strategyPosition(0, strategy, instrument).quantity();
                }
                require(sum == portfolio.accountPosition(0, instrument).quantity());
            }
            int open = 0;
            for (Order order = engine.risk().orders().firstOpen();
                    order != null;
                    order = engine.risk().orders().nextOpen(order)) {
                open++;
                require(order.state().isOpen());
                require(engine.risk().orders().find(order.orderId()) == order);
                require(order.leavesQty() >= 0);
            }
            require(open == engine.risk().orders().openCount());
        }

        private static void require(boolean holds) {
            if (!holds) {
                throw new IllegalStateException();
            }
        }
    }
}
