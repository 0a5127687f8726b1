package io.lockstep.strategies.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.BarSeries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiquidityPoolsTest {
    private static final long RANGE = FixedPoint.parse("0.50");

    private final StructureEventCollector events = new StructureEventCollector();
    private final Emitter emitter = new Emitter(events);
    private final LiquidityPools pools = new LiquidityPools(StructureSettings.of(FixedPoint.parse("0.01")), emitter);

    @BeforeEach
    void startFirstBar() {
        emitter.startBar();
    }

    @Test
    void shouldJoinPivotsWithinTheTolerance() {
        addHigh("101.20");

        addHigh("101.22");

        assertThat(events.collect()).containsExactly("0,EQH,-1,101.22,101.22,0,1");
    }

    @Test
    void shouldOpenANewPoolBeyondTheTolerance() {
        addHigh("101.22");

        addHigh("101.28");

        assertThat(events.collect()).isEmpty();
        assertThat(emitter.nextZoneId()).isEqualTo(3);
    }

    @Test
    void shouldCallItASweepWhenTheCloseComesBackInside() {
        addHigh("101.22");

        nextBar("101.20 101.30 101.10 101.15");

        assertThat(events.collect()).containsExactly("1,SWEEP,-1,101.22,101.22,1,1");
    }

    @Test
    void shouldCallThePoolBrokenAtTheThirdCloseOutside() {
        addHigh("101.22");

        nextBar("101.20 101.30 101.10 101.25");
        nextBar("101.25 101.30 101.10 101.27");
        nextBar("101.27 101.30 101.10 101.24");

        assertThat(events.collect()).containsExactly("3,POOL_BROKEN,1,101.22,101.22,1,1");
    }

    @Test
    void shouldIgnoreATouchWithoutPiercing() {
        addHigh("101.22");

        nextBar("101.20 101.22 101.10 101.15");

        assertThat(events.collect()).isEmpty();
    }

    private void addHigh(String price) {
        pools.addPivot(-1, 0, FixedPoint.parse(price), (double) RANGE);
    }

    private void nextBar(String prices) {
        Bar bar = BarSeries.of(prices).get(0);
        Candle candle = new Candle();
        emitter.startBar();
        candle.set(emitter.bar(), bar);
        pools.update(candle);
    }
}
