package io.lockstep.transport.ratelimit;

/** What one kind of request weighs in each window of a limiter. Immutable; made once for each kind. */
public final class RateCost {
    private final int[] weights;

    private RateCost(int[] weights) {
        this.weights = weights;
    }

    /**
     * Makes a cost.
     *
     * @param weights by window, in the order the limiter was given them; 0 where a window does not count this kind
     */
    public static RateCost of(int... weights) {
        for (int weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weight must not be negative: weight=" + weight);
            }
        }
        return new RateCost(weights.clone());
    }

    int windows() {
        return weights.length;
    }

    int weight(int window) {
        return weights[window];
    }
}
