package io.lockstep.engine.risk;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.SessionTimer;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.session.EquitySessions;

/**
 * Whether the exchange's day has room for an order in shares. What shrinks a position may leave at any time; an entry needs the core session, or must
 * say that it may trade outside of it, and comes no later than ten minutes before the close. Where the calendar ends there are no entries.
 *
 * <p>Alpaca "Placing Orders", read 2026-11: orders for the opening auction until 09:28, for the closing auction until 15:50 New York time. Both are
 * taken again from 19:00 for the next day; here from the end of the trading day at 20:00.
 */
final class SessionCheck implements PreTradeCheck {
    private static final long NS_PER_MS = 1_000_000;

    private final EquitySessions sessions;
    private final boolean flatten;

    SessionCheck(EndOfDaySettings settings) {
        sessions = new EquitySessions(settings.venues());
        flatten = settings.flatten();
    }

    @Override
    public DenyReason check(Candidate order) {
        if (!sessions.governs(order.instrument())) {
            return DenyReason.NONE;
        }
        TradingDay day = sessions.dayAt(order.nowNs());
        TimeInForce timeInForce = order.command().timeInForce();
        if (day == null) {
            boolean auction = timeInForce == TimeInForce.OPG || timeInForce == TimeInForce.CLS;
            return order.isReducing() && !auction ? DenyReason.NONE : order.deny(DenyReason.SESSION_UNKNOWN, 0, 0);
        }
        if (timeInForce == TimeInForce.OPG) {
            return checkBefore(order, SessionTimer.OPG_CUTOFF, day, day.openNs(), DenyReason.OPG_CUTOFF);
        }
        if (timeInForce == TimeInForce.CLS) {
            return checkClosingAuction(order, day);
        }
        return order.isReducing() ? DenyReason.NONE : checkEntry(order, day);
    }

    private DenyReason checkClosingAuction(Candidate order, TradingDay day) {
        DenyReason reason = checkBefore(order, SessionTimer.CLS_CUTOFF, day, day.closeNs(), DenyReason.CLS_CUTOFF);
        if (reason == DenyReason.NONE && flatten && !order.isReducing()) {
            // it would trade at the close itself, when everything is meant to be closed
            return order.deny(DenyReason.ENTRY_CUTOFF, leastMs(SessionTimer.ENTRY_CUTOFF, day, day.closeNs()), 0);
        }
        return reason;
    }

    private DenyReason checkEntry(Candidate order, TradingDay day) {
        MarketSession session = day.sessionAt(order.nowNs());
        if (session == MarketSession.CORE) {
            return checkBefore(order, SessionTimer.ENTRY_CUTOFF, day, day.closeNs(), DenyReason.ENTRY_CUTOFF);
        }
        if (!session.isExtendedHours() || !order.command().flags().extendedHours()) {
            return denySession(order, session);
        }
        return session == MarketSession.POST_MARKET && flatten
                ? checkBefore(order, SessionTimer.ENTRY_CUTOFF, day, day.closeNs(), DenyReason.ENTRY_CUTOFF)
                : DenyReason.NONE;
    }

    private static DenyReason checkBefore(
            Candidate order, SessionTimer cutoff, TradingDay day, long edgeNs, DenyReason reason) {
        return order.nowNs() < cutoff.timeNs(day)
                ? DenyReason.NONE
                : order.deny(reason, leastMs(cutoff, day, edgeNs), (edgeNs - order.nowNs()) / NS_PER_MS);
    }

    private static long leastMs(SessionTimer cutoff, TradingDay day, long edgeNs) {
        return (edgeNs - cutoff.timeNs(day)) / NS_PER_MS;
    }

    private static DenyReason denySession(Candidate order, MarketSession session) {
        return order.deny(DenyReason.SESSION_CLOSED, MarketSession.CORE.ordinal(), session.ordinal());
    }
}
