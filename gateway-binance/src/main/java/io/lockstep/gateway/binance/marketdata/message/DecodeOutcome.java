package io.lockstep.gateway.binance.marketdata.message;

/** What became of a frame, or of one event in a batch. */
public enum DecodeOutcome {
    /** Decoded, and the handler took it. */
    DELIVERED,
    /** A bar that is still open: only closed bars are passed on. */
    OPEN_BAR,
    /** An answer to a control request, as {@code {"result":null,"id":1}}. */
    CONTROL,
    /** A known or new kind of event that the engine has no use for. */
    OTHER_EVENT,
    /** The venue will close the connection soon: open another first. */
    SERVER_SHUTDOWN,
    /** The symbol is none of the instruments of this run. */
    UNKNOWN_SYMBOL,
    /** A field that the event must have is absent. */
    MISSING_FIELD,
    /** A price, quantity or time is out of its range. */
    INVALID_VALUE,
    /** The event says it is of another kind than its stream's. */
    WRONG_EVENT,
    /** Not JSON, or not of the shape of its kind. */
    MALFORMED,
    /** Decoded, but the ring was full. */
    REFUSED
}
