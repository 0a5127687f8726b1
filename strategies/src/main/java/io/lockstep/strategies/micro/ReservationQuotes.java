package io.lockstep.strategies.micro;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Quotes of Avellaneda and Stoikov: around a price shifted away from the middle by inventory, as far apart as risk aversion, volatility
 * and the arrival of trades ask for. A pure calculation; holds the latest result.
 *
 * <pre>
 * reservation = mid - q * gamma * sigma^2 * tau
 * half spread = gamma * sigma^2 * tau / 2 + ln(1 + gamma / k) / gamma      (1 / k as gamma goes to 0)
 * </pre>
 */
public final class ReservationQuotes {
    /** Below this risk aversion the limit is used. */
    private static final double TINY = 1e-12;

    /** Keeps a price that is a whole number of ticks but for the last bits on its tick. */
    private static final double TICK_SLACK = 1e-9;

    private final double gamma;
    private final double tauSeconds;
    private final double tick;
    private final long tickSize;
    private double reservation = Double.NaN;
    private double halfSpread = Double.NaN;

    /**
     * Makes one.
     *
     * @param gamma risk aversion, not negative
     * @param tauSeconds horizon, seconds, positive
     * @param tickSize smallest price step, quote currency, E8, positive
     */
    public ReservationQuotes(double gamma, double tauSeconds, long tickSize) {
        this.gamma = gamma;
        this.tauSeconds = tauSeconds;
        this.tickSize = tickSize;
        tick = FixedPoint.toDouble(tickSize);
    }

    /**
     * Computes.
     *
     * @param mid middle price, quote currency
     * @param inventory position in lots, negative is short
     * @param sigma volatility, price units per root second
     * @param k decay of the arrival of trades with distance, per price unit, positive
     */
    public void update(double mid, double inventory, double sigma, double k) {
        double risk = gamma * sigma * sigma * tauSeconds;
        reservation = mid - inventory * risk;
        halfSpread = risk / 2 + (gamma < TINY ? 1 / k : StrictMath.log1p(gamma / k) / gamma);
    }

    /** Price at which buying and selling are equally welcome, quote currency. */
    public double reservation() {
        return reservation;
    }

    /** Distance of either quote from it, quote currency. */
    public double halfSpread() {
        return halfSpread;
    }

    /** Bid on a tick, quote currency, E8. */
    public long bid() {
        return Math.round(Math.floor((reservation - halfSpread) / tick + TICK_SLACK)) * tickSize;
    }

    /** Ask on a tick, quote currency, E8. */
    public long ask() {
        return Math.round(Math.ceil((reservation + halfSpread) / tick - TICK_SLACK)) * tickSize;
    }
}
