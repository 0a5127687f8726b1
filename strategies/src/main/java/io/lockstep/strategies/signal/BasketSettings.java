package io.lockstep.strategies.signal;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Conditions of {@link BasketRouter}.
 *
 * @param windowNs age up to which a vote counts, nanoseconds
 * @param minVotes votes needed
 * @param negative a vote below this is negative, E8
 * @param negativeShare share of negative votes needed, E8
 * @param mean mean vote at most, E8
 * @param evaluations evaluations in a row that must hold
 * @param lockNs pause after the fund was bought, nanoseconds
 */
public record BasketSettings(
        long windowNs, int minVotes, long negative, long negativeShare, long mean, int evaluations, long lockNs) {

    /** Five minutes, three votes, 60 percent negative, mean -0.12, two evaluations, 90 seconds. */
    public static final BasketSettings DEFAULTS = new BasketSettings(
            300_000_000_000L,
            3,
            FixedPoint.parse("-0.01"),
            FixedPoint.parse("0.60"),
            FixedPoint.parse("-0.12"),
            2,
            90_000_000_000L);
}
