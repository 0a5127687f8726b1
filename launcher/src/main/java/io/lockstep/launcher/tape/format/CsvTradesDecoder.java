package io.lockstep.launcher.tape.format;

import io.lockstep.engine.sbe.Side;
import java.util.Locale;

/**
 * Trades by named columns in any order: a time, a price, a quantity, and if there is one a side and an id. Without a header the
 * columns are time, price, quantity. Times are counts since the epoch in any unit, or ISO dates.
 */
final class CsvTradesDecoder extends CsvDecoder {
    private final CsvColumns columns = new CsvColumns("time", "price", "quantity");
    private final TradeRow trade;
    private final EventWriter events;

    CsvTradesDecoder(int instrumentId, EventWriter events) {
        this.trade = new TradeRow(instrumentId);
        this.events = events;
    }

    @Override
    void onHeader(CsvRow header) throws BadLineException {
        columns.read(header);
        columns.require("time", "price", "quantity");
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(columns.count(), columns.count());
        trade.timeNs = Times.parse(row, columns.index("time"));
        trade.price = row.positive(columns.index("price"));
        trade.quantity = row.positive(columns.index("quantity"));
        trade.aggressor = columns.has("side") ? side(row.text(columns.index("side"))) : Side.NONE;
        if (columns.has("id")) {
            trade.tradeId(row.whole(columns.index("id")));
        }
        events.trade(trade);
        return LineOutcome.ACCEPTED;
    }

    private static Side side(String text) throws BadLineException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "buy", "b", "bid" -> Side.BUY;
            case "sell", "s", "ask" -> Side.SELL;
            case "" -> Side.NONE;
            default -> throw new BadLineException(LineOutcome.MALFORMED);
        };
    }
}
