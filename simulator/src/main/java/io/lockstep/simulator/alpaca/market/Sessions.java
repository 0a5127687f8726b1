package io.lockstep.simulator.alpaca.market;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import java.util.ArrayList;
import java.util.List;

/** The sessions of the US exchanges: which one a time lies in, and who is told when one begins. */
public final class Sessions {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final NyseCalendar calendar;
    private final Agenda agenda;
    private final List<Listener> listeners = new ArrayList<>();

    /** Told of the edges of sessions. */
    public interface Listener {
        /** A session of a trading day begins; {@link MarketSession#CLOSED} when the day has ended. */
        void onSession(MarketSession session, TradingDay day, long timeNs);

        /** A day of the coins begins, at midnight UTC. */
        void onCoinDay(long timeNs);
    }

    /** Sessions from a time on. */
    public Sessions(NyseCalendar calendar, Agenda agenda, long startNs) {
        this.calendar = calendar;
        this.agenda = agenda;
        schedule(calendar.dayAt(startNs), startNs);
        scheduleCoinDay((Math.floorDiv(startNs, DAY_NS) + 1) * DAY_NS);
    }

    /** Adds a listener. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** The calendar. */
    public NyseCalendar calendar() {
        return calendar;
    }

    /** The session a time lies in. */
    public MarketSession at(long timeNs) {
        return calendar.sessionAt(timeNs);
    }

    /** Whether a time lies in the core session. */
    public boolean isCore(long timeNs) {
        return at(timeNs) == MarketSession.CORE;
    }

    private void schedule(TradingDay day, long afterNs) {
        edge(day, MarketSession.OVERNIGHT, day.overnightNs(), afterNs);
        edge(day, MarketSession.PRE_MARKET, day.preMarketNs(), afterNs);
        edge(day, MarketSession.CORE, day.openNs(), afterNs);
        edge(day, MarketSession.POST_MARKET, day.closeNs(), afterNs);
        agenda.at(day.endNs(), () -> {
            tell(MarketSession.CLOSED, day, day.endNs());
            schedule(calendar.dayAt(day.endNs()), day.endNs() - 1);
        });
    }

    private void edge(TradingDay day, MarketSession session, long timeNs, long afterNs) {
        if (timeNs > afterNs) {
            agenda.at(timeNs, () -> tell(session, day, timeNs));
        }
    }

    private void scheduleCoinDay(long timeNs) {
        agenda.at(timeNs, () -> {
            listeners.forEach(each -> each.onCoinDay(timeNs));
            scheduleCoinDay(timeNs + DAY_NS);
        });
    }

    private void tell(MarketSession session, TradingDay day, long timeNs) {
        listeners.forEach(each -> each.onSession(session, day, timeNs));
    }
}
