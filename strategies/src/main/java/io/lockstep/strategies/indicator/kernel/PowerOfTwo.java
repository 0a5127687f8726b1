package io.lockstep.strategies.indicator.kernel;

/**
 * {@code 2^-x} from a fixed table and a polynomial: plain additions and multiplications, hence the same bits on every machine, and
 * much cheaper than {@link StrictMath#pow}.
 */
public final class PowerOfTwo {
    private static final int STEPS = 64;
    private static final double LN2 = 0.6931471805599453;
    private static final double[] TABLE = table();

    private PowerOfTwo() {}

    /**
     * Two to the power of {@code -x}, to about 1e-15 relative.
     *
     * @param x not negative; above 1,000 the result is 0
     */
    public static double negative(double x) {
        if (x > 1_000) {
            return 0;
        }
        int whole = (int) x;
        double fraction = (x - whole) * STEPS;
        int step = (int) fraction;
        double y = -LN2 * (fraction - step) / STEPS;
        return Math.scalb(TABLE[step] * exponential(y), -whole);
    }

    /** The series of e^y for |y| up to ln 2 / 64: the term left out is below 1e-17. */
    private static double exponential(double y) {
        return 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5 * (1 + y / 6)))));
    }

    private static double[] table() {
        double[] table = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            table[step] = StrictMath.pow(2, -step / (double) STEPS);
        }
        return table;
    }
}
