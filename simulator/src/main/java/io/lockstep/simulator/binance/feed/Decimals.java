package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.instrument.FixedPoint;

/** Writes E8 numbers as Binance does. */
public final class Decimals {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Decimals() {}

    /** With exactly so many decimals, 0 to 8; further ones are cut off. */
    public static String padded(long value, int decimals) {
        long magnitude = Math.abs(value);
        StringBuilder text = new StringBuilder(24);
        if (value < 0) {
            text.append('-');
        }
        text.append(magnitude / FixedPoint.ONE);
        if (decimals > 0) {
            long fraction = magnitude % FixedPoint.ONE / POWERS[FixedPoint.DECIMALS - decimals];
            text.append('.');
            for (int i = decimals - 1; i >= 0; i--) {
                text.append((char) ('0' + fraction / POWERS[i] % 10));
            }
        }
        return text.toString();
    }

    /** With as many decimals as needed. */
    public static String plain(long value) {
        return FixedPoint.format(value);
    }

    /** Decimals a step needs: 2 for 0.01. */
    public static int decimalsOf(long step) {
        int decimals = FixedPoint.DECIMALS;
        while (decimals > 0 && step % 10 == 0) {
            step /= 10;
            decimals--;
        }
        return decimals;
    }
}
