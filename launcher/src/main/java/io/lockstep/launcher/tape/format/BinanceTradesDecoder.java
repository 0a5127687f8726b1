package io.lockstep.launcher.tape.format;

import io.lockstep.engine.sbe.Side;

/**
 * Binance's public archive of single trades: {@code id, price, quantity, quote quantity, time, buyer is maker[, best match]}; the last
 * column is spot's. Binance public data, "Trades", read 2026-11.
 */
final class BinanceTradesDecoder extends CsvDecoder {
    private final TradeRow trade;
    private final EventWriter events;

    BinanceTradesDecoder(int instrumentId, EventWriter events) {
        this.trade = new TradeRow(instrumentId);
        this.events = events;
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(6, 7);
        trade.tradeId(row.whole(0));
        trade.price = row.positive(1);
        trade.quantity = row.positive(2);
        trade.timeNs = Times.ofEpoch(row.whole(4));
        trade.aggressor = row.truth(5) ? Side.SELL : Side.BUY;
        events.trade(trade);
        return LineOutcome.ACCEPTED;
    }
}
