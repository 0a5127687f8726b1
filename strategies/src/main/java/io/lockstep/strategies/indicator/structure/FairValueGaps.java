package io.lockstep.strategies.indicator.structure;

import java.util.function.Predicate;

/**
 * Fair value gaps: room between the wicks of a bar and the bar two before. A gap is filled from the side price comes back from, partly
 * at first, wholly at the far end or by a jump across, or it grows too old.
 */
final class FairValueGaps {
    private final Emitter emitter;
    private final CandleRing candles;
    private final long minGap;
    private final int maxAge;
    private final ZoneList gaps;
    private final Predicate<Zone> isOver = this::isOver;
    private Candle current = new Candle();

    FairValueGaps(StructureSettings settings, Emitter emitter, CandleRing candles) {
        this.emitter = emitter;
        this.candles = candles;
        minGap = settings.minGapTicks() * settings.tickSize();
        maxAge = settings.gapAge();
        gaps = new ZoneList(maxAge + 2);
    }

    void update(Candle candle) {
        current = candle;
        gaps.removeIf(isOver);
    }

    void detect(Candle candle) {
        if (candle.number < 2) {
            return;
        }
        Candle before = candles.get(candle.number - 2);
        if (candle.low - before.high >= minGap) {
            add(1, before.high, candle.low);
        } else if (before.low - candle.high >= minGap) {
            add(-1, candle.high, before.low);
        }
    }

    private void add(int side, long bottom, long top) {
        Zone gap = gaps.add().reset(emitter.nextZoneId(), side, bottom, top);
        gap.since(emitter.bar(), emitter.bar());
        emitter.emit(StructureEvent.FVG, side, bottom, top, emitter.bar() - 1, gap.id);
    }

    private boolean isOver(Zone gap) {
        if (emitter.bar() - gap.bornBar > maxAge) {
            emitter.emit(StructureEvent.FVG_EXPIRED, gap);
            return true;
        }
        fill(gap);
        if (gap.filled < gap.high - gap.low) {
            return false;
        }
        emitter.emit(StructureEvent.FVG_FILLED, gap);
        return true;
    }

    private void fill(Zone gap) {
        long height = gap.high - gap.low;
        long reach = gap.side > 0 ? gap.high - current.low : current.high - gap.low;
        long filled = Math.min(height, reach);
        if (filled > gap.filled) {
            if (gap.filled == 0 && filled < height) {
                emitter.emit(StructureEvent.FVG_PARTIAL, gap);
            }
            gap.filled = filled;
        }
    }
}
