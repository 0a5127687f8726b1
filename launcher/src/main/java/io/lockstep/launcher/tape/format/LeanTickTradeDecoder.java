package io.lockstep.launcher.tape.format;

import java.time.LocalDate;

/**
 * LEAN's tick trades: {@code time, price, size, exchange, sale conditions, suspicious}. The conditions are bits; the consolidated tapes
 * say which of them keep a trade out of a bar's high and low, open and close, or volume (CTA and UTP plan specifications, sale
 * condition matrix).
 */
final class LeanTickTradeDecoder extends CsvDecoder {
    private static final long CASH_NEXT_DAY_SELLER = 0xE;
    private static final long SWEEP = 1 << 5;
    private static final long AUCTION = 1 << 6 | 1 << 7 | 1 << 8;
    private static final long DERIVATIVELY_PRICED = 1 << 9;
    private static final long EXTENDED_HOURS = 1 << 10 | 1 << 13;
    private static final long SOLD_OR_OUT_OF_SEQUENCE = 1 << 11 | 1 << 14;
    private static final long CONTINGENT = 1 << 18;
    private static final long AVERAGE_PRICE = 1 << 20;
    private static final long PRICE_VARIATION = 1 << 22;
    private static final long PRIOR_REFERENCE_PRICE = 1 << 25;
    private static final long OFFICIAL_OPEN_OR_CLOSE = 1 << 24 | 1 << 26;
    private static final long ODD_LOT = 1L << 31;

    private static final long NO_HIGH_LOW =
            CASH_NEXT_DAY_SELLER | CONTINGENT | AVERAGE_PRICE | PRICE_VARIATION | OFFICIAL_OPEN_OR_CLOSE | ODD_LOT;
    private static final long NO_OPEN_CLOSE =
            NO_HIGH_LOW | DERIVATIVELY_PRICED | SOLD_OR_OUT_OF_SEQUENCE | PRIOR_REFERENCE_PRICE;

    private final TradeRow trade;
    private final long dayStartNs;
    private final EventWriter events;

    LeanTickTradeDecoder(int instrumentId, LocalDate date, EventWriter events) {
        this.trade = new TradeRow(instrumentId);
        this.dayStartNs = NewYorkTime.dayStartNs(date);
        this.events = events;
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(6, 6);
        long millis = NewYorkTime.millisOfDay(row, 0);
        trade.timeNs = dayStartNs + millis * 1_000_000;
        trade.price = LeanPrices.price(row, 1);
        trade.quantity = LeanPrices.size(row, 2);
        long conditions = row.isEmpty(4) ? 0 : row.hex(4);
        trade.suspicious = row.truth(5);
        trade.extendedHours = NewYorkTime.isExtended(millis) || (conditions & EXTENDED_HOURS) != 0;
        trade.noHighLow = (conditions & NO_HIGH_LOW) != 0;
        trade.noOpenClose = (conditions & NO_OPEN_CLOSE) != 0;
        trade.noVolume = (conditions & OFFICIAL_OPEN_OR_CLOSE) != 0;
        trade.sweep = (conditions & SWEEP) != 0;
        trade.auction = (conditions & AUCTION) != 0;
        if (trade.price == 0 || trade.quantity == 0) {
            return LineOutcome.OUT_OF_RANGE;
        }
        events.trade(trade);
        return LineOutcome.ACCEPTED;
    }
}
