package io.lockstep.strategies.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.strategies.FakeStrategyContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capital 10,000, a tenth of it per trade, price 100, range 1: ten units, stop 1.5 away, target 5 away. */
class SignalStrategyTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long BAR = 300 * SECOND;
    private static final ExitSettings EXITS = ExitSettings.fixed(e8("1.5"), e8("5"));

    private final ScriptedModel model = new ScriptedModel();
    private final List<Long> returns = new ArrayList<>();
    private int bars;

    @Test
    void shouldEnterAtTheMarketAndJournalTheSignal() {
        FakeStrategyContext context = host(EXITS);

        enter(context, 1);

        assertThat(context.signals()).containsExactly("BUY 1.0 test");
        assertThat(context.orderTexts()).containsExactly("BUY 10 market test");
    }

    @ParameterizedTest(name = "sign {0}, quote {1}/{2}: {3}")
    @CsvSource({
        "1,  98.51,  98.52,  none",
        "1,  98.50,  98.51,  SELL 10 market reduce-only protective stop",
        "1,  105.00, 105.01, SELL 10 market reduce-only target",
        "1,  104.99, 105.01, none",
        "-1, 101.48, 101.49, none",
        "-1, 101.49, 101.50, BUY 10 market reduce-only protective stop",
        "-1, 94.99,  95.00,  BUY 10 market reduce-only target",
    })
    void shouldExitWhenTheOppositeSideOfTheQuoteReachesALevel(int sign, String bid, String ask, String expected) {
        FakeStrategyContext context = host(EXITS).fillMarketOrders();
        enter(context, sign);

        context.quote(now(context), bid, ask);

        List<String> exits = context.orderTexts().subList(1, context.orders().size());
        assertThat(exits).isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @Test
    void shouldMeasureLevelsFromTheFillPriceNotTheSignalPrice() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);

        context.fill(context.lastOrder(), "10", "100.40");
        context.quote(now(context), "98.91", "98.92");
        int before = context.orders().size();
        context.quote(now(context), "98.90", "98.91");

        assertThat(before).isEqualTo(1);
        assertThat(context.lastOrder()).hasToString("SELL 10 market reduce-only protective stop");
    }

    @Test
    void shouldProtectAPartialFillAndCancelTheRestBeforeLeaving() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);
        context.fill(context.lastOrder(), "4", "100");

        context.quote(now(context), "98", "98.01");
        boolean cancelAsked = context.lastOrder().isCancelAsked();
        int ordersBefore = context.orders().size();
        context.end(context.lastOrder(), ExecType.CANCELED);

        assertThat(cancelAsked).isTrue();
        assertThat(ordersBefore).isEqualTo(1);
        assertThat(context.lastOrder()).hasToString("SELL 4 market reduce-only protective stop");
    }

    @Test
    void shouldLookAfterAFillThatCrossedItsCancellation() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);
        context.end(context.lastOrder(), ExecType.CANCELED);

        context.fill(context.lastOrder(), "3", "100");
        context.quote(now(context), "98", "98.01");

        assertThat(context.lastOrder()).hasToString("SELL 3 market reduce-only protective stop");
    }

    @ParameterizedTest
    @CsvSource({"REJECTED", "EXPIRED", "CANCELED", "PRESUMED_ABSENT"})
    void shouldBeFreeToEnterAgainAfterAnOrderThatCameToNothing(ExecType end) {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);

        context.end(context.lastOrder(), end);
        enter(context, 1);

        assertThat(context.orders()).hasSize(2);
    }

    @Test
    void shouldBeFreeToEnterAgainAfterADenial() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);

        context.deny(context.lastOrder());
        enter(context, 1);

        assertThat(context.orders()).hasSize(2);
    }

    @Test
    void shouldKeepWaitingWhileAnAnswerIsLost() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);

        context.report(context.lastOrder(), ExecType.OUTCOME_UNKNOWN);
        enter(context, 1);

        assertThat(context.orders()).hasSize(1);
        assertThat(context.suppressions()).containsEntry("order-working", 1);
    }

    @Test
    void shouldTryADeniedExitAgainLater() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);
        context.fill(context.lastOrder(), "10", "100");
        context.quote(now(context), "98", "98.01");

        context.deny(context.lastOrder());
        context.quote(now(context), "97.99", "98");
        int atOnce = context.orders().size();
        context.time(context.timeNs() + SECOND);

        assertThat(atOnce).isEqualTo(2);
        assertThat(context.orders()).hasSize(3);
        assertThat(context.lastOrder()).hasToString("SELL 10 market reduce-only protective stop");
    }

    @Test
    void shouldSendTheRestOfAPartlyFilledExitAtOnce() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);
        context.fill(context.lastOrder(), "10", "100");
        context.quote(now(context), "98", "98.01");

        context.fill(context.lastOrder(), "7", "98");
        context.end(context.lastOrder(), ExecType.EXPIRED);

        assertThat(context.lastOrder()).hasToString("SELL 3 market reduce-only protective stop");
    }

    @Test
    void shouldNotEnterOnStaleData() {
        FakeStrategyContext context = host(EXITS);
        context.stale(true);

        enter(context, 1);

        assertThat(context.orders()).isEmpty();
        assertThat(context.suppressions()).containsEntry("stale-data", 1);
    }

    @Test
    void shouldNotEnterWhileHaltedAndExitWhenTradingResumes() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);
        context.fill(context.lastOrder(), "10", "100");

        context.status(TradingStatusKind.HALTED);
        context.quote(now(context), "98", "98.01");
        int whileHalted = context.orders().size();
        context.status(TradingStatusKind.TRADING);

        assertThat(whileHalted).isEqualTo(1);
        assertThat(context.lastOrder()).hasToString("SELL 10 market reduce-only protective stop");
    }

    @Test
    void shouldPauseAfterEntryAndAfterExit() {
        FakeStrategyContext context = host(EXITS).fillMarketOrders();
        enter(context, 1);
        context.quote(now(context), "98", "98.01");

        enter(context, 1);
        bars += 47;
        enter(context, 1);

        assertThat(context.suppressions()).containsEntry("cooldown", 1);
        assertThat(context.orders()).hasSize(3);
    }

    @Test
    void shouldLeaveOnTheModelsSignal() {
        FakeStrategyContext context = host(EXITS).fillMarketOrders();
        enter(context, -1);

        model.exit = true;
        quietBar(context, "100");

        assertThat(context.lastOrder()).hasToString("BUY 10 market reduce-only signal-exit");
        assertThat(context.position().isFlat()).isTrue();
    }

    @Test
    void shouldLeaveWhenHeldForTooLong() {
        ExitSettings limited =
                new ExitSettings(e8("1.5"), e8("5"), 0, TrailingRule.OFF, Ladder.NONE, Ladder.NONE, 2 * BAR);
        FakeStrategyContext context = host(limited).fillMarketOrders();
        enter(context, 1);

        quietBar(context, "100");
        int before = context.orders().size();
        quietBar(context, "100");

        assertThat(before).isEqualTo(1);
        assertThat(context.lastOrder()).hasToString("SELL 10 market reduce-only time-exit");
    }

    @Test
    void shouldCountOnlyTheCloseOfABarThatBeganBeforeThePosition() {
        FakeStrategyContext context = host(EXITS);
        enter(context, 1);
        context.time(now(context) + SECOND);
        context.fill(context.lastOrder(), "10", "100");

        bar(context, "100 100.5 90 100");
        int before = context.orders().size();
        bar(context, "100 100.5 90 100");

        assertThat(before).isEqualTo(1);
        assertThat(context.lastOrder()).hasToString("SELL 10 market reduce-only protective stop");
    }

    @ParameterizedTest(name = "sign {0}")
    @CsvSource({"1, 105, 110, 115", "-1, 95, 90, 85"})
    void shouldCloseSharesOfTheInitialSizeUntilNothingIsLeft(int sign, String first, String second, String third) {
        Ladder partials = new Ladder(List.of(
                new Ladder.Rung(e8("0.05"), e8("0.25")),
                new Ladder.Rung(e8("0.10"), e8("0.35")),
                new Ladder.Rung(e8("0.15"), e8("0.40"))));
        FakeStrategyContext context = host(new ExitSettings(
                        e8("1.5"), e8("50"), 0, TrailingRule.OFF, partials, Ladder.NONE, 0))
                .fillMarketOrders();
        enter(context, sign);

        for (String price : List.of(first, second, third)) {
            quietBar(context, price);
        }

        String side = sign > 0 ? "SELL" : "BUY";
        assertThat(context.orderTexts().subList(1, 4))
                .containsExactly(
                        side + " 2.5 market reduce-only partial-exit",
                        side + " 3.5 market reduce-only partial-exit",
                        side + " 4 market reduce-only partial-exit");
        assertThat(context.position().isFlat()).isTrue();
    }

    @Test
    void shouldMoveTheStopBeyondEntryAfterTheFirstPartialExit() {
        Ladder partials = new Ladder(List.of(new Ladder.Rung(e8("0.05"), e8("0.25"))));
        FakeStrategyContext context = host(new ExitSettings(
                        e8("1.5"), e8("50"), 0, TrailingRule.OFF, partials, Ladder.NONE, 0))
                .fillMarketOrders();
        enter(context, 1);
        quietBar(context, "105");

        context.quote(now(context), "100.21", "100.22");
        int before = context.orders().size();
        context.quote(now(context), "100.20", "100.21");

        assertThat(before).isEqualTo(2);
        assertThat(context.lastOrder()).hasToString("SELL 7.5 market reduce-only protective stop");
    }

    @Test
    void shouldAddToAWinnerOncePerRung() {
        Ladder adds = new Ladder(List.of(new Ladder.Rung(e8("0.03"), e8("0.75"))));
        FakeStrategyContext context = host(new ExitSettings(
                        e8("1.5"), e8("50"), 0, TrailingRule.OFF, Ladder.NONE, adds, 0))
                .fillMarketOrders();
        enter(context, 1);

        quietBar(context, "103");
        quietBar(context, "103");

        assertThat(context.orderTexts().subList(1, context.orders().size())).containsExactly("BUY 7.5 market addition");
    }

    @Test
    void shouldReportTheNetReturnOfAClosedTrade() {
        FakeStrategyContext context = host(EXITS).fillMarketOrders();
        enter(context, -1);

        context.quote(now(context), "94.99", "95");

        assertThat(returns).containsExactly(e8("0.05005"));
    }

    @Test
    void shouldSuspendEntriesAfterTheDaysLoss() {
        FakeStrategyContext context = host(EXITS).fillMarketOrders();
        enter(context, 1);
        context.quote(now(context), "50", "50.02");
        bars += 60;

        enter(context, 1);

        assertThat(context.suppressions()).containsEntry("suspended", 1);
    }

    @Test
    void shouldRefuseASizeBelowALot() {
        FakeStrategyContext context = host(EXITS, "0.000001");

        enter(context, 1);

        assertThat(context.suppressions()).containsEntry("size-too-small", 1);
    }

    @Test
    void shouldRefuseMoreCapitalThanAllowed() {
        FakeStrategyContext context = host(EXITS, "0.95");

        enter(context, 1);

        assertThat(context.suppressions()).containsEntry("capital-in-use", 1);
    }

    @Test
    void shouldAccountForEverySignal() {
        FakeStrategyContext context = host(EXITS);
        for (int i = 0; i < 100; i++) {
            enter(context, i % 3 - 1);
            context.stale(i % 7 == 0);
            if (i % 5 == 0 && !context.orders().isEmpty() && context.lastOrder().isLive()) {
                context.fill(context.lastOrder(), "1", "100");
                context.end(context.lastOrder(), ExecType.CANCELED);
            }
        }

        long entries = context.orderTexts().stream()
                .filter(text -> text.endsWith(" test"))
                .count();
        int suppressed = context.suppressions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(entries + suppressed).isEqualTo(context.signals().size());
    }

    private FakeStrategyContext host(ExitSettings exits) {
        return host(exits, "0.1");
    }

    private FakeStrategyContext host(ExitSettings exits, String fraction) {
        SignalSettings settings =
                new SignalSettings(e8("10000"), exits, 48 * BAR, 1, e8("0.9"), e8("0.03"), 24 * 3_600 * SECOND);
        SizeFraction size = new RecordingSize(e8(fraction), returns);
        return FakeStrategyContext.host(new SignalStrategy("test", settings, () -> model, size));
    }

    private record RecordingSize(long next, List<Long> returns) implements SizeFraction {
        @Override
        public void onClosed(long netReturn) {
            returns.add(netReturn);
        }
    }

    private void enter(FakeStrategyContext context, int direction) {
        model.direction = direction;
        quietBar(context, "100");
        model.direction = 0;
    }

    private void quietBar(FakeStrategyContext context, String price) {
        bar(context, price + " " + price + " " + price + " " + price);
    }

    private void bar(FakeStrategyContext context, String prices) {
        String[] parts = prices.split(" ", -1);
        Bar bar = new Bar()
                .at(0, 300, bars++ * BAR, 20_250_303)
                .prices(e8(parts[0]), e8(parts[1]), e8(parts[2]), e8(parts[3]))
                .volume(FixedPoint.ONE, 0, 1);
        context.bar("5m", bar);
    }

    private static long now(FakeStrategyContext context) {
        return context.timeNs();
    }

    private static long e8(String value) {
        return FixedPoint.parse(value);
    }
}
