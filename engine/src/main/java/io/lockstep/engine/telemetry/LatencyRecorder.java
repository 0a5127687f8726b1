package io.lockstep.engine.telemetry;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Latency histograms, one per stage, each written by that stage's thread and read by any. Every n-th event is timed, for a reading of the
 * clock costs about as much as handling a quote; orders are always timed. Where nothing is timed, histograms take no memory.
 */
public final class LatencyRecorder {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long LONGEST_NS = 3_600_000_000_000L;
    private static final long LEAST_RANGE = 2;

    private final SingleWriterRecorder[] recorders = new SingleWriterRecorder[LatencyStage.values().length];
    private final Histogram[] totals = new Histogram[recorders.length];
    private final int sampleEvery;
    private final long longestNs;

    /** @param sampleEvery times every n-th event; 0 times none */
    public LatencyRecorder(int sampleEvery) {
        this.sampleEvery = sampleEvery;
        longestNs = isOn() ? LONGEST_NS : LEAST_RANGE;
        for (int i = 0; i < recorders.length; i++) {
            recorders[i] = new SingleWriterRecorder(1, longestNs, SIGNIFICANT_DIGITS);
            totals[i] = new Histogram(1, longestNs, SIGNIFICANT_DIGITS);
        }
    }

    /** Whether the event of a sequence is timed. */
    public boolean isSampled(long sequence) {
        return sampleEvery > 0 && sequence % sampleEvery == 0;
    }

    /** Whether anything is timed at all. */
    public boolean isOn() {
        return sampleEvery > 0;
    }

    /** The monotonic clock, nanoseconds. */
    public static long now() {
        return System.nanoTime();
    }

    /** Notes a duration, at most an hour; only the stage's own thread may. Allocates nothing. */
    public void record(LatencyStage stage, long nanos) {
        recorders[stage.ordinal()].recordValue(Math.min(Math.max(0, nanos), longestNs));
    }

    /** Everything recorded so far for a stage; call from one reading thread. */
    public Histogram total(LatencyStage stage) {
        Histogram total = totals[stage.ordinal()];
        total.add(recorders[stage.ordinal()].getIntervalHistogram());
        return total;
    }
}
