package io.lockstep.launcher.tape.format;

import io.lockstep.engine.instrument.FixedPoint;

/** LEAN's numbers: prices are whole multiples of 1/10,000 dollar, sizes whole shares. */
final class LeanPrices {
    private static final int PRICE_DECIMALS = 4;

    private LeanPrices() {}

    /** A price, E8; 0 where the column is empty. */
    static long price(CsvRow row, int column) throws BadLineException {
        return row.isEmpty(column) ? 0 : shifted(row, column, FixedPoint.DECIMALS - PRICE_DECIMALS);
    }

    /** A size, E8; 0 where the column is empty. */
    static long size(CsvRow row, int column) throws BadLineException {
        return row.isEmpty(column) ? 0 : shifted(row, column, FixedPoint.DECIMALS);
    }

    /** Some rows carry a fraction of the unit; it is kept as far as 8 decimals go. */
    private static long shifted(CsvRow row, int column, int powerOfTen) throws BadLineException {
        long value = row.decimal(column);
        int back = FixedPoint.DECIMALS - powerOfTen;
        for (int i = 0; i < back; i++) {
            if (value % 10 != 0) {
                throw new BadLineException(LineOutcome.TOO_MANY_DECIMALS);
            }
            value /= 10;
        }
        return value;
    }
}
