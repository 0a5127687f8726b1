package io.lockstep.simulator.account;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.RoundingMode;

/**
 * Maintenance margin by size of a position: {@code margin = notional * rate - deduction}, with a higher rate for larger notionals.
 * Immutable.
 */
public final class MarginBrackets {
    private final long[] floors;
    private final long[] rates;
    private final long[] deductions;

    private MarginBrackets(long[] floors, long[] rates, long[] deductions) {
        this.floors = floors;
        this.rates = rates;
        this.deductions = deductions;
    }

    /**
     * One rate for any size.
     *
     * @param rate fraction of notional, E8, not negative
     */
    public static MarginBrackets flat(long rate) {
        return of(new long[] {0}, new long[] {rate});
    }

    /**
     * Several brackets; the deductions follow, since the margin must not jump at a floor.
     *
     * @param floors notional from which a bracket applies, quote currency, E8, ascending, the first 0
     * @param rates fraction of notional of each bracket, E8, ascending
     * @throws IllegalArgumentException if the arrays do not describe brackets
     */
    public static MarginBrackets of(long[] floors, long[] rates) {
        if (floors.length == 0 || floors.length != rates.length || floors[0] != 0) {
            throw new IllegalArgumentException(
                    "brackets start at 0 and have one rate each: floors=" + floors.length + ", rates=" + rates.length);
        }
        long[] deductions = new long[floors.length];
        for (int i = 1; i < floors.length; i++) {
            if (floors[i] <= floors[i - 1] || rates[i] < rates[i - 1]) {
                throw new IllegalArgumentException("brackets must ascend: index=" + i);
            }
            deductions[i] =
                    deductions[i - 1] + FixedPoint.multiply(floors[i], rates[i] - rates[i - 1], RoundingMode.HALF_EVEN);
        }
        return new MarginBrackets(floors.clone(), rates.clone(), deductions);
    }

    /** Number of brackets. */
    public int size() {
        return floors.length;
    }

    /** Notional from which a bracket applies, quote currency, E8. */
    public long floor(int bracket) {
        return floors[bracket];
    }

    /** Maintenance rate of a bracket, fraction of notional, E8. */
    public long rate(int bracket) {
        return rates[bracket];
    }

    /** Deduction of a bracket, quote currency, E8. */
    public long deduction(int bracket) {
        return deductions[bracket];
    }

    /**
     * Margin below which a position is liquidated.
     *
     * @param notional absolute position value, quote currency, E8
     */
    public long maintenance(long notional) {
        int bracket = bracketOf(notional);
        return FixedPoint.multiply(notional, rates[bracket], RoundingMode.HALF_EVEN) - deductions[bracket];
    }

    /**
     * Price at which a position's margin equals its maintenance margin.
     *
     * @param balance what backs the position: wallet balance less the maintenance margin of other positions plus their unrealized
     *     profit, quote currency, E8
     * @param quantity signed size in base currency (contracts times contract size), E8, not 0
     * @param entryPrice mean entry price, quote currency, E8
     * @return quote currency, E8; 0 when no price does it
     */
    public long liquidationPrice(long balance, long quantity, long entryPrice) {
        long size = Math.abs(quantity);
        long entryValue = FixedPoint.multiply(quantity, entryPrice, RoundingMode.HALF_EVEN);
        int bracket = bracketOf(Math.abs(entryValue));
        long price = 0;
        for (int i = 0; i <= floors.length; i++) {
            price = liquidationPrice(balance, quantity, entryValue, bracket);
            int next = bracketOf(price <= 0 ? 0 : FixedPoint.multiply(size, price, RoundingMode.HALF_EVEN));
            if (next == bracket) {
                break;
            }
            bracket = next;
        }
        return Math.max(0, price);
    }

    private long liquidationPrice(long balance, long quantity, long entryValue, int bracket) {
        long numerator = balance + deductions[bracket] - entryValue;
        long size = Math.abs(quantity);
        long denominator = FixedPoint.multiply(size, rates[bracket], RoundingMode.HALF_EVEN) - quantity;
        return denominator == 0 ? 0 : FixedPoint.divide(numerator, denominator, RoundingMode.HALF_EVEN);
    }

    private int bracketOf(long notional) {
        int bracket = floors.length - 1;
        while (bracket > 0 && notional < floors[bracket]) {
            bracket--;
        }
        return bracket;
    }
}
