package io.lockstep.strategies.indicator.structure;

/**
 * The last confirmed pivot of one kind, whether it still stands, and what price did since: the bar furthest the other way, and before
 * it the last bar with an opposite body, which becomes the order block if the pivot breaks.
 */
final class Leg {
    private final int sign;
    private final int lookback;
    private final CandleRing candles;
    private final Candle block = new Candle();
    private boolean standing;
    private boolean hasBlock;
    private long pivotBar;
    private long pivotPrice;
    private long furthest;

    /** @param sign 1 for pivot highs, broken upwards; -1 for pivot lows */
    Leg(int sign, int lookback, CandleRing candles) {
        this.sign = sign;
        this.lookback = lookback;
        this.candles = candles;
    }

    /** A new pivot takes over; the bars from it up to the one before {@code bar} belong to the leg. */
    void start(long pivotBar, long pivotPrice, long bar) {
        this.pivotBar = pivotBar;
        this.pivotPrice = pivotPrice;
        standing = true;
        furthest = Long.MIN_VALUE;
        for (long number = pivotBar; number < bar; number++) {
            include(candles.get(number));
        }
    }

    void include(Candle candle) {
        long reach = -sign * candle.extreme(-sign);
        if (standing && reach >= furthest) {
            furthest = reach;
            findBlock(candle.number);
        }
    }

    /** Whether the bar closes beyond the standing pivot; then it no longer stands. */
    boolean breaksOn(Candle candle) {
        boolean broken = standing && sign * (candle.close - pivotPrice) > 0;
        standing &= !broken;
        return broken;
    }

    boolean hasBlock() {
        return hasBlock;
    }

    Candle block() {
        return block;
    }

    long pivotBar() {
        return pivotBar;
    }

    long pivotPrice() {
        return pivotPrice;
    }

    private void findBlock(long extremeBar) {
        long first = Math.max(0, extremeBar - lookback + 1);
        hasBlock = false;
        for (long number = extremeBar; number >= first && !hasBlock; number--) {
            Candle candle = candles.get(number);
            if (candle.direction() == -sign) {
                block.copy(candle);
                hasBlock = true;
            }
        }
    }
}
