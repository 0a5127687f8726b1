package io.lockstep.launcher.tape.bars;

import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradeFlagsDecoder;

/**
 * One trade of an interval with what it may move.
 *
 * @param price quote currency, E8
 * @param volume what it adds to the volume, base currency, E8; 0 for one that only repeats others
 * @param quantity its size, base currency, E8
 * @param movesOpenClose whether it may move open and close
 * @param movesHighLow whether it may move high and low
 * @param sweep whether it is part of an order that swept several exchanges
 * @param auction whether an auction printed it
 */
record Print(
        long price,
        long volume,
        long quantity,
        boolean movesOpenClose,
        boolean movesHighLow,
        boolean sweep,
        boolean auction) {
    static Print of(TradeDecoder trade) {
        TradeFlagsDecoder flags = trade.flags();
        return new Print(
                trade.price(),
                flags.noVolume() ? 0 : trade.quantity(),
                trade.quantity(),
                !flags.noOpenClose(),
                !flags.noHighLow(),
                flags.sweep(),
                flags.auction());
    }

    /** The same trade where it moves no price. */
    Print still() {
        return new Print(price, volume, quantity, false, false, sweep, auction);
    }
}
