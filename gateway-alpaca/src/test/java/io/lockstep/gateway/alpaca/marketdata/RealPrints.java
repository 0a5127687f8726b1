package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.engine.testing.SharedData;
import java.time.Instant;
import java.util.List;

/**
 * A day of real consolidated prints of SPY, 2013-10-07, written as the stream would bring them. The data set keeps conditions as bits,
 * of which those that matter here have a code on tape B.
 */
final class RealPrints {
    private static final long NEW_YORK_MIDNIGHT_MS =
            Instant.parse("2013-10-07T04:00:00Z").toEpochMilli();
    private static final long SOLD = 1L << 11;
    private static final long OUT_OF_SEQUENCE = 1L << 14;
    private static final long SWEEP = 1L << 5;
    private static final Object[][] CODES = {
        {1L << 1, 'C'}, {1L << 2, 'N'}, {1L << 3, 'R'}, {SWEEP, 'F'}, {1L << 6, 'O'}, {1L << 7, '6'},
        {1L << 8, '5'}, {1L << 9, '4'}, {1L << 13, 'T'}, {1L << 18, 'V'}, {1L << 20, 'B'}, {1L << 21, 'X'},
        {1L << 22, 'H'}, {1L << 23, 'K'}, {1L << 24, 'M'}, {1L << 25, 'P'}, {1L << 26, 'Q'}
    };

    private RealPrints() {}

    /** The prints of the day in order. */
    static List<Print> trades() {
        return SharedData.zippedLines("data/us-equities/lean/equity/usa/tick/spy/20131007_trade.zip").stream()
                .map(RealPrints::print)
                .toList();
    }

    private static Print print(String line) {
        String[] row = line.split(",");
        return new Print(
                Long.parseLong(row[0]),
                Long.parseLong(row[1]),
                Long.parseLong(row[2]),
                row[3],
                Long.parseLong(row[4], 16));
    }

    /**
     * One print.
     *
     * @param timeMs milliseconds since New York midnight
     * @param price price times 10,000
     * @param size shares
     * @param exchange exchange code
     * @param conditions the data set's condition bits
     */
    record Print(long timeMs, long price, long size, String exchange, long conditions) {
        int minute() {
            return (int) (timeMs / 60_000);
        }

        boolean isSweep() {
            return (conditions & SWEEP) != 0;
        }

        /** The frame that brings it. */
        String frame(long id) {
            return "[{\"T\":\"t\",\"S\":\"SPY\",\"i\":" + id + ",\"x\":\"" + exchange + "\",\"p\":" + price / 10_000
                    + "."
                    + "%04d".formatted(price % 10_000) + ",\"s\":" + size + ",\"c\":[" + codes()
                    + "],\"z\":\"B\",\"t\":\""
                    + Instant.ofEpochMilli(NEW_YORK_MIDNIGHT_MS + timeMs) + "\"}]";
        }

        private String codes() {
            StringBuilder codes = new StringBuilder("\" \"");
            for (Object[] code : CODES) {
                if ((conditions & (long) code[0]) != 0) {
                    codes.append(",\"").append(code[1]).append('"');
                }
            }
            if ((conditions & SOLD) != 0) {
                codes.append((conditions & OUT_OF_SEQUENCE) != 0 ? ",\"Z\"" : ",\"L\"");
            }
            return codes.toString();
        }
    }
}
