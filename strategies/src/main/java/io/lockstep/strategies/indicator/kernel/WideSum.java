package io.lockstep.strategies.indicator.kernel;

/**
 * A sum of products in 128 bits, two's complement: exact, so what is added and later taken away leaves nothing behind.
 *
 * <p>Products of two E8 values carry 16 decimals. A sum that leaves 128 bits throws {@link ArithmeticException}.
 */
public final class WideSum {
    private static final double TWO_TO_64 = 0x1p64;

    private long high;
    private long low;

    /** Back to zero. */
    public void clear() {
        high = 0;
        low = 0;
    }

    /** Takes over another sum. */
    public void set(WideSum other) {
        high = other.high;
        low = other.low;
    }

    /** Adds {@code a * b}. */
    public void addProduct(long a, long b) {
        long product = a * b;
        long sum = low + product;
        int carry = Long.compareUnsigned(sum, product) < 0 ? 1 : 0;
        high = Math.addExact(high, Math.addExact(Math.multiplyHigh(a, b), carry));
        low = sum;
    }

    /** Takes away {@code a * b}. */
    public void subtractProduct(long a, long b) {
        long product = a * b;
        int borrow = Long.compareUnsigned(low, product) < 0 ? 1 : 0;
        high = Math.subtractExact(high, Math.addExact(Math.multiplyHigh(a, b), borrow));
        low -= product;
    }

    /** Whether the sum is exactly zero. */
    public boolean isZero() {
        return (high | low) == 0;
    }

    /** The sum as a double, correct to about one unit in its last place. */
    public double toDouble() {
        if (high == low >> 63) {
            return low;
        }
        double unsignedLow = low >= 0 ? low : low + TWO_TO_64;
        return high * TWO_TO_64 + unsignedLow;
    }
}
