package io.lockstep.launcher.doctor;

import static io.lockstep.engine.instrument.FixedPoint.format;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What becomes of a wished size under a venue's filters.
 *
 * @param instrument with the filters
 * @param price at which it is valued, quote currency, E8, positive
 * @param wished quantity before the filters, base currency, E8
 * @param origin how the wish came about, as a sum
 */
record SizedOrder(Instrument instrument, long price, long wished, String origin) {
    /** What a notional buys. */
    static SizedOrder ofNotional(Instrument instrument, long price, long notional) {
        long unitValue = FixedPoint.multiply(price, instrument.contractSize(), RoundingMode.HALF_EVEN);
        long wished = FixedPoint.divide(notional, unitValue, RoundingMode.DOWN);
        return new SizedOrder(
                instrument, price, wished, format(notional) + " / " + format(unitValue) + " = " + format(wished));
    }

    /** A fixed quantity. */
    static SizedOrder ofQuantity(Instrument instrument, long price, long quantity) {
        return new SizedOrder(instrument, price, quantity, format(quantity));
    }

    /** Whole lots of it, at most the venue's largest order, E8. */
    long quantity() {
        return instrument.floorToLot(Math.min(wished, instrument.maxQuantity()));
    }

    /** Their value, quote currency, E8. */
    long notional() {
        return instrument.notional(price, quantity());
    }

    /** Why the venue would not take it; empty if it would. */
    Optional<String> refusal() {
        if (quantity() == 0) {
            return Optional.of("rounds to zero lots");
        }
        if (quantity() < instrument.minQuantity()) {
            return Optional.of("is below the venue's smallest quantity " + format(instrument.minQuantity()));
        }
        if (notional() < instrument.minNotional()) {
            return Optional.of("is below the venue's smallest notional " + format(instrument.minNotional()));
        }
        return Optional.empty();
    }

    /** The whole sum, from the wish to what would be sent. */
    String arithmetic() {
        return origin + ", " + quantity() / instrument.lotSize() + " lots of " + format(instrument.lotSize()) + " = "
                + format(quantity()) + ", x " + format(price) + " = " + format(notional()) + " "
                + instrument.quoteAsset();
    }
}
