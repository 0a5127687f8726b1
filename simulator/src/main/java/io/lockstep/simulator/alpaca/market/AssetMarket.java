package io.lockstep.simulator.alpaca.market;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The market of one asset: quote, last trade, bars and the latest history. */
public final class AssetMarket {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int KEPT = 50_000;

    private final Asset asset;
    private final History<Quote> quotes = new History<>(KEPT, Quote::timeNs);
    private final History<Print> prints = new History<>(KEPT, Print::timeNs);
    private final History<Bar> minutes = new History<>(KEPT, Bar::startNs);
    private final List<Bar> changed = new ArrayList<>();
    private Quote quote = Quote.NONE;
    private Bar minute = new Bar(0);
    private Bar day = new Bar(0);
    private @Nullable Bar previousDay;
    private long last;
    private long previousClose;
    private boolean halted;

    AssetMarket(Asset asset) {
        this.asset = asset;
    }

    /** The asset. */
    public Asset asset() {
        return asset;
    }

    /** Best bid and ask now. */
    public Quote quote() {
        return quote;
    }

    /** Latest traded price, or the middle before any trade, quote currency, E8; 0 for none. */
    public long last() {
        return last == 0 ? quote.middle() : last;
    }

    /** Last price of the trading day before, or the first price seen, quote currency, E8; 0 for none. */
    public long previousClose() {
        return previousClose == 0 ? last() : previousClose;
    }

    /** Whether trading is halted. */
    public boolean isHalted() {
        return halted;
    }

    /** Quotes kept. */
    public History<Quote> quotes() {
        return quotes;
    }

    /** Trades kept. */
    public History<Print> prints() {
        return prints;
    }

    /** Closed minutes kept. */
    public History<Bar> minutes() {
        return minutes;
    }

    /** The day so far. */
    public Bar day() {
        return day;
    }

    /** The trading day before this one, null if nothing traded on it here. */
    public @Nullable Bar previousDay() {
        return previousDay;
    }

    void quote(Quote newQuote) {
        quote = newQuote;
        quotes.add(newQuote);
        if (previousClose == 0) {
            previousClose = newQuote.middle();
        }
    }

    void print(Print print) {
        prints.add(print);
        if (SaleConditions.counts(print.conditions())) {
            boolean moves = SaleConditions.movesMinute(asset, print.conditions());
            if (minute.startNs() != minuteOf(print.timeNs())) {
                minute = new Bar(minuteOf(print.timeNs()));
            }
            minute.add(print, moves);
            day.add(print, SaleConditions.movesDay(asset, print.conditions()));
            last = moves ? print.price() : last;
        }
    }

    void halted(boolean isHalted) {
        halted = isHalted;
    }

    /** A new day begins at a time: the last price becomes the previous close. */
    void roll(long dayStartNs) {
        previousClose = last();
        previousDay = day.isTold() ? day : previousDay;
        day = new Bar(dayStartNs);
    }

    /** Closes the minute that ended at a time; null is never returned, an empty bar is not told. */
    Bar closeMinute(long endNs) {
        Bar closed = minute;
        if (closed.startNs() != endNs - MINUTE_NS) {
            return new Bar(endNs - MINUTE_NS);
        }
        if (closed.isTold()) {
            minutes.add(closed);
        }
        return closed;
    }

    /** Builds the minute of a changed print anew. */
    void rebuild(long printTimeNs) {
        long start = minuteOf(printTimeNs);
        Bar bar = new Bar(start);
        for (Print each : prints.between(start, start + MINUTE_NS - 1)) {
            if (SaleConditions.counts(each.conditions())) {
                bar.add(each, SaleConditions.movesMinute(asset, each.conditions()));
            }
        }
        if (minute.startNs() == start) {
            minute = bar;
        }
        if (minutes.replace(each -> each.startNs() == start, bar)) {
            changed.removeIf(each -> each.startNs() == start);
            changed.add(bar);
        }
    }

    /** The closed minutes that changed since the last call. */
    List<Bar> takeChanged() {
        List<Bar> taken = new ArrayList<>(changed);
        changed.clear();
        return taken;
    }

    /** What an order is valued at: the far side in the core session, else the middle, else the last trade. */
    public long valuation(boolean buy, boolean core) {
        long far = buy ? quote.ask() : quote.bid();
        long price = core && far > 0 ? far : core ? quote.middle() : last();
        return price == 0 ? FixedPoint.ONE : price;
    }

    private static long minuteOf(long timeNs) {
        return timeNs - Math.floorMod(timeNs, MINUTE_NS);
    }
}
