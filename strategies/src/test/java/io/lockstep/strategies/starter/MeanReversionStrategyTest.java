package io.lockstep.strategies.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.strategies.FakeStrategyContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mean of three bars: after 100 and 100 a close of 97 stands 1.41 deviations below it. */
class MeanReversionStrategyTest {
    private static final long BAR = 300_000_000_000L;
    private static final Map<String, Object> SMALL = Map.of(
            "tf", "5m", "period", 3, "entryZ", 1.4, "exitZ", 0.2, "stopZ", 1.41, "orderLife", "10m", "notional", 970);

    private int bars;

    @Test
    void shouldBidBelowTheMeanAndOfferAboveIt() {
        FakeStrategyContext below = host(Map.of());
        feed(below, "100", "100", "97");
        bars = 0;
        FakeStrategyContext above = host(Map.of());

        feed(above, "100", "100", "103");

        assertThat(below.orderTexts()).containsExactly("BUY 10 limit 97 reversion");
        assertThat(above.orderTexts()).containsExactly("SELL 9.417 limit 103 reversion");
    }

    @Test
    void shouldJoinTheBestPriceOfItsOwnSide() {
        FakeStrategyContext context = host(Map.of());
        context.quote(1, "96.98", "97.02");

        feed(context, "100", "100", "97");

        assertThat(context.lastOrder().toString()).startsWith("BUY 10.002 limit 96.98");
    }

    @Test
    void shouldNotGoShortWhenThatIsNotAllowed() {
        FakeStrategyContext context = host(Map.of("allowShort", false));

        feed(context, "100", "100", "103");

        assertThat(context.signals()).isEmpty();
        assertThat(context.orders()).isEmpty();
    }

    @Test
    void shouldCancelAnEntryThatWaitedTooLong() {
        FakeStrategyContext context = host(Map.of());
        feed(context, "100", "100", "97");

        feed(context, "98");
        boolean early = context.lastOrder().isCancelAsked();
        feed(context, "98");

        assertThat(early).isFalse();
        assertThat(context.lastOrder().isCancelAsked()).isTrue();
    }

    @Test
    void shouldOfferItsPositionOnceBackAtTheMean() {
        FakeStrategyContext context = host(Map.of());
        feed(context, "100", "100", "97");
        context.fill(context.lastOrder(), "10", "97");

        feed(context, "101");

        assertThat(context.lastOrder()).hasToString("SELL 10 limit 101 reduce-only back-at-mean");
    }

    @Test
    void shouldTakeLessThanALotForNothing() {
        FakeStrategyContext context = host(Map.of());
        feed(context, "100", "100", "97");
        context.fill(context.lastOrder(), "9.9905", "97");
        context.end(context.lastOrder(), ExecType.EXPIRED);
        feed(context, "101");
        context.fill(context.lastOrder(), "9.99", "101");

        feed(context, "101", "101", "97");

        assertThat(context.position().quantity()).isEqualTo(FixedPoint.parse("0.0005"));
        assertThat(context.lastOrder().toString()).startsWith("BUY").endsWith("reversion");
    }

    @Test
    void shouldLeaveAtTheMarketWhenTheOfferDoesNotFill() {
        FakeStrategyContext context = host(Map.of());
        feed(context, "100", "100", "97");
        context.fill(context.lastOrder(), "10", "97");
        feed(context, "101", "101", "101");

        context.end(context.lastOrder(), ExecType.CANCELED);
        feed(context, "101.5");

        assertThat(context.lastOrder()).hasToString("SELL 10 market reduce-only protective exit-unfilled");
    }

    @Test
    void shouldKeepAPartlyFilledEntryForTheMeanToComeBack() {
        FakeStrategyContext context = host(Map.of());
        feed(context, "100", "100", "97");
        context.fill(context.lastOrder(), "4", "97");
        feed(context, "97.5", "97.2");
        context.end(context.lastOrder(), ExecType.CANCELED);

        feed(context, "99");

        assertThat(context.lastOrder()).hasToString("SELL 4 limit 99 reduce-only back-at-mean");
    }

    @Test
    void shouldGiveUpAtTheMarketWhenTheDeviationGrows() {
        FakeStrategyContext context = host(Map.of());
        feed(context, "100", "100", "97");
        context.fill(context.lastOrder(), "10", "97");

        feed(context, "97", "90");

        assertThat(context.lastOrder()).hasToString("SELL 10 market reduce-only protective stop");
    }

    @Test
    void shouldNotEnterOnStaleData() {
        FakeStrategyContext context = host(Map.of());
        context.stale(true);

        feed(context, "100", "100", "97");

        assertThat(context.orders()).isEmpty();
        assertThat(context.suppressions()).containsEntry("stale-data", 1);
    }

    private static FakeStrategyContext host(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(SMALL);
        all.putAll(more);
        return FakeStrategyContext.host(new MeanReversionFactory(), all);
    }

    private void feed(FakeStrategyContext context, String... closes) {
        for (String close : closes) {
            long price = FixedPoint.parse(close);
            Bar bar = new Bar().at(0, 300, bars++ * BAR, 20_250_303).prices(price, price, price, price);
            context.bar("5m", bar.volume(FixedPoint.ONE, 0, 1));
        }
    }
}
