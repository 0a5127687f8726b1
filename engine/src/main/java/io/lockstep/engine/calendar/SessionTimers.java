package io.lockstep.engine.calendar;

import java.util.List;

/**
 * Fires the timers of a calendar as engine time advances: each exactly once, in order. Owned by one thread; {@link #advance}
 * allocates only when a new trading day begins.
 *
 * <p>After a restart, create it with the last journaled time: what fell due while nobody was there fires at the first advance, late
 * if that still makes sense, else as missed. Behind the last day of the calendar there are no timers any more.
 */
public final class SessionTimers {
    private final TradingCalendar calendar;
    private final SessionSchedule schedule;
    private TradingDay day;
    private List<ScheduledTimer> timers;
    private int next;

    /**
     * Timers due after an instant.
     *
     * @param calendar the venue's calendar
     * @param afterNs engine time up to which timers have fired, UTC, nanoseconds
     */
    public SessionTimers(TradingCalendar calendar, long afterNs) {
        this.calendar = calendar;
        this.schedule = SessionSchedule.of(calendar);
        this.day = calendar.dayAt(afterNs);
        this.timers = schedule.timers(day);
        skipUntil(afterNs);
    }

    /** When the next timer is due, UTC, nanoseconds; {@code Long.MAX_VALUE} where the calendar ends. */
    public long nextDueNs() {
        return next < timers.size() ? timers.get(next).timeNs() : Long.MAX_VALUE;
    }

    /**
     * Fires everything due up to an instant.
     *
     * @param nowNs engine time, UTC, nanoseconds; an earlier one than before fires nothing
     * @param handler told of each timer, in order
     */
    public void advance(long nowNs, Handler handler) {
        while (next < timers.size() && nextDueNs() <= nowNs) {
            ScheduledTimer timer = timers.get(next);
            moveOn();
            if (nowNs < timer.validUntilNs()) {
                handler.onDue(timer);
            } else {
                handler.onMissed(timer);
            }
        }
    }

    private void skipUntil(long afterNs) {
        while (next < timers.size() && nextDueNs() <= afterNs) {
            moveOn();
        }
    }

    private void moveOn() {
        next++;
        if (next == timers.size() && calendar.covers(day.endNs())) {
            day = calendar.dayAt(day.endNs());
            timers = schedule.timers(day);
            next = 0;
        }
    }

    /** Told of timers. */
    public interface Handler {
        /** A timer fell due now or not long ago. */
        void onDue(ScheduledTimer timer);

        /** A timer fell due so long ago that acting on it would be wrong: a person must know. */
        void onMissed(ScheduledTimer timer);
    }
}
