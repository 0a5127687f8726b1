package io.lockstep.strategies.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.strategies.BarSeries;
import io.lockstep.strategies.FakeStrategyContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Averages of 1 and 2 bars: the fast one is the close, so a rise crosses up and a fall crosses down. */
class EmaCrossStrategyTest {
    private static final Map<String, Object> SMALL = Map.of("tf", "5m", "fast", 1, "slow", 2, "notional", 1000);

    @Test
    void shouldBeLongAfterACrossUpAndFlatAfterACrossDown() {
        FakeStrategyContext context = host(Map.of()).fillMarketOrders();

        feed(context, "100", "90", "100", "101", "80");

        assertThat(context.orderTexts())
                .containsExactly("BUY 10 market ema-cross", "SELL 10 market reduce-only ema-cross");
        assertThat(context.position().isFlat()).isTrue();
    }

    @Test
    void shouldTurnShortWithOneOrderIfAllowed() {
        FakeStrategyContext context = host(Map.of("allowShort", true)).fillMarketOrders();

        feed(context, "100", "90", "100", "80");

        assertThat(context.orderTexts()).containsExactly("BUY 10 market ema-cross", "SELL 22.5 market ema-cross");
        assertThat(context.signals()).hasSize(2);
    }

    @Test
    void shouldPreferAFixedQuantity() {
        FakeStrategyContext context = host(Map.of("quantity", "0.2505")).fillMarketOrders();

        feed(context, "100", "90", "100");

        assertThat(context.orderTexts()).containsExactly("BUY 0.25 market ema-cross");
    }

    @Test
    void shouldNotTradeOnTheFirstSideItSees() {
        FakeStrategyContext context = host(Map.of()).fillMarketOrders();

        feed(context, "100", "110", "120", "130");

        assertThat(context.orders()).isEmpty();
        assertThat(context.signals()).isEmpty();
    }

    @Test
    void shouldWaitForTheOrderThatIsOut() {
        FakeStrategyContext context = host(Map.of());

        feed(context, "100", "90", "100", "80", "70");

        assertThat(context.orders()).hasSize(1);
    }

    @Test
    void shouldMakeGoodAtTheNextBarWhatADenialLeftOpen() {
        FakeStrategyContext context = host(Map.of());
        List<Bar> bars = BarSeries.flat("100", "90", "100", "101");
        bars.subList(0, 3).forEach(bar -> context.bar("5m", bar));

        context.deny(context.lastOrder());
        int atOnce = context.orders().size();
        context.bar("5m", bars.get(3));

        assertThat(atOnce).isEqualTo(1);
        assertThat(context.orderTexts()).containsExactly("BUY 10 market ema-cross", "BUY 10 market ema-cross");
        assertThat(context.signals()).hasSize(1);
    }

    @Test
    void shouldOrderOnlyWhatAPartialFillLeftOpen() {
        FakeStrategyContext context = host(Map.of());
        List<Bar> bars = BarSeries.flat("100", "90", "100", "101");
        bars.subList(0, 3).forEach(bar -> context.bar("5m", bar));

        context.fill(context.lastOrder(), "4", "100");
        context.end(context.lastOrder(), ExecType.EXPIRED);
        context.bar("5m", bars.get(3));

        assertThat(context.lastOrder()).hasToString("BUY 6 market ema-cross");
    }

    @Test
    void shouldNotGoAfterWhatTheVenueKeptAsItsFee() {
        FakeStrategyContext context = host(Map.of()).takerFee("0.001");
        List<Bar> bars = BarSeries.flat("100", "90", "100", "101", "102");
        bars.subList(0, 3).forEach(bar -> context.bar("5m", bar));

        context.fill(context.lastOrder(), "9.98", "100");
        context.end(context.lastOrder(), ExecType.EXPIRED);
        context.bar("5m", bars.get(3));
        context.fill(context.lastOrder(), "0.01", "100");
        context.end(context.lastOrder(), ExecType.EXPIRED);
        context.bar("5m", bars.get(4));

        assertThat(context.orderTexts()).containsExactly("BUY 10 market ema-cross", "BUY 0.02 market ema-cross");
    }

    @Test
    void shouldNotOpenButCloseOnStaleData() {
        FakeStrategyContext context = host(Map.of()).fillMarketOrders();
        List<Bar> bars = BarSeries.flat("100", "90", "100", "101", "80");
        context.stale(true);
        bars.subList(0, 3).forEach(bar -> context.bar("5m", bar));
        int whileStale = context.orders().size();
        context.stale(false);
        context.bar("5m", bars.get(3));
        context.stale(true);

        context.bar("5m", bars.get(4));

        assertThat(whileStale).isZero();
        assertThat(context.suppressions()).containsEntry("stale-data", 1);
        assertThat(context.orderTexts())
                .containsExactly("BUY 10 market ema-cross", "SELL 10 market reduce-only ema-cross");
    }

    @Test
    void shouldCountASizeTheVenueWouldNotTake() {
        FakeStrategyContext context = host(Map.of("notional", "0.01"));

        feed(context, "100", "90", "100");

        assertThat(context.orders()).isEmpty();
        assertThat(context.suppressions()).containsEntry("size-too-small", 1);
    }

    @Test
    void shouldReportAveragesInTheWrongOrder() {
        StrategyParameters parameters = new StrategyParameters("p", Map.of("fast", 30, "slow", 20));

        new EmaCrossFactory().create(parameters);

        assertThat(parameters.faults()).containsExactly("p.fast=30: must be less than slow");
    }

    private static FakeStrategyContext host(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(SMALL);
        all.putAll(more);
        return FakeStrategyContext.host(new EmaCrossFactory(), all);
    }

    private static void feed(FakeStrategyContext context, String... closes) {
        BarSeries.flat(closes).forEach(bar -> context.bar("5m", bar));
    }
}
