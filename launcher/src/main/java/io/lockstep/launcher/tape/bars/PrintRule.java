package io.lockstep.launcher.tape.bars;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a data set lets a trade do, where that differs from the flags it came with. */
enum PrintRule {
    /** Everything as the flags say. */
    AS_FLAGGED,
    /** Sweeps move no price. */
    SWEEPS_STILL;

    /**
     * Builds a bar by this rule.
     *
     * @param prints trades of the interval in their order
     * @return null if none of them has a price to give
     */
    @Nullable
    PriceBar bar(long openTimeNs, List<Print> prints) {
        long open = 0;
        long high = 0;
        long low = 0;
        long close = 0;
        long volume = 0;
        for (Print each : prints) {
            Print print = apply(each);
            if (open == 0 && (print.movesOpenClose() || print.movesHighLow())) {
                open = high = low = close = print.price();
            }
            high = print.movesHighLow() ? Math.max(high, print.price()) : high;
            low = print.movesHighLow() ? Math.min(low, print.price()) : low;
            close = print.movesOpenClose() ? print.price() : close;
            volume += print.volume();
        }
        return open == 0 ? null : new PriceBar(openTimeNs, open, high, low, close, volume);
    }

    private Print apply(Print print) {
        return switch (this) {
            case AS_FLAGGED -> print;
            case SWEEPS_STILL -> print.sweep() ? print.still() : print;
        };
    }
}
