package io.lockstep.strategies.indicator.structure;

import io.lockstep.engine.indicator.Bar;

/** The last bars, by their number. */
final class CandleRing {
    private final Candle[] candles;
    private long count;

    CandleRing(int capacity) {
        candles = new Candle[capacity];
        for (int i = 0; i < capacity; i++) {
            candles[i] = new Candle();
        }
    }

    Candle add(Bar bar) {
        Candle candle = candles[(int) (count % candles.length)];
        candle.set(count++, bar);
        return candle;
    }

    /** A bar that is still remembered. */
    Candle get(long number) {
        return candles[(int) (number % candles.length)];
    }
}
