package io.lockstep.strategies.signal;

import static java.math.RoundingMode.HALF_EVEN;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Turns the falling of a whole basket into one purchase of its inverse fund. Each member has one vote, its latest; the falling of a
 * single stock is no reason to sell the market. The conditions must hold at several evaluations in a row.
 */
public final class BasketRouter {
    private final BasketSettings settings;
    private final int fund;
    private final int[] members;
    private final int[] conflicts;
    private final long[] scores;
    private final long[] times;
    private int votes;
    private int negatives;
    private long sum;
    private int inRow;
    private long lockedUntilNs = FixedPoint.NULL;

    /**
     * Makes one.
     *
     * @param fund instrument bought
     * @param members instruments that vote
     * @param conflicts instruments that must not be held with the fund
     */
    public BasketRouter(BasketSettings settings, int fund, List<Integer> members, List<Integer> conflicts) {
        this.settings = settings;
        this.fund = fund;
        this.members = members.stream().mapToInt(Integer::intValue).toArray();
        this.conflicts = conflicts.stream().mapToInt(Integer::intValue).toArray();
        scores = new long[this.members.length];
        times = new long[this.members.length];
        Arrays.fill(times, FixedPoint.NULL);
    }

    /**
     * Takes a score; that of an instrument outside the basket is passed over.
     *
     * @return whether it was a member's
     */
    public boolean vote(long timeNs, int instrumentId, long score) {
        for (int i = 0; i < members.length; i++) {
            if (members[i] == instrumentId) {
                scores[i] = score;
                times[i] = timeNs;
                return true;
            }
        }
        return false;
    }

    /**
     * Evaluates.
     *
     * @param isHeld whether there is a position in an instrument
     */
    public BasketDecision evaluate(long nowNs, IntPredicate isHeld) {
        count(nowNs);
        if (votes < settings.minVotes()) {
            inRow = 0;
            return BasketDecision.SUPPRESS_MIN_SIGNALS;
        }
        if (!isFalling()) {
            inRow = 0;
            return BasketDecision.SUPPRESS_CONDITIONS;
        }
        inRow++;
        return inRow < settings.evaluations() ? BasketDecision.ARMED : enter(nowNs, isHeld);
    }

    /** Votes of the latest evaluation. */
    public int votes() {
        return votes;
    }

    /** Share of negative votes of the latest evaluation, E8; 0 without votes. */
    public long negativeShare() {
        return votes == 0 ? 0 : FixedPoint.divide(negatives, votes, HALF_EVEN);
    }

    /** Mean vote of the latest evaluation, E8; 0 without votes. */
    public long mean() {
        return votes == 0 ? 0 : FixedPoint.multiplyDivide(sum, 1, votes, HALF_EVEN);
    }

    private void count(long nowNs) {
        votes = 0;
        negatives = 0;
        sum = 0;
        for (int i = 0; i < members.length; i++) {
            if (times[i] != FixedPoint.NULL && times[i] > nowNs - settings.windowNs()) {
                votes++;
                negatives += scores[i] < settings.negative() ? 1 : 0;
                sum += scores[i];
            }
        }
    }

    /** Compared without dividing, so a share or a mean exactly on its threshold counts. */
    private boolean isFalling() {
        boolean manyNegative = negatives * FixedPoint.ONE >= settings.negativeShare() * votes;
        return manyNegative && sum <= settings.mean() * votes;
    }

    private BasketDecision enter(long nowNs, IntPredicate isHeld) {
        if (nowNs < lockedUntilNs) {
            return BasketDecision.BLOCK_LOCK;
        }
        if (Arrays.stream(conflicts).anyMatch(isHeld)) {
            return BasketDecision.BLOCK_CONFLICT;
        }
        if (isHeld.test(fund)) {
            return BasketDecision.SUPPRESS_POSITION;
        }
        lockedUntilNs = nowNs + settings.lockNs();
        return BasketDecision.ENTER;
    }
}
