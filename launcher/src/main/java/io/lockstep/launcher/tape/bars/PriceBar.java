package io.lockstep.launcher.tape.bars;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * A bar as it is compared.
 *
 * @param openTimeNs start, inclusive, UTC, nanoseconds
 * @param open first price, quote currency, E8
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume base currency, E8
 */
record PriceBar(long openTimeNs, long open, long high, long low, long close, long volume) {
    /** Open, high, low, close, and volume behind a cross. */
    String text() {
        return FixedPoint.format(open) + " " + FixedPoint.format(high) + " " + FixedPoint.format(low) + " "
                + FixedPoint.format(close) + " x " + FixedPoint.format(volume);
    }
}
