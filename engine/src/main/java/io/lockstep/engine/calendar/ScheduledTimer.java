package io.lockstep.engine.calendar;

/**
 * One timer of one trading day.
 *
 * @param timer what is due
 * @param sessionId the trading day, as yyyymmdd
 * @param timeNs when it is due, UTC, nanoseconds
 * @param validUntilNs from here on firing it late makes no sense, UTC, nanoseconds
 */
public record ScheduledTimer(SessionTimer timer, int sessionId, long timeNs, long validUntilNs) {
    private static final long CODES = 100;

    /** The id journaled with the timer: trading day and {@link SessionTimer#code()}, for instance 2025070309. */
    public long id() {
        return sessionId * CODES + timer.code();
    }
}
