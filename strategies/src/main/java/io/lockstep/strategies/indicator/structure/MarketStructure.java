package io.lockstep.strategies.indicator.structure;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.AverageTrueRange;
import io.lockstep.strategies.indicator.kernel.Outputs;
import io.lockstep.strategies.indicator.kernel.Smoothing;

/**
 * Market structure in the manner of ICT. On each bar, in this order: living zones are updated, pivots confirmed, structure judged,
 * a new fair value gap looked for, pools checked.
 *
 * <p>Strategies read the outputs; the listener is for tools and tests and sees every event with its zone. Prices are compared as whole
 * numbers; memory is bounded by the ages in the settings.
 */
public final class MarketStructure extends Outputs implements BarIndicator {
    /** Output: 1 after a break upwards, -1 after one downwards, 0 before the first. */
    public static final int TREND = 0;

    /** Output: price of the last confirmed pivot high, quote currency. */
    public static final int SWING_HIGH = 1;

    /** Output: price of the last confirmed pivot low, quote currency. */
    public static final int SWING_LOW = 2;

    /** Output: the events of the latest bar, a set of {@link StructureEvent#bit()}. */
    public static final int EVENTS = 3;

    private final int wing;
    private final Emitter emitter;
    private final CandleRing candles;
    private final AverageTrueRange range;
    private final FairValueGaps gaps;
    private final OrderBlocks blocks;
    private final LiquidityPools pools;
    private final Pivots highs;
    private final Pivots lows;
    private final Leg up;
    private final Leg down;
    private int trend;

    /** Without a listener. */
    public MarketStructure(StructureSettings settings) {
        this(settings, (bar, event, side, low, high, originBar, zoneId) -> {});
    }

    /** With a listener that is told of every event. */
    public MarketStructure(StructureSettings settings, StructureListener listener) {
        super(4);
        wing = settings.pivotBars();
        emitter = new Emitter(listener);
        candles = new CandleRing(wing + Math.max(settings.blockLookback(), wing) + 3);
        range = new AverageTrueRange(settings.rangePeriod(), Smoothing.WILDER);
        gaps = new FairValueGaps(settings, emitter, candles);
        blocks = new OrderBlocks(settings, emitter);
        pools = new LiquidityPools(settings, emitter);
        highs = new Pivots(1, wing, candles);
        lows = new Pivots(-1, wing, candles);
        up = new Leg(1, settings.blockLookback(), candles);
        down = new Leg(-1, settings.blockLookback(), candles);
    }

    @Override
    public void onBar(Bar bar) {
        emitter.startBar();
        Candle candle = candles.add(bar);
        double averageRange = range.next(bar) * FixedPoint.ONE;
        gaps.update(candle);
        blocks.update(candle);
        confirm(highs, up, 1, averageRange);
        confirm(lows, down, -1, averageRange);
        judge(candle);
        gaps.detect(candle);
        pools.update(candle);
        set(TREND, trend);
        set(EVENTS, emitter.eventsOfBar());
    }

    /** How often an event happened so far. */
    public long count(StructureEvent event) {
        return emitter.count(event);
    }

    /** Pools given up because no pivot joined them for too long. */
    public long droppedPools() {
        return pools.dropped();
    }

    private void confirm(Pivots pivots, Leg leg, int sign, double averageRange) {
        long bar = emitter.bar();
        if (pivots.isConfirmedOn(bar)) {
            long pivotBar = bar - wing;
            long price = candles.get(pivotBar).extreme(sign);
            pivots.report(emitter, pivotBar, price);
            leg.start(pivotBar, price, bar);
            pools.addPivot(-sign, pivotBar, price, averageRange);
            set(sign > 0 ? SWING_HIGH : SWING_LOW, FixedPoint.toDouble(price));
        }
    }

    private void judge(Candle candle) {
        if (up.breaksOn(candle)) {
            turn(up, 1, trend < 0 ? StructureEvent.CHOCH_UP : StructureEvent.BOS_UP);
        } else if (down.breaksOn(candle)) {
            turn(down, -1, trend > 0 ? StructureEvent.CHOCH_DOWN : StructureEvent.BOS_DOWN);
        }
        up.include(candle);
        down.include(candle);
    }

    private void turn(Leg leg, int side, StructureEvent event) {
        emitter.emitLevel(event, side, leg.pivotPrice(), leg.pivotBar());
        trend = side;
        if (leg.hasBlock()) {
            blocks.add(side, leg.block());
        }
    }
}
