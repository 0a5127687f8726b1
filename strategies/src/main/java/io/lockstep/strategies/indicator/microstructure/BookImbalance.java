package io.lockstep.strategies.indicator.microstructure;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.indicator.kernel.Arguments;
import io.lockstep.strategies.indicator.kernel.Outputs;

/**
 * Bid less ask quantity as a share of both, over the best levels, from -1 (only asks) to 1 (only bids); 0 for an empty book. Levels
 * may weigh less the farther they are from the best.
 */
public final class BookImbalance extends Outputs implements BookIndicator {
    private final double[] weights;

    private BookImbalance(double[] weights) {
        super(1);
        this.weights = weights;
    }

    /** All levels alike; {@code levels} is at least 1. */
    public static BookImbalance flat(int levels) {
        return fading(levels, 0);
    }

    /**
     * Level j, counted from 0, weighs {@code exp(-decay * j)}.
     *
     * @param levels number of levels, at least 1
     * @param decay not negative
     */
    public static BookImbalance fading(int levels, double decay) {
        double[] weights = new double[Arguments.requireAtLeast("levels", levels, 1)];
        for (int level = 0; level < levels; level++) {
            weights[level] = StrictMath.exp(-decay * level);
        }
        return new BookImbalance(weights);
    }

    @Override
    public void onBook(long timeNs, OrderBook book) {
        double bids = 0;
        double asks = 0;
        for (int level = 0; level < weights.length; level++) {
            bids += weights[level] * FixedPoint.toDouble(book.bidQuantity(level));
            asks += weights[level] * FixedPoint.toDouble(book.askQuantity(level));
        }
        double both = bids + asks;
        set(0, both == 0 ? 0 : (bids - asks) / both);
    }
}
