package io.lockstep.launcher.tape.format;

/**
 * Binance's public archive of bars: {@code open time, open, high, low, close, volume, close time, quote volume, trades, taker base
 * volume, taker quote volume, ignored}. The length of a bar is its close time, the last unit inside it, less its open time. Binance
 * public data, "Klines", read 2026-11.
 */
final class BinanceKlinesDecoder extends CsvDecoder {
    private final BarRow bar;
    private final EventWriter events;

    BinanceKlinesDecoder(int instrumentId, EventWriter events) {
        this.bar = new BarRow(instrumentId);
        this.events = events;
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(12, 12);
        long openNs = Times.ofEpoch(row.whole(0));
        long lengthNs = Times.ofEpoch(row.whole(6)) - openNs;
        if (lengthNs <= 0) {
            return LineOutcome.NOT_A_TIME;
        }
        bar.span(openNs, (int) Math.min(Integer.MAX_VALUE, (lengthNs + Times.SECOND - 1) / Times.SECOND));
        bar.open = row.decimal(1);
        bar.high = row.decimal(2);
        bar.low = row.decimal(3);
        bar.close = row.decimal(4);
        bar.volume = row.decimal(5);
        bar.notional = row.decimal(7);
        bar.trades = (int) Math.min(Integer.MAX_VALUE, row.whole(8));
        bar.requireConsistent();
        events.bar(bar);
        return LineOutcome.ACCEPTED;
    }
}
