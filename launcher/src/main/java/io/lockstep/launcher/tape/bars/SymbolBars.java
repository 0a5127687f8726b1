package io.lockstep.launcher.tape.bars;

import java.util.List;

/**
 * How the bars of a symbol compare.
 *
 * @param symbol the symbol
 * @param compared bars of the intervals from the first tick to the last
 * @param outside bars of the data set before or after the ticks
 * @param equalFields in how many of them open, high, low, close and volume are equal, in this order
 * @param classes the bars by class; only those that occur
 */
public record SymbolBars(String symbol, long compared, long outside, List<Long> equalFields, List<BarCount> classes) {
    /** Bars of a class. */
    public long count(BarClass kind) {
        return classes.stream()
                .filter(each -> each.kind() == kind)
                .mapToLong(BarCount::bars)
                .sum();
    }

    /** Whether data is missing or a difference is not explained. */
    public boolean hasFault() {
        return classes.stream().anyMatch(each -> each.kind().isFault());
    }
}
