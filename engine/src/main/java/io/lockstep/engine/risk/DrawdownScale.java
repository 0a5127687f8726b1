package io.lockstep.engine.risk;

/**
 * How much of their size limits keep while equity is below its peak. Stages and factors are those of the staged drawdown: from 30, 35, 40 and 50
 * percent to 0.7, 0.5, 0.3 and 0.1. A stage is entered at once and left only two points above it. Owned by the risk handler.
 */
public final class DrawdownScale {
    private static final int[] STAGES = {0, 30, 35, 40, 50};
    private static final int[] FACTORS = {100, 70, 50, 30, 10};
    private static final int HYSTERESIS = 2;
    private static final long BASIS_POINTS_PER_PERCENT = 100;

    private int stage;

    /** Takes the present drawdown, basis points of the peak; true if the stage changed. */
    public boolean drawdown(long basisPoints) {
        int before = stage;
        while (stage + 1 < STAGES.length && basisPoints >= STAGES[stage + 1] * BASIS_POINTS_PER_PERCENT) {
            stage++;
        }
        while (stage > 0 && basisPoints < (STAGES[stage] - HYSTERESIS) * BASIS_POINTS_PER_PERCENT) {
            stage--;
        }
        return stage != before;
    }

    /** The present stage, 0 for none. */
    public int stage() {
        return stage;
    }

    /** Goes on from the stage of an epoch before. */
    public void carried(int stageBefore) {
        stage = Math.min(stageBefore, STAGES.length - 1);
    }

    /** Share of its size a limit keeps, percent. */
    public int percent() {
        return FACTORS[stage];
    }

    /** Drawdown from which the present stage holds, percent; 0 for none. */
    public int threshold() {
        return STAGES[stage];
    }

    long apply(long limit) {
        return stage == 0 ? limit : limit / 100 * FACTORS[stage];
    }
}
