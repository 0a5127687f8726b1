package io.lockstep.gateway.alpaca.feed;

/** What is counted about a market data connection. */
public enum FeedEvent {
    /** Frames received. */
    FRAMES,
    /** Attempts to connect that failed. */
    ATTEMPTS_FAILED,
    /** Sessions that were lost. */
    SESSIONS_LOST,
    /** Sessions ended because the market was open and nothing came. */
    FOUND_MUTE,
    /** Sessions refused because another one holds the endpoint's place. */
    PLACE_TAKEN,
    /** Sessions the venue cut because we read too slowly. */
    TOO_SLOW,
    /** Other faults the venue told. */
    FAULTS,
    /** Gaps that were filled. */
    GAPS_FILLED,
    /** Gaps that could not be filled in time. */
    GAPS_LEFT,
    /** Live frames that waited while a gap was being filled. */
    FRAMES_HELD,
    /** Live frames dropped because too many waited. */
    FRAMES_DROPPED
}
