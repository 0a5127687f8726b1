package io.lockstep.strategies.signal;

import static java.math.RoundingMode.HALF_EVEN;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;

/**
 * Mixes a technical score and a sentiment by the weights of the regime. An important filing moves the result a fixed step the way of the
 * sentiment; a regulatory block lets neither the sentiment nor the result be positive. Stateless apart from its settings.
 */
public final class SignalMixer {
    private final long threshold;
    private final long bonus;
    private final boolean renormalize;

    /**
     * Makes one.
     *
     * @param threshold size a score needs to be a signal, E8, inclusive
     * @param bonus step of an important filing, E8
     * @param renormalize whether the technical score takes all the weight when there is no sentiment
     */
    public SignalMixer(long threshold, long bonus, boolean renormalize) {
        this.threshold = threshold;
        this.bonus = bonus;
        this.renormalize = renormalize;
    }

    /** The mixed score, -1 to 1, E8. */
    public long mix(Regime regime, Scores scores) {
        long technical = clamp(scores.technical());
        long sentiment = sentiment(scores);
        long score = FixedPoint.multiply(technicalWeight(regime, scores), technical, HALF_EVEN)
                + FixedPoint.multiply(regime.sentimentWeight(), sentiment, HALF_EVEN);
        if (scores.importantFiling()) {
            score += Long.signum(sentiment) * bonus;
        }
        long clamped = clamp(score);
        return scores.regulatoryBlock() ? Math.min(0, clamped) : clamped;
    }

    /** Side a mixed score asks for; NONE is to hold. */
    public Side side(long score) {
        if (score >= threshold) {
            return Side.BUY;
        }
        return score <= -threshold ? Side.SELL : Side.NONE;
    }

    private long technicalWeight(Regime regime, Scores scores) {
        return renormalize && !scores.hasSentiment() ? FixedPoint.ONE : regime.technicalWeight();
    }

    private static long sentiment(Scores scores) {
        long sentiment = scores.hasSentiment() ? clamp(scores.sentiment()) : 0;
        return scores.regulatoryBlock() ? Math.min(0, sentiment) : sentiment;
    }

    private static long clamp(long score) {
        return Math.max(-FixedPoint.ONE, Math.min(FixedPoint.ONE, score));
    }
}
