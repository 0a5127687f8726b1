package io.lockstep.gateway.alpaca.orderentry;

import io.lockstep.engine.calendar.TradingCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.sbe.TimeInForce;

/**
 * When the auctions take orders, and which time in force an exit has. Alpaca Orders, "Time in Force", read 2026-11: opening auction
 * 19:00 to 09:28, closing auction 19:00 to ten minutes before the close. Safe for any thread.
 */
public final class AuctionWindows {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long OPG_CUTOFF_NS = 2 * MINUTE_NS;
    private static final long CLS_CUTOFF_NS = 10 * MINUTE_NS;
    private static final long EVENING_NS = 60 * MINUTE_NS;

    private final TradingCalendar calendar;

    /** @param calendar the exchange's calendar */
    public AuctionWindows(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Whether the venue takes an order for an auction.
     *
     * @param auction {@code OPG} or {@code CLS}
     * @param nowNs UTC, nanoseconds
     */
    public boolean accepts(TimeInForce auction, long nowNs) {
        TradingDay day = calendar.dayAt(nowNs);
        long cutoff = auction == TimeInForce.OPG ? day.openNs() - OPG_CUTOFF_NS : day.closeNs() - CLS_CUTOFF_NS;
        boolean sameDay = nowNs >= eveningBefore(day) && nowNs < cutoff;
        return sameDay || nowNs >= day.closeNs() && nowNs >= eveningBefore(calendar.dayAt(day.endNs()));
    }

    /**
     * The time in force of an order that ends a stock position.
     *
     * @param nowNs UTC, nanoseconds
     * @param wholeShares whether the quantity is a whole number of shares; parts trade with day orders only
     * @return {@code OPG} before the open, {@code CLS} while the closing auction takes orders, else {@code DAY}
     */
    public TimeInForce exit(long nowNs, boolean wholeShares) {
        if (!wholeShares) {
            return TimeInForce.DAY;
        }
        TradingDay day = calendar.dayAt(nowNs);
        boolean open = nowNs >= day.openNs() && nowNs < day.closeNs();
        if (!open) {
            return accepts(TimeInForce.OPG, nowNs) ? TimeInForce.OPG : TimeInForce.DAY;
        }
        return accepts(TimeInForce.CLS, nowNs) ? TimeInForce.CLS : TimeInForce.DAY;
    }

    /** 19:00 of the evening before, an hour before the overnight session. */
    private static long eveningBefore(TradingDay day) {
        return day.overnightNs() - EVENING_NS;
    }
}
