package io.lockstep.strategies.sizing;

import static java.math.RoundingMode.HALF_EVEN;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.LongRing;

/**
 * Size of the next trade as a fraction of equity after Kelly, from the net returns of the last closed trades:
 * {@code f = p - (1 - p) / b}, p being the share of wins and b the mean win by the mean loss. Break-even trades count among all trades
 * only.
 *
 * <p>No edge, no trade. Too few trades, or only wins, or only losses: the fallback. Losing streaks of 3, 5 and 7 shrink the result to
 * 0.7, 0.5 and 0.3 of it, after the clamp. Rounded once, half even, at the end.
 */
public final class KellySizer {
    /** What the size rests on. */
    public enum Basis {
        /** Too few closed trades. */
        WARMUP,
        /** Only wins or only losses. */
        ONE_SIDED,
        /** The estimate says not to trade. */
        NO_EDGE,
        /** The estimate. */
        OK
    }

    private static final long[] STREAK_FACTORS = {
        FixedPoint.ONE, 70_000_000L, 50_000_000L, 30_000_000L,
    };

    private final KellySettings settings;
    private final LongRing returns;
    private int wins;
    private int losses;
    private long winSum;
    private long lossSum;

    /** Without history. */
    public KellySizer(KellySettings settings) {
        this.settings = settings;
        returns = new LongRing(settings.lookback());
    }

    /** Takes the net return of a closed trade, as a fraction, E8: 0.03 is a gain of 3 percent after fees. */
    public void add(long netReturn) {
        long evicted = returns.push(netReturn);
        count(netReturn, 1);
        count(evicted, -1);
    }

    /** What {@link #fraction()} rests on. */
    public Basis basis() {
        if (returns.size() < settings.minTrades()) {
            return Basis.WARMUP;
        }
        if (wins == 0 || losses == 0) {
            return Basis.ONE_SIDED;
        }
        return edge() > 0 ? Basis.OK : Basis.NO_EDGE;
    }

    /** Size of the next trade as a fraction of equity, E8. */
    public long fraction() {
        long streak = streakFactor();
        return switch (basis()) {
            case WARMUP, ONE_SIDED -> FixedPoint.multiply(settings.fallback(), streak, HALF_EVEN);
            case NO_EDGE -> 0;
            case OK -> clamped(streak);
        };
    }

    /** The full Kelly fraction, E8; meaningful if there is an estimate. */
    public long fullKelly() {
        return FixedPoint.multiplyDivide(edge(), FixedPoint.ONE, scale(), HALF_EVEN);
    }

    /** Factor the losing streak puts on the size, E8. */
    public long streakFactor() {
        int streak = losingStreak();
        return STREAK_FACTORS[streak >= 7 ? 3 : streak >= 5 ? 2 : streak >= 3 ? 1 : 0];
    }

    private long clamped(long streak) {
        long size = FixedPoint.multiplyDivide(edge(), settings.fraction(), scale(), HALF_EVEN);
        long bounded = Math.max(settings.least(), Math.min(settings.most(), size));
        return FixedPoint.multiply(bounded, streak, HALF_EVEN);
    }

    /** Numerator of f = edge / scale: w / n - (n - w) / n * (lossSum / l) / (winSum / w), brought over one denominator. */
    private long edge() {
        long gain = Math.multiplyExact(winSum, losses);
        long pain = Math.multiplyExact(lossSum, returns.size() - wins);
        return Math.multiplyExact(wins, Math.subtractExact(gain, pain));
    }

    private long scale() {
        return Math.multiplyExact(Math.multiplyExact(winSum, losses), returns.size());
    }

    private int losingStreak() {
        int streak = 0;
        while (streak < returns.size() && returns.get(streak) < 0) {
            streak++;
        }
        return streak;
    }

    private void count(long netReturn, int step) {
        if (netReturn > 0) {
            wins += step;
            winSum += step * netReturn;
        } else if (netReturn < 0) {
            losses += step;
            lossSum -= step * netReturn;
        }
    }
}
