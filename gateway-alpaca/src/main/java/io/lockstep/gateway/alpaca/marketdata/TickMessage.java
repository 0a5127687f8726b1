package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.alpaca.marketdata.code.TradeConditions;
import io.lockstep.gateway.alpaca.wire.Symbols;

/**
 * The fields of one trade, quote, correction, cancel, status or price-band message; reused. Prices and sizes E8, times UTC nanoseconds.
 */
final class TickMessage {
    static final long MISSING = FixedPoint.NULL;

    /** Conditions of one print that are kept; the venue sends at most four. */
    private static final int MOST_CONDITIONS = 8;

    int instrumentId;
    long timeNs;
    int tape;
    int exchange;
    long tradeId;
    long price;
    long size;
    Side aggressor = Side.NONE;
    long bidPrice;
    long bidSize;
    long askPrice;
    long askSize;
    long correctedId;
    long correctedPrice;
    long correctedSize;
    long limitUp;
    long limitDown;
    int statusCode;
    final Conditions conditions = new Conditions();
    final Conditions correctedConditions = new Conditions();
    final StringBuilder reason = new StringBuilder(32);

    void clear() {
        instrumentId = Symbols.UNKNOWN;
        timeNs = MISSING;
        tape = 0;
        exchange = 0;
        tradeId = MISSING;
        price = MISSING;
        size = MISSING;
        aggressor = Side.NONE;
        bidPrice = MISSING;
        bidSize = MISSING;
        askPrice = MISSING;
        askSize = MISSING;
        correctedId = MISSING;
        correctedPrice = MISSING;
        correctedSize = MISSING;
        limitUp = MISSING;
        limitDown = MISSING;
        statusCode = 0;
        conditions.count = 0;
        correctedConditions.count = 0;
        reason.setLength(0);
    }

    boolean isTrade() {
        return timeNs != MISSING && price != MISSING && size != MISSING;
    }

    boolean isCorrection() {
        return isTrade() && correctedPrice != MISSING && correctedSize != MISSING;
    }

    boolean isQuote() {
        return timeNs != MISSING
                && bidPrice != MISSING
                && bidSize != MISSING
                && askPrice != MISSING
                && askSize != MISSING;
    }

    /** The codes of one print's sale conditions. */
    static final class Conditions {
        private final byte[] codes = new byte[MOST_CONDITIONS];
        private int count;

        /** Keeps a code; one too many, which no venue sends, stands as an unknown one in the last place. */
        void add(int code) {
            if (count < MOST_CONDITIONS) {
                codes[count++] = (byte) code;
            } else {
                codes[MOST_CONDITIONS - 1] = 0;
            }
        }

        /** {@code TradeFlags} bits of all conditions together; an unknown one allows only volume and is counted. */
        short flags(int tape, DecodeCounters counters) {
            int flags = 0;
            for (int i = 0; i < count; i++) {
                short each = TradeConditions.flags(tape, codes[i]);
                if (each == TradeConditions.UNKNOWN) {
                    counters.count(DecodeIssue.UNKNOWN_CONDITION);
                    each = TradeConditions.VOLUME_ONLY;
                }
                flags |= each;
            }
            return (short) flags;
        }
    }
}
