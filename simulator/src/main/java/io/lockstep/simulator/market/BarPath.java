package io.lockstep.simulator.market;

/**
 * The order in which a bar's prices are assumed to have traded: open, then the extreme nearer to the open, then the other one, then
 * close. At equal distance the low comes first.
 *
 * <pre>
 *      high        ╱╲               high  ╱╲
 *      open  ╲    ╱  ╲              open ╱  ╲
 *      close  ╲  ╱    ╲ close                ╲    ╱ close
 *      low     ╲╱                   low       ╲╱
 *      low nearer: O-L-H-C         high nearer: O-H-L-C
 * </pre>
 *
 * <p>On the way from one point to the next every price in between trades once, so stops and limits are met at their own prices.
 */
public final class BarPath {
    /** Points of a path. */
    public static final int POINTS = 4;

    private final long[] points = new long[POINTS];

    /** Sets the path to a bar's prices, quote currency, E8. */
    public void set(long open, long high, long low, long close) {
        boolean highFirst = high - open < open - low;
        points[0] = open;
        points[1] = highFirst ? high : low;
        points[2] = highFirst ? low : high;
        points[3] = close;
    }

    /** Price of a point, from 0 to 3, quote currency, E8. */
    public long point(int index) {
        return points[index];
    }
}
