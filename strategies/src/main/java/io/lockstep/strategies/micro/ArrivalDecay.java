package io.lockstep.strategies.micro;

/**
 * How fast the arrival of trades decays with the distance from the middle, per price unit: a trade at a distance fills every quote nearer
 * than it, and exponential decay has the inverse of the mean distance as its rate. Fitted anew each minute of event time that saw enough
 * trades, within bounds.
 */
public final class ArrivalDecay {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int ENOUGH = 20;

    private final double least;
    private final double most;
    private double value;
    private double distances;
    private int trades;
    private long minute = Long.MIN_VALUE;

    /**
     * Makes one.
     *
     * @param initial value until the first fit
     * @param least smallest value
     * @param most largest value
     */
    public ArrivalDecay(double initial, double least, double most) {
        this.least = least;
        this.most = most;
        value = initial;
    }

    /**
     * Takes a trade.
     *
     * @param distance from the middle price, quote currency, not negative
     */
    public void onTrade(long timeNs, double distance) {
        long now = Math.floorDiv(timeNs, MINUTE_NS);
        if (now != minute) {
            fit();
            minute = now;
        }
        distances += distance;
        trades++;
    }

    /** The rate in force. */
    public double value() {
        return value;
    }

    private void fit() {
        if (trades >= ENOUGH && distances > 0) {
            value = Math.max(least, Math.min(most, trades / distances));
        }
        distances = 0;
        trades = 0;
    }
}
