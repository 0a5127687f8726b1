package io.lockstep.gateway.alpaca.execution;

/** Why something the venue said about orders did not become a report as it was. Each has a counter. */
public enum ReportIssue {
    /** A frame or body that could not be read. */
    UNREADABLE,
    /** An order without id, side or symbol of this run. */
    INCOMPLETE,
    /** A fill that was reported before. */
    DUPLICATE_FILL,
    /** A fill without price, quantity or time. */
    INCOMPLETE_FILL,
    /** An order that is not ours; reported as external. */
    EXTERNAL_ORDER,
    /** A fill of an order that is not ours, from before this session; in the opening position already, not reported. */
    FOREIGN_PAST_FILL,
    /** An event or status we do not know; the order must be read again. */
    UNKNOWN_EVENT,
    /** A stream message of a kind we do not know. */
    UNKNOWN_MESSAGE
}
