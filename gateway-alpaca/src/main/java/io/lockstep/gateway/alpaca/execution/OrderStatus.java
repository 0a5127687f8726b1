package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.transport.json.JsonKeys;
import java.util.Arrays;

/**
 * Where the venue says an order stands. Alpaca Orders, "Order Lifecycle", read 2026-11.
 *
 * <p>{@link #execType()} is what an order body proves by itself. That an order is filled does not tell at which prices, so it proves
 * only that the order exists: its fills come from the stream or from the activities.
 */
public enum OrderStatus {
    /** Taken by the venue, not routed. */
    ACCEPTED("accepted", ExecType.ACCEPTED, false),
    /** Routed, not acknowledged. */
    PENDING_NEW("pending_new", ExecType.ACCEPTED, false),
    /** Working. */
    NEW("new", ExecType.ACCEPTED, false),
    /** Waiting for its parent. */
    HELD("held", ExecType.ACCEPTED, false),
    /** Quoted to market makers. */
    ACCEPTED_FOR_BIDDING("accepted_for_bidding", ExecType.ACCEPTED, false),
    /** Partly filled. */
    PARTIALLY_FILLED("partially_filled", ExecType.ACCEPTED, false),
    /** Rests until the next day. */
    DONE_FOR_DAY("done_for_day", ExecType.ACCEPTED, false),
    /** Cancellation asked for. */
    PENDING_CANCEL("pending_cancel", ExecType.ACCEPTED, false),
    /** Change asked for. */
    PENDING_REPLACE("pending_replace", ExecType.ACCEPTED, false),
    /** Under review by the venue. */
    PENDING_REVIEW("pending_review", ExecType.ACCEPTED, false),
    /** Its fill is guaranteed. */
    STOPPED("stopped", ExecType.ACCEPTED, false),
    /** Not eligible for trading now. */
    SUSPENDED("suspended", ExecType.ACCEPTED, false),
    /** Filled; sums are being settled. */
    CALCULATED("calculated", ExecType.ACCEPTED, false),
    /** Wholly filled. */
    FILLED("filled", ExecType.ACCEPTED, true),
    /** Canceled. */
    CANCELED("canceled", ExecType.CANCELED, true),
    /** Its time was over. */
    EXPIRED("expired", ExecType.EXPIRED, true),
    /** Refused after all. */
    REJECTED("rejected", ExecType.REJECTED, true),
    /** Another order took its place. */
    REPLACED("replaced", ExecType.REPLACED, true),
    /** A status we do not know. */
    UNKNOWN("", ExecType.STATUS, false);

    private static final OrderStatus[] ALL = values();
    private static final JsonKeys NAMES =
            JsonKeys.of(Arrays.stream(ALL).map(status -> status.wire).toArray(String[]::new));

    private final String wire;
    private final ExecType execType;
    private final boolean isFinal;

    OrderStatus(String wire, ExecType execType, boolean isFinal) {
        this.wire = wire;
        this.execType = execType;
        this.isFinal = isFinal;
    }

    /** The status of a name, {@link #UNKNOWN} if there is none. */
    static OrderStatus of(byte[] name, int offset, int length) {
        int index = NAMES.indexOf(name, offset, length);
        return index < 0 ? UNKNOWN : ALL[index];
    }

    /** What an order body in this status proves. */
    public ExecType execType() {
        return execType;
    }

    /** What the venue says when asked about an order in this status: how an open one stands, how another ended. */
    public ExecType reportedType() {
        return execType == ExecType.ACCEPTED ? ExecType.STATUS : execType;
    }

    /** The venue's word for it. */
    public String wire() {
        return wire;
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return isFinal;
    }
}
