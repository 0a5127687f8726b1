package io.lockstep.launcher.swarm.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A position as the venue keeps it: quantity, cost, and what closing it brought. Decimals, so that the arithmetic has nothing in common with the
 * engine's; the split of a cost between what is closed and what stays open rounds half to even at the eighth decimal.
 */
final class Holding {
    private static final int SCALE = 8;

    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;

    /** Books a trade; returns the profit it locked in. */
    BigDecimal trade(boolean buy, BigDecimal price, BigDecimal size) {
        BigDecimal value = round(price.multiply(size));
        boolean opens = quantity.signum() == 0 || buy == quantity.signum() > 0;
        if (opens) {
            quantity = buy ? quantity.add(size) : quantity.subtract(size);
            cost = cost.add(value);
            return BigDecimal.ZERO;
        }
        BigDecimal held = quantity.abs();
        BigDecimal closed = held.min(size);
        BigDecimal closedValue = part(value, closed, size);
        BigDecimal released = part(cost, closed, held);
        boolean wasLong = quantity.signum() > 0;
        cost = cost.subtract(released);
        quantity = buy ? quantity.add(size) : quantity.subtract(size);
        if (size.compareTo(held) > 0) {
            cost = value.subtract(closedValue);
        }
        return wasLong ? closedValue.subtract(released) : released.subtract(closedValue);
    }

    BigDecimal quantity() {
        return quantity;
    }

    /** Mean price of what is open, zero when nothing is. */
    BigDecimal entryPrice() {
        return quantity.signum() == 0 ? BigDecimal.ZERO : cost.divide(quantity.abs(), SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal part(BigDecimal whole, BigDecimal some, BigDecimal all) {
        return some.compareTo(all) == 0 ? whole : whole.multiply(some).divide(all, SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal round(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
