package io.lockstep.launcher.tape.format;

import java.time.LocalDate;

/**
 * LEAN's tick quotes: {@code time, bid, bid size, ask, ask size, exchange, quote conditions, suspicious}; a row is one side of one
 * exchange, its other side empty or 0. The event is the best over all exchanges, when it changes.
 */
final class LeanTickQuoteDecoder extends CsvDecoder {
    private final ConsolidatedQuote best = new ConsolidatedQuote();
    private final QuoteRow quote;
    private final long dayStartNs;
    private final EventWriter events;

    LeanTickQuoteDecoder(int instrumentId, LocalDate date, EventWriter events) {
        this.quote = new QuoteRow(instrumentId);
        this.dayStartNs = NewYorkTime.dayStartNs(date);
        this.events = events;
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(8, 8);
        long timeNs = dayStartNs + NewYorkTime.millisOfDay(row, 0) * 1_000_000;
        long bid = LeanPrices.price(row, 1);
        long bidSize = LeanPrices.size(row, 2);
        long ask = LeanPrices.price(row, 3);
        long askSize = LeanPrices.size(row, 4);
        int exchange = exchange(row.text(5));
        if (row.truth(7)) {
            return LineOutcome.SUSPICIOUS_QUOTE;
        }
        if (bid == 0 && ask == 0) {
            return LineOutcome.OUT_OF_RANGE;
        }
        if (bid > 0) {
            best.bid(exchange, bid, bidSize);
        }
        if (ask > 0) {
            best.ask(exchange, ask, askSize);
        }
        return publishIfChanged(timeNs);
    }

    private LineOutcome publishIfChanged(long timeNs) {
        if (!best.update(quote)) {
            return LineOutcome.UNCHANGED_QUOTE;
        }
        quote.timeNs = timeNs;
        events.quote(quote);
        return LineOutcome.ACCEPTED;
    }

    private static int exchange(String code) throws BadLineException {
        if (code.length() != 1 || code.charAt(0) < 'A' || code.charAt(0) > 'Z') {
            throw new BadLineException(LineOutcome.MALFORMED);
        }
        return code.charAt(0) - 'A';
    }
}
