package io.lockstep.launcher.tape.bars;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Compares the bars of one symbol as they are built. A bar waits for the interval behind it, whose auction prints may belong to it. */
final class SymbolCheck {
    private final String symbol;
    private final long lengthNs;
    private final NavigableMap<Long, PriceBar> theirs;
    private final BarClassifier classifier;
    private final Map<Long, List<Print>> prints = new HashMap<>();
    private final Map<BarClass, BarCount> classes = new EnumMap<>(BarClass.class);
    private final long[] equalFields = new long[5];
    private @Nullable PriceBar waiting;
    private long firstNs = Long.MAX_VALUE;
    private long lastNs = Long.MIN_VALUE;
    private long compared;

    SymbolCheck(String symbol, long lengthNs, NavigableMap<Long, PriceBar> theirs, BarClassifier classifier) {
        this.symbol = symbol;
        this.lengthNs = lengthNs;
        this.theirs = theirs;
        this.classifier = classifier;
    }

    void onPrint(long timeNs, Print print) {
        long start = timeNs - Math.floorMod(timeNs, lengthNs);
        firstNs = Math.min(firstNs, start);
        lastNs = Math.max(lastNs, start);
        prints.computeIfAbsent(start, absent -> new ArrayList<>()).add(print);
    }

    void onBar(PriceBar built) {
        compareWaiting();
        waiting = built;
    }

    /** The ticks are over. */
    SymbolBars finish() {
        compareWaiting();
        long covered = firstNs > lastNs
                ? 0
                : theirs.subMap(firstNs, true, lastNs, true).size();
        long without = covered - (compared - count(BarClass.BAR_MISSING));
        count(BarClass.TICKS_MISSING, without, "no tick at all in some intervals");
        List<BarCount> counts = List.copyOf(classes.values());
        List<Long> fields = Arrays.stream(equalFields).boxed().toList();
        return new SymbolBars(symbol, compared + without, theirs.size() - covered, fields, counts);
    }

    private void compareWaiting() {
        PriceBar built = waiting;
        if (built == null) {
            return;
        }
        waiting = null;
        long start = built.openTimeNs();
        PriceBar other = theirs.get(start);
        List<Print> here = prints.getOrDefault(start, List.of());
        List<Print> next = prints.getOrDefault(start + lengthNs, List.of());
        compared++;
        if (other == null) {
            count(BarClass.BAR_MISSING, 1, BarCount.example(start, "none", built.text()));
        } else {
            countFields(other, built);
            BarClass found = classifier.classify(other, built, here, next);
            count(found, 1, BarCount.example(start, other.text(), built.text()));
        }
        prints.keySet().removeIf(each -> each <= start);
    }

    private void countFields(PriceBar other, PriceBar built) {
        equalFields[0] += other.open() == built.open() ? 1 : 0;
        equalFields[1] += other.high() == built.high() ? 1 : 0;
        equalFields[2] += other.low() == built.low() ? 1 : 0;
        equalFields[3] += other.close() == built.close() ? 1 : 0;
        equalFields[4] += other.volume() == built.volume() ? 1 : 0;
    }

    private long count(BarClass found) {
        BarCount count = classes.get(found);
        return count == null ? 0 : count.bars();
    }

    private void count(BarClass found, long bars, String example) {
        if (bars > 0) {
            classes.merge(found, new BarCount(found, bars, example), BarCount::plus);
        }
    }
}
