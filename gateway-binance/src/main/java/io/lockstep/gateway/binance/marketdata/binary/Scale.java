package io.lockstep.gateway.binance.marketdata.binary;

/** Turns mantissas of one exponent into E8, exactly or not at all. Owned by one thread. */
final class Scale {
    private static final int DECIMALS = 8;
    private static final int MOST_DIGITS = 18;
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private long factor;
    private long divisor;
    private boolean exact;

    /** Takes the exponent of the values that follow, all of them sound so far. */
    void begin(int exponent) {
        int power = DECIMALS + exponent;
        exact = Math.abs(power) <= MOST_DIGITS;
        factor = exact && power > 0 ? POWERS_OF_TEN[power] : 1;
        divisor = exact && power < 0 ? POWERS_OF_TEN[-power] : 1;
    }

    /** Whether every value so far was exact in 8 decimals and fits. */
    boolean isExact() {
        return exact;
    }

    /** A value, E8; worthless once {@link #isExact} says no. */
    long toE8(long mantissa) {
        long scaled = mantissa * factor;
        exact &= Math.multiplyHigh(mantissa, factor) == scaled >> 63 && scaled % divisor == 0;
        return scaled / divisor;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[MOST_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
