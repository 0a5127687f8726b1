package io.lockstep.strategies.indicator.structure;

import io.lockstep.engine.indicator.Bar;

/** A remembered bar: its number from 0 and its prices, E8. */
final class Candle {
    long number;
    long open;
    long high;
    long low;
    long close;

    void set(long number, Bar bar) {
        this.number = number;
        open = bar.open();
        high = bar.high();
        low = bar.low();
        close = bar.close();
    }

    void copy(Candle other) {
        number = other.number;
        open = other.open;
        high = other.high;
        low = other.low;
        close = other.close;
    }

    /** High for tops (sign 1), low for bottoms (sign -1). */
    long extreme(int sign) {
        return sign > 0 ? high : low;
    }

    /** Direction of the body: 1 up, -1 down, 0 none. */
    int direction() {
        return Long.signum(close - open);
    }
}
