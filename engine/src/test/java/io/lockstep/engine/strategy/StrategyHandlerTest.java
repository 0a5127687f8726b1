package io.lockstep.engine.strategy;

import static io.lockstep.engine.testkit.Events.START_NS;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.OrderIds;
import io.lockstep.engine.sbe.AdviceEncoder;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.NewsEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.SignalDecoder;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.StateChange;
import io.lockstep.engine.testkit.TestInstruments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyHandlerTest {
    private static final long SECOND = 1_000_000_000L;

    private final ScriptedStrategy strategy = new ScriptedStrategy().declaring(declaration -> {
        declaration.bars(0, "1m");
        declaration.depth(0);
    });
    private final ScriptedStrategy other = new ScriptedStrategy();
    private final EngineHarness engine = EngineHarness.of(strategy, other).step();
    private final Events events = engine.events();

    @Test
    void shouldFireTimersThenDeliverBarsThenTheEvent() {
        strategy.once("start", context -> context.setTimer(9, START_NS + 60 * SECOND));
        trade("100");

        events.at(START_NS + 60 * SECOND);
        trade("101");

        assertThat(strategy.calls())
                .containsExactly("start", "trade 0 100", "timer 9", "bar 0 60s 100/100/100/100 1", "trade 0 101");
        assertThat(other.calls()).containsExactly("start", "trade 0 100", "trade 0 101");
    }

    @Test
    void shouldCallStrategiesInTheOrderOfTheirIds() {
        strategy.on("top", context -> context.order(0).buy(e8("1")).market().submit("first"));
        other.on("top", context -> context.order(0).buy(e8("1")).market().submit("second"));

        quote();

        assertThat(engine.gateway().commands())
                .extracting(SentCommand::strategyId)
                .containsExactly(1, 2);
        assertThat(engine.gateway().commands())
                .extracting(SentCommand::orderId)
                .containsExactly(OrderIds.of(1, 0), OrderIds.of(1, 1));
    }

    @Test
    void shouldBookAFillBeforeTheStrategyHearsOfIt() {
        strategy.once(
                "top", context -> context.order(0).buy(e8("1")).limit(e8("100")).submit("go"));
        quote();
        strategy.once("execution", context -> {
            assertThat(context.position(0).quantity()).isEqualTo(e8("1"));
            assertThat(context.position(0).averagePrice()).isEqualTo(e8("99"));
            assertThat(context.workingOrders(0)).isZero();
        });

        events.filled(engine.gateway().last(), e8("99"), 1);

        assertThat(strategy.calls()).contains("execution FILL");
        assertThat(engine.count(Counter.STRATEGY_FAILURES)).isZero();
    }

    @Test
    void shouldTellOfEachFillOnce() {
        strategy.once(
                "top", context -> context.order(0).buy(e8("1")).limit(e8("100")).submit("go"));
        quote();

        events.filled(engine.gateway().last(), e8("99"), 1);
        events.filled(engine.gateway().last(), e8("99"), 1);

        assertThat(strategy.calls()).filteredOn("execution FILL"::equals).hasSize(1);
    }

    @Test
    void shouldShowTheBookOnlyToWhoDeclaredIt() {
        events.snapshot(0, new long[] {e8("99"), 5}, new long[] {e8("101"), 6});
        strategy.once(
                "book", context -> assertThat(context.book(0).bidQuantity(0)).isEqualTo(7));
        events.delta(0, new long[] {e8("99"), 7}, new long[] {});

        assertThat(strategy.calls()).containsExactly("start", "book 0", "book 0");
        assertThat(other.calls()).as("best prices come from the book").containsExactly("start", "top 0", "top 0");

        quote();
        events.delta(0, new long[] {e8("99"), 8}, new long[] {});
        assertThat(other.calls()).as("and from quotes where they come").hasSize(4);
        other.once("top", context -> context.book(0));
        quote();
        assertThat(engine.count(Counter.STRATEGY_FAILURES)).isEqualTo(1);
    }

    @Test
    void shouldShowNoBookWhileItIsGapped() {
        events.snapshot(0, new long[] {e8("99"), 5}, new long[] {e8("101"), 6});
        events.gap(0);
        events.delta(0, new long[] {e8("99"), 7}, new long[] {});

        assertThat(strategy.calls()).filteredOn("book 0"::equals).hasSize(1);
        strategy.once("timer", context -> assertThat(context.isStale(0)).isTrue());
    }

    @Test
    void shouldDeliverEverythingElseAStrategyMayHear() {
        events.mark(1, e8("200"));
        events.status(1, TradingStatusKind.HALTED);
        news(1);
        news(NewsEncoder.instrumentIdNullValue());
        advice(0);
        events.engineStop();

        assertThat(strategy.calls())
                .containsExactly("start", "mark 1", "status 1 HALTED", "news", "news", "advice 0", "stop");
    }

    @Test
    void shouldNotFireATimerForEverThatIsSetForNow() {
        strategy.on("timer", context -> context.setTimer(1, context.timeNs()));
        strategy.once("start", context -> context.setTimer(1, 0));

        events.timer();
        events.afterMs(1).timer();
        events.afterMs(1).timer();

        assertThat(strategy.calls()).containsExactly("start", "timer 1", "timer 1");
    }

    @Test
    void shouldForgetACancelledTimer() {
        strategy.once("start", context -> {
            context.setTimer(1, START_NS + 5);
            context.setTimer(2, START_NS + 5);
            context.cancelTimer(1);
        });

        events.timer();
        events.afterMs(1).timer();

        assertThat(strategy.calls()).containsExactly("start", "timer 2");
        assertThat(engine.count(Counter.TIMERS)).isEqualTo(1);
    }

    @Test
    void shouldJournalSignalsAndCountWhatIsSuppressed() {
        strategy.once("top", context -> {
            context.signal(0, Side.BUY, 0.75, "cross");
            context.suppress(0, "cooldown");
            context.suppress(0, "cooldown");
            context.suppress(0, "flat");
        });

        quote();

        SignalDecoder signal = new SignalDecoder();
        signal.wrapAndApplyHeader(engine.decisions().view(0), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
        assertThat(signal.score()).isEqualTo(0.75);
        assertThat(signal.price()).isEqualTo(e8("100.01"));
        assertThat(signal.reason()).isEqualTo("cross");
        assertThat(engine.engine().suppressions().of(1))
                .containsEntry("cooldown", 2L)
                .containsEntry("flat", 1L);
        assertThat(engine.engine().suppressions().of(2)).isEmpty();
        assertThat(engine.count(Counter.SUPPRESSED)).isEqualTo(3);
    }

    @Test
    void shouldRepeatWhatAnOrderIsWhenItIsReplaced() {
        strategy.once(
                "top",
                context -> context.order(0)
                        .buy(e8("1"))
                        .limit(e8("99.5"))
                        .postOnly()
                        .submit("go"));
        quote();
        SentCommand placed = engine.gateway().last();
        events.accepted(placed);

        strategy.once("top", context -> context.replace(placed.orderId(), e8("99.6"), e8("2")));
        quote();

        SentCommand replace = engine.gateway().last();
        assertThat(replace.action()).isEqualTo(OrderAction.REPLACE);
        assertThat(replace.originalOrderId()).isEqualTo(placed.orderId());
        assertThat(replace.timeInForce()).isEqualTo(TimeInForce.GTX);
        assertThat(replace.side()).isEqualTo(Side.BUY);
        assertThat(replace.price()).isEqualTo(e8("99.6"));
    }

    @Test
    void shouldCancelAReplacedOrderByItsIdNow() {
        strategy.once(
                "top",
                context -> context.order(0).buy(e8("1")).limit(e8("99.5")).submit("go"));
        quote();
        SentCommand placed = engine.gateway().last();
        events.accepted(placed);
        strategy.once("top", context -> context.replace(placed.orderId(), e8("99.6"), e8("2")));
        quote();
        SentCommand replace = engine.gateway().last();
        events.report(ExecType.REPLACED, placed).publish();

        strategy.once("top", context -> context.cancel(placed.orderId()));
        quote();

        assertThat(engine.gateway().last().action()).isEqualTo(OrderAction.CANCEL);
        assertThat(engine.gateway().last().originalOrderId()).isEqualTo(replace.orderId());
    }

    @Test
    void shouldKeepTheFirstReplacementWhenASecondIsDenied() {
        strategy.once(
                "top",
                context -> context.order(0).buy(e8("1")).limit(e8("99.5")).submit("go"));
        quote();
        SentCommand placed = engine.gateway().last();
        events.accepted(placed);
        strategy.once("top", context -> {
            context.replace(placed.orderId(), e8("99.6"), e8("2"));
            context.replace(placed.orderId(), e8("99.7"), e8("2"));
        });
        quote();
        assertThat(strategy.calls()).endsWith("denied 25");

        events.report(ExecType.REPLACED, engine.gateway().last()).publish();
        strategy.once("top", context -> context.cancelAll(0));
        quote();

        assertThat(engine.gateway().last().originalOrderId())
                .isEqualTo(engine.gateway().commands(OrderAction.REPLACE).get(0).orderId());
        assertThat(engine.count(Counter.ILLEGAL_REPORTS)).isZero();
    }

    @Test
    void shouldReturnNoIdWhereThereIsNothingToReplaceOrNoRoom() {
        strategy.once("top", context -> {
            assertThat(context.replace(99, e8("1"), e8("1"))).isZero();
            context.cancel(99);
            long id = 1;
            for (int i = 0; id != 0; i++) {
                assertThat(i).isLessThan(OrderIds.PER_STRATEGIES + 1);
                id = context.order(0).buy(e8("0.1")).limit(e8("99.5")).submit("many");
            }
            assertThat(context.workingOrders(0)).isLessThan(OrderIds.PER_STRATEGIES);
            context.signal(0, Side.BUY, 1, "no room");
        });

        quote();

        assertThat(engine.count(Counter.STRATEGY_FAILURES)).isZero();
        assertThat(engine.count(Counter.INTENTS_OVERFLOWED)).isEqualTo(2);
        assertThat(engine.gateway().commands()).hasSize((int) engine.count(Counter.INTENTS));
    }

    @Test
    void shouldJudgeAFullEventThatIsAlsoAnOperatorsCommand() {
        strategy.once("start", context -> context.setTimer(1, START_NS + 1));
        strategy.once("timer", context -> {
            while (context.order(0).buy(e8("0.000001")).limit(e8("99.5")).submit("tiny") != 0) {
                // until the event is full
            }
        });
        events.timer();

        events.afterMs(1).command(OperatorAction.REDUCE, ScopeKind.ENGINE, 0);

        assertThat(engine.count(Counter.DENIED)).isGreaterThan(50).isEqualTo(engine.count(Counter.INTENTS));
        assertThat(strategy.calls())
                .filteredOn(call -> call.startsWith("denied"))
                .hasSize((int) engine.count(Counter.DENIED));
        assertThat(StateChange.in(engine.decisions())).hasSize(1);
    }

    static Stream<Failing> callbacks() {
        return Stream.of(
                new Failing("start", Events::timer),
                new Failing("top", events -> events.quote(0, e8("100"), e8("100.02"))),
                new Failing("book", events -> events.snapshot(0, new long[] {1, 1}, new long[] {2, 1})),
                new Failing("trade", events -> events.trade(0, e8("100"), FixedPoint.ONE)),
                new Failing("bar", events -> {
                    events.trade(0, e8("100"), FixedPoint.ONE);
                    events.afterMs(60_000).trade(0, e8("100"), FixedPoint.ONE);
                }),
                new Failing("mark", events -> events.mark(0, e8("100"))),
                new Failing("status", events -> events.status(0, TradingStatusKind.TRADING)),
                new Failing("news", StrategyHandlerTest::news),
                new Failing("advice", StrategyHandlerTest::advice),
                new Failing("timer", events -> {
                    events.timer();
                    events.afterMs(60_000).timer();
                }),
                new Failing(
                        "execution",
                        events -> events.report(ExecType.ACCEPTED, 7, 0, 1, 0, Side.BUY)
                                .publish()),
                new Failing("denied", events -> events.quote(1, e8("100"), e8("100.02"))),
                new Failing("stop", Events::engineStop));
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldStopOnlyTheStrategyThatThrows(Failing failing) {
        strategy.on("start", context -> context.setTimer(1, START_NS + SECOND));
        strategy.on("top", context -> context.order(1).buy(1).market().submit("denied"));
        strategy.on(failing.call, context -> {
            context.order(0).buy(e8("1")).limit(e8("100")).submit("last wish");
            throw new IllegalStateException("a bug in " + failing.call);
        });

        failing.trigger.accept(events);
        strategy.takeCalls();
        other.takeCalls();
        quote();
        trade("100");

        assertThat(engine.count(Counter.STRATEGY_FAILURES)).isEqualTo(1);
        assertThat(strategy.calls()).isEmpty();
        assertThat(other.calls()).contains("top 0", "trade 0 100");
        assertThat(engine.gateway().commands()).isEmpty();
        assertThat(engine.engine().risk().states().get(ScopeKind.STRATEGY, 1)).isEqualTo(TradingState.HALT);
        assertThat(StateChange.in(engine.decisions()))
                .containsExactly(
                        new StateChange(ScopeKind.STRATEGY, 1, TradingState.RUN, TradingState.HALT, "STRATEGY_FAILED"));
        assertThat(alerts()).containsExactly("s1: java.lang.IllegalStateException: a bug in " + failing.call);
    }

    @Test
    void shouldCancelTheOrdersOfAStrategyThatThrows() {
        strategy.once("top", context -> {
            for (int i = 0; i < 70; i++) {
                context.order(0).buy(e8("0.1")).limit(e8("99.5")).submit("rest");
            }
        });
        quote();
        strategy.once("top", context -> {
            for (int i = 0; i < 200; i++) {
                context.order(0).buy(e8("0.1")).limit(e8("99.5")).submit("fill the event");
            }
            throw new IllegalStateException();
        });

        quote();
        for (int i = 0; i < 10; i++) {
            events.timer();
        }

        assertThat(engine.gateway().commands(OrderAction.NEW)).hasSize(70);
        assertThat(engine.gateway().commands(OrderAction.CANCEL))
                .hasSize(70)
                .extracting(SentCommand::originalOrderId)
                .doesNotHaveDuplicates();
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void shouldNotLiftAStrategyThatThrowsFromAWorseState() {
        events.command(OperatorAction.KILL, ScopeKind.STRATEGY, 1);
        strategy.once("top", context -> {
            throw new IllegalStateException();
        });

        quote();

        assertThat(engine.engine().risk().states().get(ScopeKind.STRATEGY, 1)).isEqualTo(TradingState.KILL);
        assertThat(StateChange.in(engine.decisions()))
                .last()
                .isEqualTo(new StateChange(
                        ScopeKind.STRATEGY, 1, TradingState.KILL, TradingState.KILL, "STRATEGY_FAILED"));
    }

    @Test
    void shouldStopAStrategyWhateverItThrows() {
        List<Throwable> failures = List.of(
                new AssertionError("no"),
                new NoClassDefFoundError("gone"),
                new StackOverflowError(),
                new Exception("checked"));
        for (Throwable failure : failures) {
            ScriptedStrategy bad = new ScriptedStrategy().on("top", context -> sneak(failure));
            EngineHarness one = EngineHarness.of(bad).step();

            one.events().quote(0, e8("100"), e8("100.02"));

            assertThat(one.count(Counter.STRATEGY_FAILURES))
                    .as(failure.toString())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldCutALongMessageBetweenCharacters() {
        strategy.once("top", context -> {
            throw new IllegalStateException("x" + "\u00e9".repeat(600));
        });

        quote();

        assertThat(alerts()).hasSize(1).first().asString().startsWith("s1: ").endsWith("\u00e9");
        assertThat(alerts().get(0).getBytes(StandardCharsets.UTF_8).length).isBetween(798, 800);
    }

    @Test
    void shouldStopAStrategyThatGivesAReasonTooLongToJournal() {
        strategy.once("top", context -> context.order(0).buy(e8("1")).market().submit("r".repeat(33)));

        quote();

        assertThat(engine.count(Counter.STRATEGY_FAILURES)).isEqualTo(1);
        assertThat(engine.gateway().commands()).isEmpty();
    }

    @Test
    void shouldRefuseDeclarationsOfWhatIsNotConfigured() {
        assertThatThrownBy(() -> EngineHarness.of(new ScriptedStrategy().declaring(each -> each.bars(5, "1m"))))
                .hasMessageContaining("instrument=5");
        assertThatThrownBy(() -> EngineHarness.of(new ScriptedStrategy().declaring(each -> each.bars(0, "7m"))))
                .hasMessageContaining("7m");
        assertThatThrownBy(() -> EngineHarness.of(new ScriptedStrategy().declaring(each -> {
                    throw new IllegalArgumentException("as it likes");
                })))
                .hasMessage("as it likes");
    }

    @Test
    void shouldUseTheDefinitionOfNow() {
        EngineHarness one = EngineHarness.of(strategy).step();
        strategy.once(
                "top", context -> assertThat(context.instrument(0).symbol()).isEqualTo("AAPL"));

        one.events().definition(TestInstruments.share(0));
        one.events().quote(0, e8("100"), e8("100.02"));

        assertThat(one.count(Counter.STRATEGY_FAILURES)).isZero();
    }

    private void quote() {
        events.quote(0, e8("100"), e8("100.02"));
    }

    private void trade(String price) {
        events.trade(0, e8(price), FixedPoint.ONE);
    }

    private void news(int instrumentId) {
        news(events, instrumentId);
    }

    private void advice(int instrumentId) {
        advice(events, instrumentId);
    }

    private static void news(Events to) {
        news(to, 0);
    }

    private static void advice(Events to) {
        advice(to, 0);
    }

    private static void news(Events to, int instrumentId) {
        EngineEvent event = to.claim();
        NewsEncoder news = new NewsEncoder()
                .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderEncoder())
                .instrumentId(instrumentId)
                .newsId(1)
                .exchangeTimeNs(to.timeNs())
                .source("TEST")
                .headline("something happened");
        to.publish(event, news.limit());
    }

    private static void advice(Events to, int instrumentId) {
        EngineEvent event = to.claim();
        AdviceEncoder advice = new AdviceEncoder()
                .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderEncoder())
                .instrumentId(instrumentId)
                .adviceId(1)
                .validUntilNs(to.timeNs())
                .score(FixedPoint.ONE)
                .source("TEST");
        to.publish(event, advice.limit());
    }

    private List<String> alerts() {
        AlertDecoder alert = new AlertDecoder();
        return Stream.iterate(0, i -> i < engine.decisions().count(), i -> i + 1)
                .filter(i -> engine.decisions().templateId(i) == AlertDecoder.TEMPLATE_ID)
                .map(i -> alert.wrapAndApplyHeader(
                                engine.decisions().view(i), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder())
                        .detail())
                .toList();
    }

    /** Throws what the compiler would not let pass, as generated or foreign code can. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    private record Failing(String call, Consumer<Events> trigger) {
        @Override
        public String toString() {
            return call;
        }
    }
}
