package io.lockstep.launcher.tape.format;

import java.time.LocalDate;

/**
 * LEAN's quote bars: {@code time}, then {@code open, high, low, close, last size} of the bid and of the ask, either side empty where
 * there was none. The event is the quote at the end of the bar.
 */
final class LeanQuoteBarDecoder extends CsvDecoder {
    private static final int BID_CLOSE = 4;
    private static final int BID_SIZE = 5;
    private static final int ASK_CLOSE = 9;
    private static final int ASK_SIZE = 10;

    private final QuoteRow quote;
    private final long dayStartNs;
    private final long lengthNs;
    private final EventWriter events;

    LeanQuoteBarDecoder(int instrumentId, LocalDate date, int seconds, EventWriter events) {
        this.quote = new QuoteRow(instrumentId);
        this.dayStartNs = NewYorkTime.dayStartNs(date);
        this.lengthNs = seconds * Times.SECOND;
        this.events = events;
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(11, 11);
        quote.timeNs = dayStartNs + NewYorkTime.millisOfDay(row, 0) * 1_000_000 + lengthNs;
        quote.bidPrice = LeanPrices.price(row, BID_CLOSE);
        quote.bidQuantity = LeanPrices.size(row, BID_SIZE);
        quote.askPrice = LeanPrices.price(row, ASK_CLOSE);
        quote.askQuantity = LeanPrices.size(row, ASK_SIZE);
        if (quote.bidPrice == 0 && quote.askPrice == 0) {
            return LineOutcome.OUT_OF_RANGE;
        }
        events.quote(quote);
        return LineOutcome.ACCEPTED;
    }
}
