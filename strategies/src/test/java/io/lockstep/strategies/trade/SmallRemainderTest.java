package io.lockstep.strategies.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.strategies.FakeStrategyContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A venue that keeps its fee from what was bought leaves positions that are no whole number of lots. The lot is 0.001. */
class SmallRemainderTest {
    private static final long BAR = 300_000_000_000L;

    private final ScriptedModel model = new ScriptedModel();
    private final List<Long> returns = new ArrayList<>();

    @Test
    void shouldTakeATradeForClosedThatLeftLessThanALot() {
        FakeStrategyContext context = host();
        enter(context);
        context.fill(context.lastOrder(), "9.9905", "100");
        context.end(context.lastOrder(), ExecType.EXPIRED);
        context.quote(context.timeNs(), "98.50", "98.51");

        context.fill(context.lastOrder(), "9.99", "98.50");

        assertThat(context.lastOrder()).hasToString("SELL 9.99 market reduce-only protective stop");
        assertThat(context.position().quantity()).isEqualTo(FixedPoint.parse("0.0005"));
        assertThat(Holding.isNothing(context, 0)).isTrue();
        assertThat(returns).hasSize(1);
    }

    @Test
    void shouldCountWholeLotsOfAPosition() {
        FakeStrategyContext context = host();
        enter(context);

        context.fill(context.lastOrder(), "9.9905", "100");

        assertThat(Holding.of(context, 0)).isEqualTo(FixedPoint.parse("9.99"));
    }

    private FakeStrategyContext host() {
        ExitSettings exits = ExitSettings.fixed(FixedPoint.parse("1.5"), FixedPoint.parse("5"));
        SignalSettings settings = new SignalSettings(
                FixedPoint.parse("10000"),
                exits,
                48 * BAR,
                1,
                FixedPoint.parse("0.9"),
                FixedPoint.parse("0.03"),
                288 * BAR);
        SizeFraction size = new SizeFraction() {
            @Override
            public long next() {
                return FixedPoint.parse("0.1");
            }

            @Override
            public void onClosed(long netReturn) {
                returns.add(netReturn);
            }
        };
        return FakeStrategyContext.host(new SignalStrategy("test", settings, () -> model, size));
    }

    private void enter(FakeStrategyContext context) {
        long price = FixedPoint.parse("100");
        model.direction = 1;
        Bar bar = new Bar().at(0, 300, BAR, 20_250_303).prices(price, price, price, price);
        context.bar("5m", bar.volume(FixedPoint.ONE, 0, 1));
        model.direction = 0;
    }
}
