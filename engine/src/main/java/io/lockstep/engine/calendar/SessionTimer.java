package io.lockstep.engine.calendar;

/**
 * What is due at a fixed distance from the open or the close, and until when a late firing still makes sense.
 *
 * <pre>
 *   open -5   -2     0    +5                       close -12   -10      -5      0
 *        |     |     |     |                              |     |        |      |
 *   clean-up  OPG   OPEN  clean-up                  queue CLS   |     FLATTEN  CLOSE
 *   starts    ends        ends                                  |
 *                                          last CLS, no entries after it
 * </pre>
 *
 * <p>The distances hold on days of early close too, so the whole end of day moves with the close.
 */
public enum SessionTimer {
    /** The trading day of a venue that never closes begins. */
    DAY_BOUNDARY(1, Edge.OPEN, 0, Edge.CLOSE, 0),
    /** Residues of the day before may be closed: OPG until its cut-off, at the market from the open. */
    OPEN_CLEANUP(2, Edge.OPEN, -5, Edge.OPEN, 5),
    /** The venue takes no more orders for the opening auction. */
    OPG_CUTOFF(3, Edge.OPEN, -2, Edge.CLOSE, 0),
    /** The core session begins. */
    OPEN(4, Edge.OPEN, 0, Edge.CLOSE, 0),
    /** Residues still open now are a case for a person. */
    OPEN_CLEANUP_END(5, Edge.OPEN, 5, Edge.CLOSE, 0),
    /** Exits of whole shares go into the closing auction from here on. */
    CLS_QUEUE(6, Edge.CLOSE, -12, Edge.CLOSE, -10),
    /** The venue takes no more orders for the closing auction. */
    CLS_CUTOFF(7, Edge.CLOSE, -10, Edge.CLOSE, 0),
    /** No order may open or enlarge a position any more. */
    ENTRY_CUTOFF(8, Edge.CLOSE, -10, Edge.CLOSE, 0),
    /** Everything is closed at the market, closing-auction orders canceled first. */
    FLATTEN(9, Edge.CLOSE, -5, Edge.CLOSE, 0),
    /** The core session ends: positions must be flat. */
    CLOSE(10, Edge.CLOSE, 0, Edge.END, 0);

    private static final long MINUTE_NS = 60_000_000_000L;

    private final int code;
    private final Edge edge;
    private final int offsetMinutes;
    private final Edge lastEdge;
    private final int lastOffsetMinutes;

    SessionTimer(int code, Edge edge, int offsetMinutes, Edge lastEdge, int lastOffsetMinutes) {
        this.code = code;
        this.edge = edge;
        this.offsetMinutes = offsetMinutes;
        this.lastEdge = lastEdge;
        this.lastOffsetMinutes = lastOffsetMinutes;
    }

    /** Number of the timer within its day, 1 to 99; never reused, part of the timer's id. */
    public int code() {
        return code;
    }

    /** When it is due on a trading day, UTC, nanoseconds. */
    public long timeNs(TradingDay day) {
        return edge.of(day) + offsetMinutes * MINUTE_NS;
    }

    /** The timer of one trading day. */
    ScheduledTimer on(TradingDay day) {
        long timeNs = timeNs(day);
        long validUntilNs = lastEdge.of(day) + lastOffsetMinutes * MINUTE_NS;
        return new ScheduledTimer(this, day.sessionId(), timeNs, validUntilNs);
    }

    private enum Edge {
        OPEN,
        CLOSE,
        END;

        long of(TradingDay day) {
            return switch (this) {
                case OPEN -> day.openNs();
                case CLOSE -> day.closeNs();
                case END -> day.endNs();
            };
        }
    }
}
