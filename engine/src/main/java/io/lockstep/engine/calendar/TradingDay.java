package io.lockstep.engine.calendar;

import java.time.LocalDate;

/**
 * One trading day with the edges of its sessions. Immutable. Each session starts where the one before ends; all times are UTC,
 * nanoseconds.
 *
 * <pre>
 *   from            overnight      preMarket       open          close           end
 *    |    CLOSED       |  OVERNIGHT   |  PRE_MARKET  |    CORE     | POST_MARKET   |  next day's CLOSED or OVERNIGHT
 * </pre>
 *
 * @param date the trading day's date in the venue's zone
 * @param sessionId the date as yyyymmdd
 * @param fromNs end of the trading day before: from here on every instant belongs to this day
 * @param overnightNs start of the overnight session
 * @param preMarketNs start of the pre-market session
 * @param openNs start of the core session
 * @param closeNs end of the core session
 * @param endNs end of the post-market session, exclusive
 * @param isEarlyClose whether the core session ends before its usual time
 */
public record TradingDay(
        LocalDate date,
        int sessionId,
        long fromNs,
        long overnightNs,
        long preMarketNs,
        long openNs,
        long closeNs,
        long endNs,
        boolean isEarlyClose) {

    /** Checks the order of the edges. */
    public TradingDay {
        boolean ordered = fromNs <= overnightNs
                && overnightNs <= preMarketNs
                && preMarketNs <= openNs
                && openNs < closeNs
                && closeNs <= endNs;
        if (!ordered) {
            throw new IllegalArgumentException("session edges out of order: date=" + date);
        }
    }

    /** The session id of a date: yyyymmdd. */
    public static int sessionIdOf(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** Whether an instant belongs to this trading day; closed hours belong to the day that follows them. */
    public boolean contains(long timeNs) {
        return timeNs >= fromNs && timeNs < endNs;
    }

    /** The session an instant of this day lies in. */
    public MarketSession sessionAt(long timeNs) {
        if (timeNs >= openNs) {
            return timeNs < closeNs ? MarketSession.CORE : MarketSession.POST_MARKET;
        }
        if (timeNs >= preMarketNs) {
            return MarketSession.PRE_MARKET;
        }
        return timeNs >= overnightNs ? MarketSession.OVERNIGHT : MarketSession.CLOSED;
    }
}
