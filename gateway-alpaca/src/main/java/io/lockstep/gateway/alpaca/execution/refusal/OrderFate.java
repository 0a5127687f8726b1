package io.lockstep.gateway.alpaca.execution.refusal;

/** What an answer proves about the order it is about. */
public enum OrderFate {
    /** It was not placed. */
    NOT_PLACED,
    /** It was placed, perhaps by an earlier request under the same id. */
    EXISTS,
    /** It works on as it was. */
    UNCHANGED,
    /** It had ended before. */
    ENDED,
    /** The venue knows no such order; shortly after a lost request that is no proof. */
    ABSENT,
    /** There is no position. */
    FLAT,
    /** The answer is about no order. */
    NOT_ABOUT_AN_ORDER,
    /** Nothing: it may or may not have been placed, changed, canceled. */
    UNKNOWN
}
