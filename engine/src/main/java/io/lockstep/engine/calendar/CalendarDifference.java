package io.lockstep.engine.calendar;

import java.time.LocalDate;

/**
 * One point on which the venue and our calendar disagree: no orders until a person has looked.
 *
 * @param kind what differs
 * @param date the date it is about, in the venue's zone
 * @param ours what our calendar says, as text
 * @param venue what the venue says, as text
 */
public record CalendarDifference(Kind kind, LocalDate date, String ours, String venue) {
    /** What can differ. */
    public enum Kind {
        /** We expect a trading day, the venue lists none. */
        VENUE_CLOSED,
        /** The venue lists a trading day we do not know. */
        VENUE_OPEN,
        /** The core session starts at another time. */
        OPEN_TIME,
        /** The core session ends at another time. */
        CLOSE_TIME,
        /** The venue's clock says open while we say closed, or the reverse. */
        IS_OPEN,
        /** The venue's clock names another next open. */
        NEXT_OPEN,
        /** The venue's clock names another next close. */
        NEXT_CLOSE
    }
}
