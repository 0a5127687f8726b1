package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.transport.json.JsonKeys;
import java.util.Arrays;

/** An event of the trading stream and what it means. Alpaca WebSocket Streaming, "Common Events", read 2026-11. */
public enum TradeEvent {
    /** Taken by the venue, not routed. */
    ACCEPTED("accepted", ExecType.ACCEPTED, false),
    /** Routed, not acknowledged. */
    PENDING_NEW("pending_new", ExecType.ACCEPTED, false),
    /** Working. */
    NEW("new", ExecType.ACCEPTED, false),
    /** Waiting for its parent, or for a halt to end. */
    HELD("held", ExecType.ACCEPTED, false),
    /** Part of it traded. */
    PARTIAL_FILL("partial_fill", ExecType.FILL, false),
    /** The rest of it traded. */
    FILL("fill", ExecType.FILL, false),
    /** Nothing more today; it may return tomorrow. */
    DONE_FOR_DAY("done_for_day", ExecType.STATUS, false),
    /** Canceled; what is filled stands. */
    CANCELED("canceled", ExecType.CANCELED, false),
    /** Its time was over; what is filled stands. */
    EXPIRED("expired", ExecType.EXPIRED, false),
    /** Refused after it had been taken. */
    REJECTED("rejected", ExecType.REJECTED, false),
    /** Another order took its place. */
    REPLACED("replaced", ExecType.REPLACED, false),
    /** Cancellation asked for; fills are still possible. */
    PENDING_CANCEL("pending_cancel", ExecType.STATUS, false),
    /** Change asked for; fills are still possible. */
    PENDING_REPLACE("pending_replace", ExecType.STATUS, false),
    /** The cancellation was refused: the order still works. */
    CANCEL_REJECTED("order_cancel_rejected", ExecType.CANCEL_REJECTED, false),
    /** The change was refused: the old order still works. */
    REPLACE_REJECTED("order_replace_rejected", ExecType.REPLACE_REJECTED, false),
    /** A fill is guaranteed and still to come. */
    STOPPED("stopped", ExecType.STATUS, false),
    /** Not eligible for trading now. */
    SUSPENDED("suspended", ExecType.STATUS, false),
    /** Sums are being settled. */
    CALCULATED("calculated", ExecType.STATUS, false),
    /** Changed by the venue, for instance after a split. */
    RESTATED("restated", ExecType.STATUS, true),
    /** Under review by the venue. */
    PENDING_REVIEW("pending_review", ExecType.STATUS, true),
    /** A fill was undone. */
    TRADE_BUST("trade_bust", ExecType.TRADE_BUSTED, true),
    /** A fill was changed. */
    TRADE_CORRECT("trade_correct", ExecType.TRADE_CORRECTED, true),
    /** An event we do not know. */
    UNKNOWN("", ExecType.STATUS, true);

    private static final TradeEvent[] ALL = values();
    private static final JsonKeys NAMES =
            JsonKeys.of(Arrays.stream(ALL).map(event -> event.wire).toArray(String[]::new));

    private final String wire;
    private final ExecType execType;
    private final boolean needsQuery;

    TradeEvent(String wire, ExecType execType, boolean needsQuery) {
        this.wire = wire;
        this.execType = execType;
        this.needsQuery = needsQuery;
    }

    /** The event of a name, {@link #UNKNOWN} if there is none. */
    static TradeEvent of(byte[] name, int offset, int length) {
        int index = NAMES.indexOf(name, offset, length);
        return index < 0 ? UNKNOWN : ALL[index];
    }

    /** What it means to the engine. */
    public ExecType execType() {
        return execType;
    }

    /** Whether the order must be read again, and a person told. */
    public boolean needsQuery() {
        return needsQuery;
    }
}
