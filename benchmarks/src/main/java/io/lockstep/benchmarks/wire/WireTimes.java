package io.lockstep.benchmarks.wire;

import java.util.ArrayDeque;
import java.util.Queue;
import org.HdrHistogram.Histogram;

/** Pairs each question with the answer it led to, first with first. One thread writes; read when it has ended. */
final class WireTimes {
    private static final long LONGEST_NS = 60_000_000_000L;

    private final Histogram histogram = new Histogram(LONGEST_NS, 3);
    private final Queue<Long> asked = new ArrayDeque<>();
    private volatile boolean measuring;
    private long unasked;

    /** From now on questions count. */
    void begin() {
        measuring = true;
    }

    /** From now on no further question counts; answers to earlier ones still do. */
    void end() {
        measuring = false;
    }

    /** A question is being written. */
    void ask(long nowNs) {
        if (measuring) {
            asked.add(nowNs);
        }
    }

    /** An answer was read. */
    void answer(long nowNs) {
        Long since = asked.poll();
        if (since != null) {
            histogram.recordValue(Math.min(LONGEST_NS, nowNs - since));
        } else if (measuring) {
            unasked++;
        }
    }

    /** Times from question to answer, nanoseconds. */
    Histogram histogram() {
        return histogram;
    }

    /** Questions without an answer, and answers without a question: with any of them the pairs may be wrong. */
    long unpaired() {
        return asked.size() + unasked;
    }
}
