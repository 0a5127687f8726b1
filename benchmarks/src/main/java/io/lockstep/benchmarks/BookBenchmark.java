package io.lockstep.benchmarks;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One level changed near the top of a deep book, a fifth of the changes being removals; beside a tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BookBenchmark {
    private static final long TOP = 60_000 * FixedPoint.ONE;
    private static final long TICK = FixedPoint.ONE / 100;
    private static final int CHANGES = 1 << 14;

    /** Levels of the book. */
    @Param({"100", "1000", "5000"})
    public int levels = 1_000;

    private final OrderBook book = new OrderBook();
    private final TreeMap<Long, Long> tree = new TreeMap<>(Comparator.reverseOrder());
    private final long[] prices = new long[CHANGES];
    private final long[] quantities = new long[CHANGES];
    private int next;

    /** Fills both books and draws the changes: most near the top, from a fixed seed. */
    @Setup
    public void fill() {
        for (int i = 0; i < levels; i++) {
            book.setBid(TOP - i * TICK, FixedPoint.ONE);
            tree.put(TOP - i * TICK, FixedPoint.ONE);
        }
        long state = 42;
        for (int i = 0; i < CHANGES; i++) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            int distance = (int) Math.min(levels - 1, Math.abs(state >> 40) % 20 * (Math.abs(state >> 20) % 7));
            prices[i] = TOP - distance * TICK;
            quantities[i] = Math.floorMod(state >> 8, 5) == 0 ? 0 : FixedPoint.ONE;
        }
    }

    /** Ours. */
    @Benchmark
    public long sortedArrays() {
        int i = next++ & (CHANGES - 1);
        book.setBid(prices[i], quantities[i]);
        return book.bidPrice(0);
    }

    /** Baseline: a tree of boxed longs. */
    @Benchmark
    public long treeMap() {
        int i = next++ & (CHANGES - 1);
        if (quantities[i] == 0) {
            tree.remove(prices[i]);
        } else {
            tree.put(prices[i], quantities[i]);
        }
        return tree.firstKey();
    }
}
