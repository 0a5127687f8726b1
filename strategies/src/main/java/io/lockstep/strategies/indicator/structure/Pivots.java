package io.lockstep.strategies.indicator.structure;

/**
 * Finds pivots of one kind: a bar strictly beyond the bars before it and not short of those after it, so that a plateau counts once, at
 * its first bar. Known only when the bars after it have closed.
 */
final class Pivots {
    private final int sign;
    private final int wing;
    private final CandleRing candles;
    private long previousPrice;
    private boolean hasPrevious;

    /** @param sign 1 for highs, -1 for lows */
    Pivots(int sign, int wing, CandleRing candles) {
        this.sign = sign;
        this.wing = wing;
        this.candles = candles;
    }

    /** Whether the bar in the middle of the last {@code 2 * wing + 1} is a pivot. */
    boolean isConfirmedOn(long bar) {
        long middle = bar - wing;
        if (middle < wing) {
            return false;
        }
        long extreme = sign * candles.get(middle).extreme(sign);
        for (long number = middle - wing; number <= bar; number++) {
            long other = sign * candles.get(number).extreme(sign);
            if (number < middle ? other >= extreme : other > extreme) {
                return false;
            }
        }
        return true;
    }

    /** Reports the pivot and how it compares with the one before. */
    void report(Emitter emitter, long pivotBar, long price) {
        if (hasPrevious) {
            emitter.emitLevel(label(sign * (price - previousPrice) > 0), -sign, price, pivotBar);
        }
        emitter.emitLevel(sign > 0 ? StructureEvent.SWING_HIGH : StructureEvent.SWING_LOW, -sign, price, pivotBar);
        previousPrice = price;
        hasPrevious = true;
    }

    private StructureEvent label(boolean isBeyond) {
        if (sign > 0) {
            return isBeyond ? StructureEvent.HH : StructureEvent.LH;
        }
        return isBeyond ? StructureEvent.LL : StructureEvent.HL;
    }
}
