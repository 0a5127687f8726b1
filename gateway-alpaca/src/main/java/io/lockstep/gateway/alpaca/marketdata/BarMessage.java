package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.RoundingMode;

/** The numbers of one bar message; reused. Prices and volume E8, time UTC nanoseconds. */
final class BarMessage {
    static final long MISSING = FixedPoint.NULL;

    long openTimeNs;
    long open;
    long high;
    long low;
    long close;
    long volume;
    long meanPrice;
    long trades;

    void clear() {
        openTimeNs = MISSING;
        open = MISSING;
        high = MISSING;
        low = MISSING;
        close = MISSING;
        volume = MISSING;
        meanPrice = MISSING;
        trades = 0;
    }

    void copyFrom(BarMessage other) {
        openTimeNs = other.openTimeNs;
        open = other.open;
        high = other.high;
        low = other.low;
        close = other.close;
        volume = other.volume;
        meanPrice = other.meanPrice;
        trades = other.trades;
    }

    boolean isComplete() {
        return openTimeNs != MISSING
                && open != MISSING
                && high != MISSING
                && low != MISSING
                && close != MISSING
                && volume != MISSING;
    }

    /** Value traded, quote currency, E8; missing where the mean price is, or where it exceeds 64 bits. */
    long notional() {
        if (meanPrice == MISSING) {
            return MISSING;
        }
        try {
            return FixedPoint.multiply(meanPrice, volume, RoundingMode.HALF_EVEN);
        } catch (ArithmeticException e) {
            return MISSING;
        }
    }
}
