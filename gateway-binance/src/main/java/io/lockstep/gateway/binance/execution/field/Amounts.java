package io.lockstep.gateway.binance.execution.field;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.transport.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts out of the rows of a list. Cold path. */
public final class Amounts {
    private Amounts() {}

    /**
     * A number of the venue's, E8; it never has more than eight decimals where it is an amount, and further ones are cut.
     *
     * @throws ArithmeticException where it is too large
     */
    public static long e8(JsonValue row, String key) {
        BigDecimal scaled = row.decimal(key).movePointRight(FixedPoint.DECIMALS);
        return scaled.setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
