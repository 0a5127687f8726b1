package io.lockstep.strategies.trade;

import static java.math.RoundingMode.DOWN;

import io.lockstep.engine.instrument.FixedPoint;

/** Where a trailing stop stands for the best price seen so far. A pure function; who uses it moves the stop one way only. */
public sealed interface TrailingRule {
    /** No trailing stop. */
    TrailingRule OFF = new Off();

    /**
     * The stop.
     *
     * @param sign 1 for a long position, -1 for a short one
     * @param entry mean entry price, quote currency, E8
     * @param range average true range at entry, quote currency, E8
     * @param best highest price seen by a long position, lowest by a short one, quote currency, E8
     * @return quote currency, E8; {@link FixedPoint#NULL} while it is not on
     */
    long stop(int sign, long entry, long range, long best);

    /** Never on. */
    record Off() implements TrailingRule {
        @Override
        public long stop(int sign, long entry, long range, long best) {
            return FixedPoint.NULL;
        }
    }

    /**
     * On at a gain, then a fraction behind the best price.
     *
     * @param on gain at which it starts, fraction of entry, E8
     * @param distance fraction of the best price, E8
     */
    record Percent(long on, long distance) implements TrailingRule {
        @Override
        public long stop(int sign, long entry, long range, long best) {
            long gain = sign * (best - entry);
            if (gain < FixedPoint.multiply(entry, on, DOWN)) {
                return FixedPoint.NULL;
            }
            return best - sign * FixedPoint.multiply(best, distance, DOWN);
        }
    }

    /**
     * On at a gain in ranges, then a fixed distance behind the best price, which counts in whole steps.
     *
     * @param on gain at which it starts, ranges, E8
     * @param step ranges the best price must gain to move it, E8, positive
     * @param distance ranges behind, E8
     */
    record Steps(long on, long step, long distance) implements TrailingRule {
        @Override
        public long stop(int sign, long entry, long range, long best) {
            long gain = sign * (best - entry);
            long start = FixedPoint.multiply(range, on, DOWN);
            long stepSize = FixedPoint.multiply(range, step, DOWN);
            if (gain < start || stepSize == 0) {
                return FixedPoint.NULL;
            }
            long counted = start + (gain - start) / stepSize * stepSize;
            return entry + sign * (counted - FixedPoint.multiply(range, distance, DOWN));
        }
    }
}
