package io.lockstep.strategies.micro;

import io.lockstep.strategies.indicator.kernel.PowerOfTwo;

/**
 * Volatility of the middle price in price units per root second: root of fading squared changes by fading time. Pure; time is event
 * time.
 */
public final class MidVolatility {
    private static final double SECOND_NS = 1e9;

    private final double halfLifeNs;
    private double squares;
    private double seconds;
    private double lastMid = Double.NaN;
    private long lastNs;

    /** @param halfLifeNs time in which the past loses half its weight, nanoseconds */
    public MidVolatility(long halfLifeNs) {
        this.halfLifeNs = halfLifeNs;
    }

    /** Takes the middle price, quote currency. */
    public void onMid(long timeNs, double mid) {
        if (!Double.isNaN(lastMid)) {
            long elapsed = timeNs - lastNs;
            double keep = PowerOfTwo.negative(elapsed / halfLifeNs);
            squares = squares * keep + (mid - lastMid) * (mid - lastMid);
            seconds = seconds * keep + elapsed / SECOND_NS;
        }
        lastMid = mid;
        lastNs = timeNs;
    }

    /** The volatility; NaN until a second has been seen. */
    public double value() {
        return seconds < 1 ? Double.NaN : Math.sqrt(squares / seconds);
    }
}
