package io.lockstep.launcher.tape.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * LEAN's trade bars: {@code time, open, high, low, close, volume}. The time is milliseconds of the file's day, or date and time of hourly
 * and daily bars. A daily bar ends at midnight, so that nothing can act on it during its own day.
 */
final class LeanTradeBarDecoder extends CsvDecoder {
    private final BarRow bar;
    private final LeanName name;
    private final long dayStartNs;
    private final EventWriter events;

    LeanTradeBarDecoder(int instrumentId, LeanName name, EventWriter events) {
        this.bar = new BarRow(instrumentId);
        this.name = name;
        this.dayStartNs = dayStart(name.date());
        this.events = events;
    }

    private static long dayStart(@Nullable LocalDate date) {
        return date == null ? 0 : NewYorkTime.dayStartNs(date);
    }

    @Override
    LineOutcome onRow(CsvRow row) throws BadLineException {
        row.requireColumns(6, 6);
        readSpan(row);
        bar.open = LeanPrices.price(row, 1);
        bar.high = LeanPrices.price(row, 2);
        bar.low = LeanPrices.price(row, 3);
        bar.close = LeanPrices.price(row, 4);
        bar.volume = LeanPrices.size(row, 5);
        bar.requireConsistent();
        events.bar(bar);
        return LineOutcome.ACCEPTED;
    }

    private void readSpan(CsvRow row) throws BadLineException {
        int seconds = name.resolution().seconds();
        if (name.date() != null) {
            bar.span(dayStartNs + NewYorkTime.millisOfDay(row, 0) * 1_000_000, seconds);
            return;
        }
        LocalDateTime start = NewYorkTime.parse(row.text(0));
        bar.span(NewYorkTime.toNs(start), seconds);
        if (name.resolution() == LeanName.Resolution.DAILY) {
            bar.closeTimeNs = NewYorkTime.dayEndNs(start.toLocalDate());
        }
    }
}
