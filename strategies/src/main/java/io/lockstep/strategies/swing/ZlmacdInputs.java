package io.lockstep.strategies.swing;

/** The indicator values {@link ZlmacdScore} looks at; a reused carrier that remembers the last histogram to see crosses. */
final class ZlmacdInputs {
    /** 1 if the line crossed above its signal on this bar, -1 if below, else 0. */
    int cross;

    double close;
    double tenkan;
    double kijun;
    double spanA;
    double spanB;

    private double histogram = Double.NaN;

    /** Takes line less signal of the next bar. */
    void histogram(double next) {
        cross = next > 0 && histogram <= 0 ? 1 : next < 0 && histogram >= 0 ? -1 : 0;
        histogram = next;
    }

    /** The edge of the cloud a position of this sign must be beyond: top for a long, bottom for a short. */
    double cloudEdge(int sign) {
        return sign > 0 ? Math.max(spanA, spanB) : Math.min(spanA, spanB);
    }

    /** Whether every value is known. */
    boolean isReady() {
        return !Double.isNaN(tenkan + kijun + spanA + spanB);
    }
}
