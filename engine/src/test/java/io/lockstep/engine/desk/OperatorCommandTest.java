package io.lockstep.engine.desk;

import static io.lockstep.engine.sbe.TradingState.HALT;
import static io.lockstep.engine.sbe.TradingState.KILL;
import static io.lockstep.engine.sbe.TradingState.REDUCE;
import static io.lockstep.engine.sbe.TradingState.RUN;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.StateChange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorCommandTest {
    private final ScriptedStrategy first = new ScriptedStrategy();
    private final ScriptedStrategy second = new ScriptedStrategy();
    private final EngineHarness engine = EngineHarness.of(first, second).step();

    @Test
    void shouldJournalEveryStepOnTheLadder() {
        command(OperatorAction.REDUCE);
        command(OperatorAction.HALT);
        command(OperatorAction.HALT);
        command(OperatorAction.KILL);
        command(OperatorAction.RESET);

        assertThat(StateChange.in(engine.decisions()))
                .containsExactly(step(RUN, REDUCE), step(REDUCE, HALT), step(HALT, KILL), step(KILL, RUN));
    }

    @ParameterizedTest
    @CsvSource({"RESUME", "REDUCE", "PAUSE", "HALT", "ENABLE_STRATEGY"})
    void shouldLeaveKillOnlyByReset(OperatorAction action) {
        engine.events().command(OperatorAction.KILL, ScopeKind.STRATEGY, 1);

        engine.events().command(action, ScopeKind.STRATEGY, 1);

        assertThat(state(ScopeKind.STRATEGY, 1)).isEqualTo(KILL);
        assertThat(engine.count(Counter.COMMANDS_REFUSED)).isEqualTo(1);
    }

    @Test
    void shouldTakeTheEngineForTheEngineWhateverIdComesWithIt() {
        engine.events().command(OperatorAction.KILL, ScopeKind.ENGINE, 5);

        assertThat(state(ScopeKind.ENGINE, 0)).isEqualTo(KILL);
    }

    @Test
    void shouldTakeDisablingForAStrategyWhateverScopeComesWithIt() {
        engine.events().command(OperatorAction.DISABLE_STRATEGY, ScopeKind.ENGINE, 2);

        assertThat(state(ScopeKind.STRATEGY, 2)).isEqualTo(HALT);
        assertThat(state(ScopeKind.ENGINE, 0)).isEqualTo(RUN);
    }

    @ParameterizedTest
    @CsvSource({
        "KILL, STRATEGY, -1",
        "KILL, INSTRUMENT, 2147483647",
        "HALT, NULL_VAL, 0",
        "FLATTEN, ENGINE, 0",
        "NULL_VAL, ENGINE, 0"
    })
    void shouldCountWhatItCannotDo(OperatorAction action, ScopeKind scope, int id) {
        engine.events().command(action, scope, id);

        assertThat(engine.count(Counter.COMMANDS_REFUSED)).isEqualTo(1);
        assertThat(engine.decisions().count()).isZero();
    }

    @Test
    void shouldCancelEverythingOnKillAndDenyWhatIsNew() {
        rest(first, 3, 0);
        rest(second, 2, 1);

        command(OperatorAction.KILL);
        rest(first, 1, 0);

        assertThat(canceled()).hasSize(5).doesNotHaveDuplicates();
        assertThat(engine.gateway().commands(OrderAction.NEW)).hasSize(5);
        assertThat(engine.count(Counter.DENIED)).isEqualTo(1);
    }

    @Test
    void shouldCancelEverythingAndBeginNothingNewWhileDraining() {
        rest(first, 3, 0);

        command(OperatorAction.DRAIN);
        rest(first, 1, 0);

        assertThat(canceled()).hasSize(3);
        assertThat(engine.gateway().commands(OrderAction.NEW)).hasSize(3);
        assertThat(engine.count(Counter.DENIED)).isEqualTo(1);
    }

    @Test
    void shouldBeginAgainAtTheNextStart() {
        command(OperatorAction.DRAIN);

        engine.events().engineStart();
        rest(first, 1, 0);

        assertThat(engine.gateway().commands(OrderAction.NEW)).hasSize(1);
    }

    @Test
    void shouldCancelOnlyWhatTheScopeCovers() {
        rest(first, 3, 0);
        rest(second, 2, 1);

        engine.events().command(OperatorAction.CANCEL_ALL, ScopeKind.INSTRUMENT, 1);

        assertThat(engine.gateway().commands(OrderAction.CANCEL)).hasSize(2).allMatch(each -> each.strategyId() == 2);
        assertThat(state(ScopeKind.ENGINE, 0)).isEqualTo(RUN);
    }

    @Test
    void shouldCancelMoreOrdersThanOneEventHasRoomFor() {
        rest(first, 60, 0);
        rest(second, 60, 1);
        rest(first, 60, 1);

        command(OperatorAction.KILL);
        int atOnce = canceled().size();
        for (int i = 0; i < 10; i++) {
            engine.events().timer();
        }

        assertThat(atOnce).isBetween(10, 179);
        assertThat(canceled()).hasSize(180).doesNotHaveDuplicates();
    }

    @Test
    void shouldForgetNoOrderWhenSweepsOverlap() {
        rest(first, 60, 0);
        rest(second, 60, 1);

        engine.events().command(OperatorAction.CANCEL_ALL, ScopeKind.INSTRUMENT, 0);
        engine.events().command(OperatorAction.CANCEL_ALL, ScopeKind.STRATEGY, 2);
        for (int i = 0; i < 10; i++) {
            engine.events().timer();
        }

        assertThat(canceled()).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void shouldNotCancelTwiceWhatIsBeingCancelled() {
        rest(first, 2, 0);
        command(OperatorAction.CANCEL_ALL);
        command(OperatorAction.CANCEL_ALL);

        assertThat(canceled()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = OperatorAction.class,
            names = {"KILL", "DRAIN"})
    void shouldCancelAgainWhatStandsAfterwards(OperatorAction action) {
        rest(first, 2, 0);
        List<SentCommand> orders = engine.gateway().commands(OrderAction.NEW);
        orders.forEach(engine.events()::accepted);
        command(action);
        orders.forEach(
                each -> engine.events().report(ExecType.CANCEL_REJECTED, each).publish());

        engine.events().afterMs(400).timer();
        int early = canceled().size();
        engine.events().afterMs(1_000).timer();

        assertThat(early).isEqualTo(2);
        assertThat(canceled()).hasSize(4);
    }

    @Test
    void shouldCancelTheOrdersOfADisabledStrategy() {
        rest(first, 2, 0);
        rest(second, 2, 0);
        first.takeCalls();

        engine.events().command(OperatorAction.DISABLE_STRATEGY, ScopeKind.STRATEGY, 1);
        engine.events().canceled(engine.gateway().commands(OrderAction.NEW).get(0));

        assertThat(engine.gateway().commands(OrderAction.CANCEL)).hasSize(2).allMatch(each -> each.strategyId() == 1);
        assertThat(first.takeCalls()).as("a disabled strategy is not called").isEmpty();

        engine.events().command(OperatorAction.ENABLE_STRATEGY, ScopeKind.STRATEGY, 1);
        first.once("top", context -> assertThat(context.workingOrders(0)).isEqualTo(1));
        engine.events().quote(0, e8("100"), e8("100.02"));
        assertThat(first.takeCalls()).containsExactly("top 0");
    }

    private void command(OperatorAction action) {
        engine.events().command(action, ScopeKind.ENGINE, 0);
    }

    private void rest(ScriptedStrategy strategy, int orders, int instrumentId) {
        strategy.once("top", context -> {
            for (int i = 0; i < orders; i++) {
                context.order(instrumentId).buy(e8("0.1")).limit(e8("99.5")).submit("rest");
            }
        });
        engine.events().quote(instrumentId, e8("100"), e8("100.02"));
    }

    private List<Long> canceled() {
        return engine.gateway().commands(OrderAction.CANCEL).stream()
                .map(SentCommand::originalOrderId)
                .toList();
    }

    private TradingState state(ScopeKind scope, int id) {
        return engine.engine().risk().states().get(scope, id);
    }

    private static StateChange step(TradingState from, TradingState to) {
        return new StateChange(ScopeKind.ENGINE, 0, from, to, "OPERATOR");
    }
}
