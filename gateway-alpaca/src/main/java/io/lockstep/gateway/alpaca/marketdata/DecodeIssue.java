package io.lockstep.gateway.alpaca.marketdata;

/** Why something that came in did not become an event as it was. Each has a counter. */
public enum DecodeIssue {
    /** A frame broke off or was no JSON; messages before the fault were used. */
    FAULTY_FRAME,
    /** A message of a type we do not know. */
    UNKNOWN_TYPE,
    /** A message about a symbol that is no instrument of this run. */
    UNKNOWN_SYMBOL,
    /** A message without a time, price or size it must have. */
    INCOMPLETE,
    /** A message type the engine has no use for: auction imbalance prices. */
    NOT_USED,
    /** A sale condition the table does not know; the trade counts as volume only. */
    UNKNOWN_CONDITION,
    /** A trade that came before, on the stream or from the past; not published again. */
    DUPLICATE_TRADE,
    /** A past trade that was undone since; not published. */
    WITHDRAWN_TRADE,
    /** A past trade or bar published to fill a gap. */
    GAP_FILLED,
    /** A gap that could not be filled; reported for each instrument. */
    GAP_LEFT,
    /** A quote that gave way to a newer one because the ring was full. */
    CONFLATED,
    /** An event lost because the ring was full; a gap is reported once there is room. */
    DROPPED
}
