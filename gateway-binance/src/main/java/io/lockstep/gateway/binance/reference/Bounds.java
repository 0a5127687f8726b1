package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The venue's limits as E8: one that does not fit exactly is read so that an order that keeps ours also keeps the venue's. */
final class Bounds {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Bounds() {}

    /** An upper limit, rounded down, at most the largest value; 0 where it is absent. */
    static long upper(JsonValue filter, String key) {
        return filter.has(key) ? scaled(filter, key, RoundingMode.FLOOR).longValue() : 0;
    }

    /** A lower limit, rounded up; 0 where it is absent. */
    static long lower(JsonValue filter, String key) {
        return filter.has(key) ? scaled(filter, key, RoundingMode.CEILING).longValue() : 0;
    }

    /**
     * A step or a rate, which cannot be rounded.
     *
     * @throws JsonFormatException if it has more than 8 decimals or does not fit
     */
    static long exact(JsonValue filter, String key) {
        try {
            return FixedPoint.of(filter.decimal(key));
        } catch (ArithmeticException e) {
            throw new JsonFormatException("not exact in 8 decimals: key=" + key + ", value=" + filter.text(key));
        }
    }

    private static BigDecimal scaled(JsonValue filter, String key, RoundingMode rounding) {
        return filter.decimal(key)
                .movePointRight(FixedPoint.DECIMALS)
                .setScale(0, rounding)
                .min(LARGEST);
    }
}
