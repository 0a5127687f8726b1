package io.lockstep.launcher.tape;

import io.lockstep.engine.instrument.FixedPoint;

/** The largest powers of ten, at most 1, that all prices and all quantities of an instrument are multiples of. */
final class PriceSteps {
    private long priceStep = FixedPoint.ONE;
    private long quantityStep = FixedPoint.ONE;

    /** Takes a price and a quantity seen, E8. */
    void see(long price, long quantity) {
        priceStep = refine(priceStep, price);
        quantityStep = refine(quantityStep, quantity);
    }

    /** Price step, quote currency, E8. */
    long priceStep() {
        return priceStep;
    }

    /** Quantity step, base currency, E8. */
    long quantityStep() {
        return quantityStep;
    }

    private static long refine(long step, long value) {
        long refined = step;
        while (value % refined != 0) {
            refined /= 10;
        }
        return refined;
    }
}
