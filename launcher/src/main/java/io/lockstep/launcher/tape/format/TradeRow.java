package io.lockstep.launcher.tape.format;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;

/** A trade as read from a line, before it becomes an event; reused. */
final class TradeRow {
    final int instrumentId;
    Side aggressor = Side.NONE;
    long timeNs;
    long tradeId = FixedPoint.NULL;
    long lastTradeId = FixedPoint.NULL;
    long price;
    long quantity;
    boolean suspicious;
    boolean extendedHours;
    boolean noHighLow;
    boolean noOpenClose;
    boolean noVolume;
    boolean sweep;
    boolean auction;

    TradeRow(int instrumentId) {
        this.instrumentId = instrumentId;
    }

    /** Sets both ids to one trade's. */
    void tradeId(long id) {
        tradeId = id;
        lastTradeId = id;
    }
}
