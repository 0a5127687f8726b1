package io.lockstep.engine.calendar;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The fixed schedule of a trading day: which timers it has, in the order they are due. */
public final class SessionSchedule {
    private static final Set<SessionTimer> CONTINUOUS = EnumSet.of(SessionTimer.DAY_BOUNDARY);
    private static final Set<SessionTimer> EXCHANGE = EnumSet.complementOf(EnumSet.of(SessionTimer.DAY_BOUNDARY));

    private final Set<SessionTimer> timers;

    private SessionSchedule(Set<SessionTimer> timers) {
        this.timers = timers;
    }

    /** The schedule of a calendar: open, auctions and end of day, or only the day boundary where the venue never closes. */
    public static SessionSchedule of(TradingCalendar calendar) {
        return new SessionSchedule(calendar.isContinuous() ? CONTINUOUS : EXCHANGE);
    }

    /** The timers of a day by time, then by code. */
    public List<ScheduledTimer> timers(TradingDay day) {
        return timers.stream()
                .map(timer -> timer.on(day))
                .sorted(Comparator.comparingLong(ScheduledTimer::timeNs).thenComparingLong(ScheduledTimer::id))
                .toList();
    }
}
