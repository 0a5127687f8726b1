package io.lockstep.launcher.tape.format;

/**
 * Bars by named columns in any order: a time, open, high, low, close and volume. The time is the bar's start. Without a header the
 * columns are in the order named here.
 */
final class CsvBarsDecoder extends CsvDecoder {
    private final CsvColumns columns = new CsvColumns("time", "open", "high", "low", "close", "quantity");
    private final BarRow bar;
    private final BarSpacing spacing;
    private final EventWriter events;

    CsvBarsDecoder(int instrumentId, BarSpacing spacing, EventWriter events) {
        this.bar = new BarRow(instrumentId);
        this.spacing = spacing;
        this.events = events;
    }

    @Override
    void onHeader(CsvRow header) throws BadLineException {
        columns.read(header);
        columns.require("time", "open", "high", "low", "close", "quantity");
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(columns.count(), columns.count());
        long startNs = Times.parse(row, columns.index("time"));
        spacing.see(startNs);
        bar.span(startNs, spacing.seconds());
        bar.open = row.decimal(columns.index("open"));
        bar.high = row.decimal(columns.index("high"));
        bar.low = row.decimal(columns.index("low"));
        bar.close = row.decimal(columns.index("close"));
        bar.volume = row.decimal(columns.index("quantity"));
        bar.requireConsistent();
        events.bar(bar);
        return LineOutcome.ACCEPTED;
    }
}
