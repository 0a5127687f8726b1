/**
 * Trading days and the edges of their sessions, for venues that never close and for the US stock exchanges.
 *
 * <pre>
 *   TradingCalendar ── dayAt(time) ──► TradingDay ── SessionSchedule ──► ScheduledTimer, ScheduledTimer, ...
 *                                                                             │ engine time advances
 *   venue's calendar and clock ──► CalendarCheck ──► differences         SessionTimers ──► due / missed
 * </pre>
 *
 * <p>Everything is computed from published rules and the zone rules of {@code java.time}; the machine's own zone and clock are
 * never asked. All times are UTC nanoseconds since the epoch. Calendars are safe for any thread; {@link
 * io.lockstep.engine.calendar.SessionTimers} belongs to the engine thread.
 */
@NullMarked
package io.lockstep.engine.calendar;

import org.jspecify.annotations.NullMarked;
