package io.lockstep.strategies.indicator.kernel;

/** Checks of constructor arguments, so that a faulty indicator cannot exist. */
public final class Arguments {
    private Arguments() {}

    /**
     * Checks a whole number against its least value.
     *
     * @return the value
     * @throws IllegalArgumentException if it is below
     */
    public static int requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("below its range: " + name + "=" + value + ", least=" + least);
        }
        return value;
    }

    /**
     * Checks that a number is finite and above zero.
     *
     * @return the value
     * @throws IllegalArgumentException if it is not
     */
    public static double requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("must be positive: " + name + "=" + value);
        }
        return value;
    }

    /**
     * Checks that a whole number is above zero.
     *
     * @return the value
     * @throws IllegalArgumentException if it is not
     */
    public static long requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("must be positive: " + name + "=" + value);
        }
        return value;
    }
}
