package io.lockstep.launcher.tape.format;

import io.lockstep.engine.sbe.Side;

/**
 * Binance's public archive of aggregate trades: {@code id, price, quantity, first trade id, last trade id, time, buyer is maker[, best
 * match]}; the last column is spot's. Binance public data, "AggTrades", read 2026-11.
 */
final class BinanceAggTradesDecoder extends CsvDecoder {
    private final TradeRow trade;
    private final EventWriter events;

    BinanceAggTradesDecoder(int instrumentId, EventWriter events) {
        this.trade = new TradeRow(instrumentId);
        this.events = events;
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(7, 8);
        row.whole(0);
        trade.price = row.positive(1);
        trade.quantity = row.positive(2);
        trade.tradeId = row.whole(3);
        trade.lastTradeId = row.whole(4);
        trade.timeNs = Times.ofEpoch(row.whole(5));
        trade.aggressor = row.truth(6) ? Side.SELL : Side.BUY;
        if (trade.lastTradeId < trade.tradeId) {
            return LineOutcome.OUT_OF_RANGE;
        }
        events.trade(trade);
        return LineOutcome.ACCEPTED;
    }
}
